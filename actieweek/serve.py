"""The web server: granian's own command, with the site loaded before its workers are forked.

What they share of it then lies in memory once instead of once a worker. Where a Python does not
fork its processes (3.14 and later, other systems), each worker loads the site itself, as it would
without this.
"""

import gc
import os

from django.conf import settings
from granian.cli import entrypoint


def load() -> None:
    """Everything that the first request would load; nothing that may not be forked."""
    from django.db import connections
    from django.template.loader import get_template
    from django.urls import get_resolver

    import actieweek.wsgi
    from agenda.bouquet import draw_everything

    assert actieweek.wsgi.application
    get_resolver().url_patterns  # noqa: B018 - reads every module of views
    folder = settings.BASE_DIR / "templates"
    for path in folder.rglob("*.html"):
        get_template(str(path.relative_to(folder)))
    draw_everything()
    connections.close_all()
    gc.collect()
    gc.freeze()  # the collector of a worker leaves these pages alone, so they stay shared


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "actieweek.settings")
    load()
    entrypoint()
