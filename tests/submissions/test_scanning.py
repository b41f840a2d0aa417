"""The virus scanner is asked as clamd wants it, and never stands in the way."""

import socket
import time

import pytest

from submissions.models import Scan
from submissions.scanning import Scanner
from tests.submissions.clamd import VIRUS, clamd


def test_without_an_address_nothing_is_scanned() -> None:
    assert Scanner("").scan(b"tekst").scan is Scan.NONE


@pytest.mark.parametrize("size", [0, 1, 64 * 1024, 64 * 1024 + 1, 300_000])
def test_a_file_of_any_size_arrives_whole(size: int) -> None:
    with clamd() as url:
        assert Scanner(url).scan(b"a" * size).scan is Scan.CLEAN
        found = Scanner(url).scan(b"a" * size + VIRUS)
    assert (found.scan, found.signature) == (Scan.FOUND, "Test.Virus-1")


@pytest.mark.parametrize(
    "answer",
    [b"INSTREAM size limit exceeded. ERROR", b"UNKNOWN COMMAND", b"\xff\xfe", b"stream: ERROR"],
)
def test_any_other_answer_means_that_it_did_not_scan(answer: bytes) -> None:
    with clamd(answer) as url:
        assert Scanner(url).scan(b"tekst").scan is Scan.NONE


def test_a_file_that_is_too_large_for_it_is_not_scanned() -> None:
    with clamd(largest=1000) as url:
        assert Scanner(url).scan(b"a" * 5_000_000).scan is Scan.NONE


def test_a_scanner_that_is_not_there_is_asked_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    scanner = Scanner(url)
    assert scanner.scan(b"tekst").scan is Scan.NONE
    assert scanner.url == ""
    assert Scanner("unix:///nergens/clamd.ctl").scan(b"tekst").scan is Scan.NONE


def test_a_scanner_that_does_not_answer_costs_little_time() -> None:
    with clamd(b"") as url:
        start = time.monotonic()
        assert Scanner(url, seconds=0.3).scan(b"tekst").scan is Scan.NONE
        assert time.monotonic() - start < 3
