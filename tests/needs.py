"""Programs that some tests need; where one is missing its tests are left out, visibly."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

OPTIONAL = "optional: "  # how the reason of a skip begins that is right everywhere


def program(*names: str, variable: str = "") -> str | None:
    """The path of the first of the programs that is there; the variable, when set, goes first."""
    # Debian keeps servers in sbin, which an ordinary user's PATH does not hold.
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    wanted: Iterable[str | None] = (os.environ.get(variable) if variable else None, *names)
    found = (shutil.which(name, path=path) for name in wanted if name)
    return next((path for path in found if path), None)


CHROMIUM = program(
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", variable="CHROMIUM"
)
DOVECOT = program("dovecot")
POSTFIX = program("postfix")
JAVA = program("java")
VNU_JAR = os.environ.get("VNU_JAR", "")  # vnu.jar of the npm package vnu-jar
NGINX = program("nginx")
MAIL_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "mail-corpus"


def needs(there: object, what: str, remedy: str) -> pytest.MarkDecorator:
    """Leave the test out unless ``there``; the closing lines tell what was missing."""
    return pytest.mark.skipif(not there, reason=f"no {what} ({remedy})")


needs_chromium = needs(CHROMIUM, "Chromium", "apt-get install chromium, or set CHROMIUM")
needs_dovecot = needs(DOVECOT, "Dovecot", "apt-get install dovecot-imapd")
needs_postfix = needs(POSTFIX, "Postfix", "apt-get install postfix")
needs_checker = needs(
    JAVA and Path(VNU_JAR).is_file() and VNU_JAR,
    "Nu HTML checker",
    "apt-get install default-jre-headless; npm pack vnu-jar, and VNU_JAR=…/vnu.jar",
)
needs_nginx = needs(NGINX, "nginx", "apt-get install nginx-light")
# Mails that lie beside the project on some machines; what they cover is covered here too.
needs_mail_corpus = pytest.mark.skipif(
    not MAIL_CORPUS.is_dir(), reason=f"{OPTIONAL}no folder {MAIL_CORPUS.name} beside the project"
)
