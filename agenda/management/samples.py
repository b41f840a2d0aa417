"""Invented activities in bulk, to measure and to try things with.

Every choice is drawn from the year, the seed and the number of the activity alone, so the same call
gives the same programme. All organisations and addresses are invented, and nobody is named.
"""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.utils.text import slugify

from agenda.models import (
    Activity,
    Attendance,
    Audience,
    Edition,
    Kind,
    Municipality,
    Partner,
    Status,
)
from agenda.when import When

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "actieweek.voorbeeldprogramma")

SUBJECTS = (
    "weer naar school",
    "samen voorkomen dat een leerling thuis zit",
    "verzuim eerder zien",
    "terug in de klas, stap voor stap",
    "leren op een andere plek",
    "ouders en school aan één tafel",
    "wat jongeren zelf nodig hebben",
    "onderwijs en zorg in één plan",
    "ziek gemeld, en dan?",
    "een warme overstap naar de brugklas",
    "de rol van de jeugdarts",
    "maatwerk binnen de wet",
)
FORMS: dict[str, tuple[str, ...]] = {
    "regiobijeenkomst": ("Regiobijeenkomst", "Regiotafel", "Netwerklunch"),
    "landelijke-bijeenkomst": ("Landelijke bijeenkomst", "Conferentie", "Debat"),
    "webinar": ("Webinar", "Onlinecollege"),
    "kennisdeling": ("Kennissessie", "Intervisie", "Workshop", "Werksessie"),
    "open-dag": ("Open dag", "Open inloop", "Rondleiding", "Projectdag"),
    "campagne": ("Campagne", "Kaartenactie", "Posteractie"),
    "publicatie": ("Handreiking", "Magazine", "Podcast"),
    "anders": ("Wandeling", "Theater", "Expositie", "Spelmiddag"),
}
ORGANISERS = (
    "Basisschool De Waterlelie",
    "Basisschool Het Kompasje",
    "Daltonschool De Vuurvlieg",
    "Lyceum De Overkant",
    "Vakcollege Het Noorderlicht",
    "Praktijkschool De Werkbank",
    "Mbo-college Stroomopwaarts",
    "Samenwerkingsverband De Brug",
    "Samenwerkingsverband Ieder Erbij",
    "Jeugdteam Midden in de Wijk",
    "GGD Lage Landen",
    "Oudergroep Samen Sterk",
    "Stichting Weer Op Weg",
    "Leerplicht Rond de Rivier",
)
VENUES = (
    "Aula",
    "Buurthuis De Linde",
    "Bibliotheek",
    "Gemeentehuis, raadzaal",
    "Theater De Kas",
    "Wijkcentrum Het Anker",
    "Sporthal Zuid",
    "Lokaal 1.12",
)
STREETS = ("Schoolstraat", "Lindelaan", "Kerkplein", "Stationsweg", "Molenpad", "Beukenhof")
SENTENCES = (
    "We beginnen met een verhaal uit de praktijk.",
    "Daarna ga je in kleine groepen aan de slag.",
    "Er is veel ruimte voor vragen.",
    "Jongeren vertellen zelf wat hen heeft geholpen.",
    "Je krijgt tips die je morgen kunt gebruiken.",
    "Koffie en thee staan klaar.",
    "Na afloop sturen we een verslag.",
    "Ervaring is niet nodig, nieuwsgierigheid wel.",
    "Neem gerust een collega mee.",
)


@dataclass(slots=True)
class Sample:
    """One activity, not stored yet, with what is linked to it."""

    activity: Activity
    audiences: list[Audience] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)


