from django.urls import path

from moderation.views import (
    account,
    activities,
    decisions,
    files,
    items,
    outgoing,
    preview,
    queue,
    reports,
)

app_name = "moderation"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("inloggen/", account.login, name="login"),
    path("uitloggen/", account.logout, name="logout"),
    path("wachtwoord/", account.password, name="password"),
    path("wachtwoord/gewijzigd/", account.password_changed, name="password_changed"),
    path("inzending/<slug:reference>/", items.item, name="item"),
    path("inzending/<slug:reference>/besluit/", decisions.decide_item, name="decide"),
    path(
        "inzending/<slug:reference>/voorstel/<int:pk>/",
        decisions.decide_proposal,
        name="decide_proposal",
    ),
    path(
        "inzending/<slug:reference>/voorstel/<int:pk>/voorbeeld/", preview.preview, name="preview"
    ),
    path("inzending/<slug:reference>/bericht.txt", files.raw, name="raw"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/", files.download, name="attachment"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/klein.jpg", files.small, name="thumbnail"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/toestemming/", files.consent, name="consent"),
    path(
        "inzending/<slug:reference>/bijlage/<int:pk>/plaats/",
        files.publish,
        name="publish_attachment",
    ),
    path(
        "inzending/<slug:reference>/bijlage/<int:pk>/haal-weg/",
        files.withdraw,
        name="withdraw_attachment",
    ),
    path("inzending/<slug:reference>/melding/", reports.decide, name="decide_report"),
    path("inzending/<slug:reference>/melding/foto.jpg", reports.photo, name="reported_photo"),
    path("uitgaand/", outgoing.outgoing, name="outgoing"),
    path("uitgaand/<int:pk>/", outgoing.letter, name="letter"),
    path("uitgaand/<int:pk>/opnieuw/", outgoing.retry, name="retry"),
    path("activiteiten/", activities.activities, name="activities"),
    path("activiteiten/<int:pk>/", activities.activity, name="activity"),
    path("activiteiten/<int:pk>/stand/", activities.change, name="change_activity"),
]
