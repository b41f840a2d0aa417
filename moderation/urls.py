from django.urls import path

from moderation.views import (
    account,
    activities,
    amend,
    decisions,
    files,
    items,
    letters,
    outgoing,
    preview,
    queue,
    ready,
    together,
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
    path("inzending/<slug:reference>/aanwezig/", together.present, name="present"),
    path("inzending/<slug:reference>/bericht.txt", files.raw, name="raw"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/", files.download, name="attachment"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/klein.jpg", files.small, name="thumbnail"),
    path("inzending/<slug:reference>/bijlage/<int:pk>/toestemming/", files.consent, name="consent"),
    path(
        "inzending/<slug:reference>/bijlage/<int:pk>/plaats/",
        files.publish,
        name="publish_attachment",
    ),
    path("inzending/<slug:reference>/bijlage/<int:pk>/prive/", files.keep, name="keep_private"),
    path(
        "inzending/<slug:reference>/bijlage/<int:pk>/haal-weg/",
        files.withdraw,
        name="withdraw_attachment",
    ),
    path("uitgaand/", outgoing.outgoing, name="outgoing"),
    path("uitgaand/<int:pk>/", outgoing.letter, name="letter"),
    path("uitgaand/<int:pk>/opnieuw/", outgoing.retry, name="retry"),
    path("uitgaand/<int:pk>/vasthouden/", letters.hold, name="hold"),
    path("uitgaand/<int:pk>/nu/", letters.release, name="release"),
    path("uitgaand/<int:pk>/tekst/", letters.rewrite, name="rewrite"),
    path("antwoorden/", ready.answers, name="answers"),
    path("antwoorden/nieuw/", ready.answer, name="new_answer"),
    path("antwoorden/<int:pk>/", ready.answer, name="answer"),
    path("antwoorden/<int:pk>/verwijder/", ready.remove, name="remove_answer"),
    path("activiteiten/", activities.activities, name="activities"),
    path("activiteiten/<int:pk>/", activities.activity, name="activity"),
    path("activiteiten/<int:pk>/stand/", activities.change, name="change_activity"),
    path("activiteiten/<int:pk>/verplaats/", amend.move, name="move"),
    path("activiteiten/<int:pk>/versie/", amend.revert, name="revert"),
]