class Sampler:
    """Draws activities of one edition from what the database knows of kinds and places."""

    def __init__(self, edition: Edition, seed: int) -> None:
        self.edition = edition
        self.seed = seed
        self.kinds = list(Kind.objects.order_by("pk"))
        self.audiences = list(Audience.objects.order_by("pk"))
        self.partners = list(edition.partners.order_by("pk"))
        self.municipalities = list(
            Municipality.objects.select_related("province", "rmc_region").order_by("pk")
        )

    def public_id(self, number: int) -> uuid.UUID:
        return uuid.uuid5(NAMESPACE, f"{self.edition.year}/{self.seed}/{number}")

    def draw(self, number: int) -> Sample:
        pick = random.Random(f"{self.edition.year}/{self.seed}/{number}")  # noqa: S311
        kind = pick.choice(self.kinds)
        activity = self._activity(pick, kind, number)
        if activity.attendance != Attendance.ONLINE:
            self._set_place(pick, activity)
        activity.when = draw_when(pick, self.edition)
        self._set_registration(pick, activity, number)
        if pick.random() < 0.04:
            activity.status = Status.CANCELLED
            activity.status_note = "Te weinig aanmeldingen."
        activity.derive()
        few = pick.choices((0, 1, 2, 3), (1, 4, 3, 2))[0]
        return Sample(
            activity,
            audiences=pick.sample(self.audiences, min(few, len(self.audiences))),
            partners=pick.sample(
                self.partners, min(pick.choices((0, 1, 2), (6, 3, 1))[0], len(self.partners))
            ),
        )

    def _activity(self, pick: random.Random, kind: Kind, number: int) -> Activity:
        form = pick.choice(FORMS.get(kind.slug, ("Activiteit",)))
        subject = pick.choice(SUBJECTS)
        title = f"{form}: {subject}"
        return Activity(
            edition=self.edition,
            public_id=self.public_id(number),
            slug=f"{slugify(title)[:50].rstrip('-')}-{self.seed}-{number}",
            revision=1,
            created=_moment(self.edition.first - timedelta(pick.randint(40, 90)), pick),
            modified=_moment(self.edition.first - timedelta(pick.randint(1, 39)), pick),
            title=title,
            summary=f"{form} over het onderwerp ‘{subject}’. {pick.choice(SENTENCES)}",
            text="\n\n".join(pick.sample(SENTENCES, pick.randint(2, 6))),
            kind=kind,
            attendance=draw_attendance(pick, kind),
            organiser=pick.choice(ORGANISERS),
        )

    def _set_place(self, pick: random.Random, activity: Activity) -> None:
        activity.municipality = pick.choice(self.municipalities)
        activity.town = activity.municipality.name
        if pick.random() < 0.8:
            activity.venue = pick.choice(VENUES)
            activity.address = f"{pick.choice(STREETS)} {pick.randint(1, 180)}"

    def _set_registration(self, pick: random.Random, activity: Activity, number: int) -> None:
        site = f"https://{slugify(activity.organiser)}.example.org"
        if pick.random() < 0.6:
            activity.website = site
        if pick.random() < 0.5:
            activity.registration_url = f"{site}/aanmelden/{number}"
            if activity.first_day:
                activity.registration_closes = activity.first_day - timedelta(pick.randint(1, 7))
        if activity.attendance in {Attendance.ONLINE, Attendance.HYBRID}:
            activity.online_url = f"{site}/meedoen/{number}"
        activity.costs = pick.choices(("", "gratis", "€ 7,50 per persoon"), (5, 4, 1))[0]


def draw_attendance(pick: random.Random, kind: Kind) -> Attendance | str:
    if kind.slug == "webinar":
        return Attendance.ONLINE
    forms = (Attendance.SITE, Attendance.HYBRID, Attendance.ONLINE, "")
    return pick.choices(forms, (75, 10, 10, 5))[0]


def draw_when(pick: random.Random, edition: Edition) -> When:
    """Mostly in the week; some half a year around it, some several days, some without a date."""
    within = (edition.last - edition.first).days
    chance = pick.random()
    if chance < 0.07:
        return When()
    if chance < 0.15:
        first = edition.first - timedelta(pick.randint(1, 120))
    elif chance < 0.20:
        first = edition.last + timedelta(pick.randint(1, 120))
    else:
        first = edition.first + timedelta(pick.randint(0, within))
    last = first + timedelta(pick.randint(1, 4) if pick.random() < 0.08 else 0)
    return _with_hours(pick, first, last)


def _with_hours(pick: random.Random, first: date, last: date) -> When:
    chance = pick.random()
    if chance < 0.1:
        return When(first, last, all_day=True)
    if chance < 0.2:
        return When(first, last)
    start = time(pick.randint(8, 19), pick.choice((0, 15, 30, 45)))
    if chance < 0.3:
        return When(first, last, start, all_day=False)
    end = time(start.hour + pick.randint(1, 3), pick.choice((0, 30)))
    return When(first, last, start, end, all_day=False)


def _moment(day: date, pick: random.Random) -> datetime:
    return datetime(
        day.year, day.month, day.day, pick.randint(7, 15), pick.randint(0, 59), tzinfo=UTC
    )
