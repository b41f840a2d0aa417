"""The WSGI entry point that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "actieweek.settings")
site = get_wsgi_application()

from agenda.early import EarlyAnswers  # noqa: E402 - models want Django to be set up

application = EarlyAnswers(site)
