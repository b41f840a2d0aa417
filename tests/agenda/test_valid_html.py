"""The Nu HTML checker of the W3C finds no error on any public page, nor in their style sheet."""

import subprocess
from pathlib import Path

import pytest
from django.test import Client

from agenda.models import Status
from tests.agenda.test_pages import ALL, fill
from tests.factories import make_activity, make_municipality, make_place
from tests.needs import JAVA, VNU_JAR, needs_checker
from tests.processes import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.slow, needs_checker]
MORE = [
    "/2019/agenda/?soort=soort-1&q=ontmoeting&bij=ede+0&dag=2019-06-04",
    "/2019/agenda/?soort=onbekend",
    "/2019/insluiten/",
    "/2019/agenda/afgelast/",
    "/2019/wijzigingen/?sinds=2019-01-01",
    "/aanmelden/",
    "/aanmelden/link/",
    "/bestaat-niet",
]


def test_checker_finds_no_error(client: Client, tmp_path: Path) -> None:
    fill(
        3, summary="Wat het is", organiser="Gedragswerk & co", registration_url="https://a.nl/?b&c"
    )
    make_place("Ede 0", municipality=make_municipality("Ede 0"))
    off = make_activity(slug="afgelast", status=Status.CANCELLED, status_note="Ziek", town="Ede",
                        address="Plein 1", moved_from="maandag 3 juni 2019")  # fmt: skip
    pages = {address: client.get(address) for address in [*ALL, *MORE]}
    pages["melden"] = client.get(f"/melden/{off.public_id}/")
    for number, (_address, page) in enumerate(pages.items()):
        (tmp_path / f"p{number:02}.html").write_bytes(page.content)
    (tmp_path / "site.css").write_bytes((ROOT / "static/css/site.css").read_bytes())
    done = subprocess.run(
        [str(JAVA), "-jar", str(VNU_JAR), "--errors-only", "--also-check-css", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stderr
    for number, address in enumerate(pages):
        told = told.replace(f"p{number:02}.html", address)
    assert (done.returncode, told) == (0, "")
