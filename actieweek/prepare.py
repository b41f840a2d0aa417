"""What a trial needs before it can serve: database, static files, programme, edition, an editor."""

import hashlib
import os

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from actieweek import secrets

DEMO_EDITOR = "demo@actieweek.example"
DEMO_PASSWORD = "demo_editor"  # noqa: S105 — the name of a file in DATA_DIR


def say(text: str) -> None:
    print(f"Stap: {text}", flush=True)


def prepare() -> None:
    say("database bijwerken")
    call_command("migrate", verbosity=0)
    say("bestanden voor de opmaak klaarzetten")
    collect_static()
    say("programma van de eerdere edities laden")
    call_command("load_programme")
    say("volgende editie openen")
    call_command("open_edition")
    if not settings.PRODUCTION:
        say("account voor een demo-redacteur")
        make_demo_editor()


def collect_static() -> None:
    """Only when a file changed: compressing them all again takes seconds."""
    stamp = settings.DATA_DIR / "static.stamp"
    now = static_fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)


def static_fingerprint() -> str:
    digest = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}".encode())
    return digest.hexdigest()


def make_demo_editor() -> None:
    """Only once: who changes the demo's password or role finds it so at the next start."""
    from django.contrib.auth.models import User

    from moderation.accounts import add_editor

    password = secrets.made_once(settings.DATA_DIR / DEMO_PASSWORD, size=12)
    if not User.objects.filter(username=DEMO_EDITOR).exists():
        add_editor(DEMO_EDITOR, password=password, administrator=True, name="Demo Redacteur")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "actieweek.settings")
    django.setup()
    prepare()
