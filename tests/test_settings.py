"""A bad value stops the start and names its variable; production demands what it needs."""

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from actieweek import env, secrets
from tests.processes import ROOT

PRODUCTION = {
    "PRODUCTION": "true",
    "SECRET_KEY": "long and secret enough for any machine on earth 0123456789",
    "ALLOWED_HOSTS": "actieweek.example.org",
    "SITE_URL": "https://actieweek.example.org",
    "EMAIL_URL": "smtp+tls://mailer:p%40ss@mail.example.org",
}


def start(variables: Mapping[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *(command or ("check",))],
        cwd=ROOT,
        env=kept | dict(variables),
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRODUCTION", "perhaps"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("LMTP_PORT", "-1"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "actieweek.sqlite3"),
        ("DATABASE_URL", "postgres://u:hush@[::1/x"),
        ("CACHE_URL", "carrier-pigeon://"),
        ("EMAIL_URL", "http://mail.example.org"),
        ("EMAIL_URL", "smtp://:hush@"),
        ("EMAIL_URL", "smtp://u:hush@mail.example.org:none"),
        ("IMAP_URL", "imaps://mail.example.org"),
        ("IMAP_URL", "pop3://u:hush@mail.example.org"),
        ("CLAMAV_URL", "/run/clamav/clamd.ctl"),
        ("CLAMAV_URL", "unix:"),
        ("CLAMAV_URL", "tcp://:3310"),
        ("SITE_URL", "actieweek.example.org"),
        ("SITE_URL", "http://127.0.0.1/under/a/path"),
        ("SITE_URL", "http://[::1"),
        ("ALLOWED_HOSTS", "https://actieweek.example.org"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "somewhere-else.example.org"),
        ("INTAKE_ADDRESS", "Actieweek <actieweek@example.org>"),
        ("PROXY_COUNT", "some"),
        ("SECRET_KEY_FILE", "/nowhere/at/all"),
        ("DATA_DIR", "/dev/null/data"),
    ],
)
def test_bad_value_stops_the_start_and_is_named(tmp_path: Path, name: str, value: str) -> None:
    stopped = start({"DATA_DIR": str(tmp_path), name: value})
    assert stopped.returncode != 0
    last = stopped.stderr.splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert name in last
    assert "hush" not in last


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"])
def test_production_demands(tmp_path: Path, missing: str) -> None:
    variables = PRODUCTION | {"DATA_DIR": str(tmp_path), missing: ""}
    assert f"{missing} must be set" in start(variables).stderr


def test_production_refuses_a_short_secret(tmp_path: Path) -> None:
    variables = PRODUCTION | {"DATA_DIR": str(tmp_path), "SECRET_KEY": "short"}
    assert "SECRET_KEY is too short" in start(variables).stderr


def test_production_passes_djangos_own_deploy_check(tmp_path: Path) -> None:
    variables = PRODUCTION | {"DATA_DIR": str(tmp_path)}
    checked = start(variables, "check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_data_folder_is_made_and_closed_to_other_users(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    assert start({"DATA_DIR": str(folder)}, "migrate", "--verbosity", "0").returncode == 0
    assert (folder / "actieweek.sqlite3").exists()
    assert not folder.stat().st_mode & stat.S_IRWXO


def test_secret_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("SOME_SECRET_FILE", str(tmp_path / "secret"))
    assert env.text("SOME_SECRET") == "from the file"


def test_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    assert secrets.made_once(path) == secrets.made_once(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://localhost", {"EMAIL_PORT": 25}),
        ("smtp+tls://u:p%40ss@h", {"EMAIL_PORT": 587, "EMAIL_USE_TLS": True}),
        ("smtps://h", {"EMAIL_PORT": 465, "EMAIL_USE_SSL": True}),
        ("smtp+tls://u:p%40ss@h:2525", {"EMAIL_PORT": 2525, "EMAIL_HOST_PASSWORD": "p@ss"}),
    ],
)
def test_mail_server(
    monkeypatch: pytest.MonkeyPatch, url: str, expected: dict[str, object]
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    assert env.smtp("EMAIL_URL").items() >= expected.items()


@pytest.mark.django_db
def test_sqlite_waits_for_other_writers_and_keeps_what_it_acknowledged() -> None:
    if connection.vendor != "sqlite":
        assert connection.settings_dict["CONN_HEALTH_CHECKS"]
        return
    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    full = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "busy_timeout": 20_000,
        "foreign_keys": 1,
    }
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db
def test_visitor_gets_no_cookie(client: Client) -> None:
    for address in ("/", "/aanmelden/", "/toolbox/", "/partners/"):
        assert not client.get(address).cookies, address
