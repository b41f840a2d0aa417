"""Those who sell to sites and offices, also when they name what we are about."""

import pytest

from mail.mailbox import Mailbox
from submissions.models import SubmissionKind as Kind
from tests.submissions.readers import read

SELLER = Mailbox("Kevin", "kevin@sales.example.com")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Samenwerking",
            "Beste redactie van de Actieweek, wat een mooie site over thuiszitters en passend "
            "onderwijs! Voor een klant zoek ik plek voor een gastblog met een dofollow link. Wat "
            "zijn jullie tarieven? Graag antwoord voor vrijdag 4 juni.",
        ),
        (
            "Invitation: Summit on School Absence, June 2-4, 2027",
            "Your esteemed paper was selected. Submit your abstract within 48 hours for the early "
            "bird discount (EUR 499). Accepted papers appear in Scopus.",
        ),
        ("Scholen", "Ons adressenbestand telt 6.000 directeuren. Interesse? Vraag de tarieven."),
        ("Spandoek", "Een spandoek voor je actieweek: nu € 29,95 excl. btw. Bestel vandaag."),
        (
            "Redesign",
            "We are a web development company and can redesign your site. May I send a "
            "quote and portfolio?",
        ),
        (
            "Opslag",
            "Beste gebruiker, uw mailopslag is voor 97% vol. Bevestig binnen 24 uur uw account.",
        ),
        (
            "Betaling",
            "Uw betaling kon niet worden verwerkt. Werk uw betaalgegevens bij om "
            "onderbreking van uw diensten te voorkomen: http://192.0.2.9/pay",
        ),
        ("Nieuw voicebericht", "U heeft een nieuw voicebericht (0:41): http://stem.example.com/x"),
        (
            "Hi",
            "Reaching out from GrowFast: we help nonprofits double their gifts with Meta ads. "
            "Free for a 15 minute call?",
        ),
        (
            "AI voor uw team",
            "Met onze training bespaart u 8 uur per week. Normaal € 495, nu € 249. "
            "Een kwartiertje bellen op dinsdag 1 juni?",
        ),
    ],
)
def test_offers_of_every_trade(subject: str, text: str) -> None:
    assert read(text, subject=subject, sender=SELLER).kind == Kind.SPAM


@pytest.mark.parametrize(
    "text",
    [
        "Op 2 juni om 14.00 uur in Ede: workshop 'Je eigen site in WordPress' voor jongeren die "
        "thuiszitten. Klik hier om je op te geven: https://maak.example.nl/wp. Gratis!",
        "Op 4 juni om 20.00 uur is de Nacht van het Onderwijs in Pakhuis West, Amsterdam. Early "
        "bird tickets € 10 via https://nacht.example.nl/tickets. Scholieren 50% korting.",
        "Gratis proefles judo voor kinderen die thuiszitten: woensdag 2 juni 13.00-14.00 uur, "
        "Dojo Sakura, Industrieweg 8, Venray. Vrijblijvend, met voordeel voor gezinnen.",
        "Op 1 juni van 19.30 tot 21.00 uur geven wij online het webinar 'Geldzorgen', over "
        "lenen, krediet, beleggen en gokken onder jongeren.",
        "Dear editors, on Thursday 3 June 2027, 1 pm - 5 pm, we hold a symposium on school "
        "absence in Groningen. Registration fee: none.",
    ],
)
def test_an_announcement_may_use_a_word_of_theirs(text: str) -> None:
    assert read(text, subject="Activiteit").kind == Kind.SUBMISSION
