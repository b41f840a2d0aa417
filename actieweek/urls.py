"""Every address of the site. The public programme comes last: its patterns start with a year."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("beheer/", admin.site.urls),
    path("redactie/", include("moderation.urls")),
    path("aanmelden/", include("submissions.urls")),
    path("melden/", include("submissions.report_urls")),
    path("", include("agenda.urls")),
]
