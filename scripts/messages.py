"""Compile locale/nl, which says in plain Dutch what Django says otherwise; ``--check`` only looks.

The check: every message is translated and not fuzzy, Django (or an app we use) still knows it, and
the compiled file holds exactly what the source holds.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib

FOLDER = Path(__file__).resolve().parent.parent / "locale" / "nl" / "LC_MESSAGES"
SOURCE, COMPILED = FOLDER / "django.po", FOLDER / "django.mo"


def known() -> set[str]:
    folder = Path(django.__file__).parent
    catalogues = [folder / "conf/locale/en/LC_MESSAGES/django.po"]
    catalogues += folder.glob("contrib/*/locale/en/LC_MESSAGES/django.po")
    return {entry.msgid for path in catalogues for entry in polib.pofile(str(path))}


def content(file: polib.POFile | polib.MOFile) -> dict[str, tuple[str, dict[int, str]]]:
    return {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in file if entry.msgid}


def problems() -> Iterator[str]:
    source = polib.pofile(str(SOURCE))
    django_has = known()
    for entry in source:
        if entry.msgid not in django_has:
            yield f"Django no longer says: {entry.msgid}"
        if entry.fuzzy or not entry.translated():
            yield f"not translated: {entry.msgid}"
    if content(source) != content(polib.mofile(str(COMPILED))):
        yield "django.mo is older than django.po (make messages)"


def main() -> int:
    if "--check" not in sys.argv:
        polib.pofile(str(SOURCE)).save_as_mofile(str(COMPILED))
    found = list(problems())
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
