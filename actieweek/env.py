"""Typed reading of environment variables; a bad value stops the start and names the variable.

Every variable may also be given as ``NAME_FILE``, the path of a file that holds the value, so that
secrets can be mounted instead of exported. An empty variable counts as unset: environment files
tend to hold ``NAME=``. What holds a password (the addresses of services) is never quoted in a
message: messages end in logs.
"""

import os
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}
_SMTP = {  # scheme: port, and the setting that it switches on
    "smtp": (25, None),
    "smtp+tls": (587, "EMAIL_USE_TLS"),
    "smtps": (465, "EMAIL_USE_SSL"),
    "smtp+ssl": (465, "EMAIL_USE_SSL"),
}
_CACHES = {"locmemcache", "filecache", "redis", "rediss"}


def text(name: str, default: str = "") -> str:
    file = os.environ.get(f"{name}_FILE", "").strip()
    if not file:
        return os.environ.get(name, "").strip() or default
    try:
        return Path(file).read_text().strip() or default
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE: {file!r} cannot be read ({error})") from error


def flag(name: str, default: str = "") -> bool:
    value = text(name, default).lower()
    if value in {"", "0", "false", "no", "off"}:
        return False
    if value in {"1", "true", "yes", "on"}:
        return True
    raise ImproperlyConfigured(f"{name}: {value!r} is neither true nor false")


def number(name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise ImproperlyConfigured(f"{name}: {value!r} is not a whole number ({least} to {most})")
    return int(value)


def port(name: str, default: int) -> int:
    return number(name, default, least=1, most=65535)


def required(name: str) -> str:
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} must be set when PRODUCTION is on")
    return value


def secret(name: str, *, least: int = 32) -> str:
    value = required(name)
    if len(value) < least:
        raise ImproperlyConfigured(f"{name} is too short: at least {least} characters")
    return value


def hosts(name: str, default: str = "") -> list[str]:
    found = [part.strip() for part in text(name, default).split(",") if part.strip()]
    for host in found:
        if "/" in host or " " in host or host == "*":
            raise ImproperlyConfigured(f"{name}: {host!r} is not the name of a host")
    return found


def folder(name: str, default: Path) -> Path:
    """A folder that is there and can be written; made when it is not, closed to other users."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(mode=0o750, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name}: {path} cannot be made ({error})") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name}: {path} cannot be written")
    return path


def web_address(name: str, default: str) -> str:
    """Scheme and host of a web site, without a final slash."""
    value = text(name, default).rstrip("/")
    parts = _split(name, value)
    bare = f"{parts.scheme}://{parts.netloc}" == value and "@" not in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or not bare:
        raise ImproperlyConfigured(f"{name}: {value!r} is not like https://www.example.org")
    return value


def mail_address(name: str, default: str) -> str:
    value = text(name, default)
    if parseaddr(value)[1] != value or value.count("@") != 1 or not value.isprintable():
        raise ImproperlyConfigured(f"{name}: {value!r} is not a bare mail address")
    return value


def database(name: str, default: Path) -> dict[str, Any]:
    """Django's settings of one database; without the variable it is SQLite in the default file."""
    value = text(name)
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    _split(name, value)
    try:
        config = dict(environ.Env.db_url_config(value))
    except Exception as error:  # the library raises several kinds for one mistake
        raise ImproperlyConfigured(f"{name} is not the address of a database") from error
    if config.get("ENGINE") not in _ENGINES or not config.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must be sqlite:////path/of/file or postgres://user:password@host:port/name"
        )
    return config


def smtp(name: str) -> dict[str, Any]:
    """Django's ``EMAIL_*`` settings from one URL; nothing when the variable is empty."""
    value = text(name)
    if not value:
        return {}
    parts = _split(name, value)
    if parts.scheme not in _SMTP or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must be like smtp+tls://user:password@host:587")
    usual_port, switch = _SMTP[parts.scheme]
    config: dict[str, Any] = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or usual_port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
    }
    return config | ({switch: True} if switch else {})


def imap(name: str) -> str:
    """The address of a mailbox to poll, checked; empty when the variable is."""
    value = text(name)
    if not value:
        return ""
    parts = _split(name, value)
    if parts.scheme not in {"imap", "imaps"} or not (parts.hostname and parts.username):
        raise ImproperlyConfigured(f"{name} must be like imaps://user:password@host:993/INBOX")
    return value


def scanner(name: str) -> str:
    """The address of ClamAV's daemon, checked; empty when the variable is."""
    value = text(name)
    if not value:
        return ""
    parts = _split(name, value)
    there = parts.hostname if parts.scheme == "tcp" else parts.scheme == "unix" and parts.path
    if not there:
        raise ImproperlyConfigured(
            f"{name} must be like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310"
        )
    return value


def cache(name: str) -> dict[str, Any]:
    value = text(name, "locmemcache://")
    scheme = _split(name, value).scheme
    if scheme not in _CACHES:
        raise ImproperlyConfigured(f"{name} must begin with one of {sorted(_CACHES)}")
    if scheme.startswith("redis") and not find_spec("redis"):
        raise ImproperlyConfigured(f"{name}: the package redis is not installed")
    return dict(environ.Env.cache_url_config(value))


def _split(name: str, value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 — read for the error it raises
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not a well-formed address ({error})") from error
    return parts
