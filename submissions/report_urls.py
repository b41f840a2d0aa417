"""Where visitors say that something is wrong. Pages of the programme link here by address."""

from django.urls import URLPattern, URLResolver, path

from submissions.views import report

app_name = "reports"
urlpatterns: list[URLPattern | URLResolver] = [
    path("foto/<uuid:public_id>/", report.photo, name="photo"),
    path("<uuid:public_id>/", report.mistake, name="mistake"),
]
