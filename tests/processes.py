"""Processes of our own that a test starts: commands and servers on the database of the test."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def database_url() -> str:
    """The address of the database that this test uses; needs ``transactional_db``."""
    config = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{config['NAME']}"
    login = f"{quote(config['USER'])}:{quote(config['PASSWORD'])}"
    return f"postgres://{login}@{config['HOST']}:{config['PORT']}/{config['NAME']}"


def environment(**variables: str) -> dict[str, str]:
    """What a process needs to work on the same database and data folder as the test."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "actieweek.settings",
        "DATABASE_URL": database_url(),
        "DATA_DIR": str(settings.DATA_DIR),
        "SECRET_KEY": settings.SECRET_KEY,
        **variables,
    }


def manage(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """Starts ``manage.py`` with the arguments; stopping it is the caller's."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=environment(),
        **options,  # type: ignore[call-overload]
    )
