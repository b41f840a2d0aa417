"""Typed reading of environment variables; a bad value stops the start and names the variable.

Every variable may also be given as ``NAME_FILE``, the path of a file that holds the value, so that
secrets can be mounted instead of exported.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_reader = environ.FileAwareEnv()


def text(name: str, default: str = "") -> str:
    """An empty variable counts as unset: environment files tend to hold ``NAME=``."""
    return str(_reader.str(name, default="")).strip() or default


def flag(name: str) -> bool:
    value = text(name).lower()
    if value in {"", "0", "false", "no", "off"}:
        return False
    if value in {"1", "true", "yes", "on"}:
        return True
    raise ImproperlyConfigured(f"{name}: {value!r} is neither true nor false")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name}: {value!r} is not a whole number")
    return int(value)


def names(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def required(name: str) -> str:
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} must be set when PRODUCTION is on")
    return value


def web_address(name: str, default: str) -> str:
    """An http(s) address without a final slash."""
    value = text(name, default)
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ImproperlyConfigured(f"{name}: {value!r} is not a web address")
    return value.rstrip("/")


def database(name: str, default: str) -> dict[str, Any]:
    try:
        config = dict(environ.Env.db_url_config(text(name, default)))
    except Exception as error:  # the library raises several kinds for one mistake
        raise ImproperlyConfigured(f"{name}: {error}") from error
    engine = config.get("ENGINE", "")
    if engine not in {"django.db.backends.sqlite3", "django.db.backends.postgresql"}:
        raise ImproperlyConfigured(f"{name}: only sqlite:// and postgres:// are supported")
    return config


def email(name: str) -> dict[str, Any]:
    """Django's ``EMAIL_*`` settings from one URL; nothing when the variable is empty."""
    value = text(name)
    if not value:
        return {}
    scheme = urlsplit(value).scheme
    if scheme not in {"smtp", "smtp+tls", "smtps", "smtp+ssl"}:
        raise ImproperlyConfigured(f"{name}: {value!r} must start with smtp:// or smtp+tls://")
    try:
        return dict(environ.Env.email_url_config(value))
    except Exception as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error


def cache(name: str) -> dict[str, Any]:
    value = text(name, "locmemcache://")
    try:
        return dict(environ.Env.cache_url_config(value))
    except Exception as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error


def secret_made_once(path: Path) -> str:
    """A secret that is made at the first start and kept, readable by its owner only."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    # A second process may start at the same moment: link() lets exactly one of them win.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text().strip()
