"""For every test: the closing lines about what was left out, and a clean-up of the data folder."""

import os
import shutil
from collections import Counter
from collections.abc import Sequence
from typing import Any

import hypothesis
import pytest
from _pytest.terminal import TerminalReporter

from tests.needs import OPTIONAL

SLOW = pytest.StashKey[int]()  # how many slow tests were left out

# The machine's speed decides nothing, and the same code gives the same examples everywhere.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("project")


@pytest.fixture(autouse=True)
def _no_copies_of_another_test() -> None:
    """Pages and the revision are kept in the process; the next test has another database."""
    from agenda import kept_cards
    from agenda.kept import kept_copies, kept_values
    from agenda.models.revision import _Kept

    kept_copies.clear()
    kept_values.clear()
    kept_cards.forget()
    _Kept.forget()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nothing-left-out",
        action="store_true",
        help="fail when a test was skipped, whatever the reason, unless it is an optional one",
    )


def left_out(reporter: TerminalReporter) -> Counter[str]:
    """Why tests were skipped, and how many for each reason."""
    return Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in reporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["slow"] = session.config.stash.get(SLOW, 0)
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not session.config.getoption("nothing_left_out"):
        return
    if any(not reason.startswith(OPTIONAL) for reason in left_out(reporter)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    for reason, count in sorted(left_out(terminalreporter).items()):
        terminalreporter.write_line(f"Left out: {count} tests, {reason}", yellow=True)
    slow = config.stash.get(SLOW, 0)
    if slow:
        terminalreporter.write_line(f"Left out: {slow} slow tests (make test ARGS='-m slow')")


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    slow = sum("slow" in item.keywords for item in items)
    if slow:
        items[0].config.stash[SLOW] = slow


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """With several processes, each leaves out the same tests and tells the first one."""
    node.config.stash[SLOW] = getattr(node, "workeroutput", {}).get("slow", 0)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(os.environ["DATA_DIR"], ignore_errors=True)
