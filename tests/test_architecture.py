"""How the house is built, held by tests: sizes, directions, locks, and where commands belong."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.processes import ROOT

ROOMS = ("actieweek", "moderation", "submissions", "agenda", "mail")
MAY_IMPORT = {
    "actieweek": {"actieweek", "moderation", "submissions", "agenda", "mail"},
    "moderation": {"moderation", "submissions", "agenda", "mail"},
    "submissions": {"submissions", "agenda", "mail"},
    "agenda": {"agenda"},
    "mail": {"mail"},
}
SOURCES = (".py", ".html", ".css", ".js")
LINES_A_FILE = 300
LINES_A_FUNCTION = 60
# Mails and tables of data are as long as they are.
DATA = re.compile(r"^(fixtures|tests/(heldback|opened))/|/migrations/")


def ours(*suffixes: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    names = [name for name in listed.stdout.split("\0") if name.endswith(suffixes)]
    return [ROOT / name for name in names if not DATA.search(name) and (ROOT / name).exists()]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """The rooms that a module imports, relative imports and those inside functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or package).split(".")[0] if not node.level else package


def test_files_stay_short() -> None:
    lengths = {shown(path): len(path.read_text().splitlines()) for path in ours(*SOURCES)}
    assert {name: lines for name, lines in lengths.items() if lines > LINES_A_FILE} == {}


def test_functions_stay_short_and_typed() -> None:
    long, untyped = [], []
    for path in ours(".py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            name = f"{shown(path)}:{node.lineno} {node.name}"
            if (node.end_lineno or 0) - node.lineno >= LINES_A_FUNCTION:
                long.append(name)
            if node.returns is None and not shown(path).startswith("tests/"):
                untyped.append(name)
    assert (long, untyped) == ([], [])


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_down_only(room: str) -> None:
    wrong = [
        f"{shown(path)} imports {name}"
        for path in ours(".py")
        if shown(path).startswith(f"{room}/")
        for name in imported(ast.parse(path.read_text()), room)
        if name in ROOMS and name not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_migrations_and_foreign_keys_point_down_only() -> None:
    from django.apps import apps

    wrong = [
        f"{model.__module__}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.get_fields()
        if not field.auto_created and field.is_relation and field.related_model
        for target in [field.related_model._meta.app_label]
        if target in ROOMS and target not in MAY_IMPORT[model._meta.app_label]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_lock_holds_what_was_asked_for(name: str) -> None:
    pins = locked(f"{name}.txt")
    for line in (ROOT / f"{name}.in").read_text().splitlines():
        if line.strip() and not line.startswith(("#", "-")):
            wanted = Requirement(line)
            found = pins.get(normal(wanted.name))
            assert found and wanted.specifier.contains(found), f"{line}: make lock"


def test_both_locks_agree() -> None:
    tests_have = locked("requirements-dev.txt")
    assert {
        name: version
        for name, version in locked("requirements.txt").items()
        if tests_have.get(name) != version
    } == {}


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", text, re.M)
    return {normal(package): version for package, version in found}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
