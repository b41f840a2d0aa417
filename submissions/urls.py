"""The form, and the pages behind the secret link that its sender gets."""

from django.urls import URLPattern, URLResolver, path

from submissions.views import change, form, lost_link, own, photos, starts

app_name = "submissions"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", form.form, name="form"),
    path("link/", lost_link.lost_link, name="lost_link"),
    path("staat-er-al/", starts.likely, name="likely"),
    path("<str:token>/", own.item, name="item"),
    path("<str:token>/gelukt/", own.sent, name="sent"),
    path("<str:token>/nog-een/", starts.another, name="another"),
    path("<str:token>/antwoord/<int:pk>/", own.answer_question, name="answer"),
    path("<str:token>/aanpassen/<int:position>/", change.correct, name="correct"),
    path("<str:token>/materiaal/", change.material, name="material"),
    path("<str:token>/foto/<int:pk>/", photos.consent, name="consent"),
    path("<str:token>/foto/<int:pk>/klein.jpg", photos.small, name="photo"),
    path("<str:token>/intrekken/", own.withdraw_item, name="withdraw"),
    path("<str:token>/nieuwe-link/", own.new_link, name="new_link"),
]
