"""Several style sheets or scripts as the one that public pages ask for.

A first visit should take few requests, and the sources stay apart as they are written. Found by the
finders of staticfiles, so collectstatic, the live servers of tests and `make run` all have it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCES = settings.BASE_DIR / "static"
# The files of each, in order; of sheets the medium that they are for.
BUNDLES = {
    "css/public.css": (
        ("css/site.css", ""),
        ("css/forms.css", ""),
        ("css/form.css", ""),
        ("css/print.css", "print"),
    ),
    "js/form-page.js": (("js/form.js", ""), ("js/likely.js", "")),
}


class BundleFinder(BaseFinder):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(settings.DATA_DIR / "bundles")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        found = [self._written(path)] if path in BUNDLES else []
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        for path in BUNDLES:
            self._written(path)
            yield path, self.storage

    def _written(self, path: str) -> str:
        """Written only when a source changed, so that its time says when that was."""
        content = "".join(_part(SOURCES / name, medium) for name, medium in BUNDLES[path])
        file = Path(self.storage.path(path))
        if not file.exists() or file.read_text() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        return str(file)


def _part(source: Path, medium: str) -> str:
    text = source.read_text()
    return f"@media {medium} {{\n{text}}}\n" if medium else text
