"""What a label is about: by its exact words, or by words that are all of one kind of label."""

import re
from enum import Enum

from agenda.models.fields import fold


class Label(Enum):
    TITLE = "title"
    WHEN = "when"
    START = "start"
    END = "end"
    PLACE = "place"
    ADDRESS = "address"
    TOWN = "town"
    AUDIENCE = "audience"
    ORGANISER = "organiser"
    WEBSITE = "website"
    REGISTRATION = "registration"
    CONTACT = "contact"
    COSTS = "costs"
    SUMMARY = "summary"
    OTHER = "other"  # ends the value before it, and tells nothing itself


_NAMES: dict[Label, str] = {
    Label.TITLE: "titel|naam|naam activiteit|wat|activiteit|title|titel activiteit|naam "
    "bijeenkomst|wat gaan we doen|"
    "naam van de activiteit|naam van de bijeenkomst|titel van de activiteit|"
    "onderwerp activiteit|bijeenkomst|evenement|"
    "wat doen we|namme|event",
    Label.WHEN: "datum|wanneer|dag|data|datum en tijd|datum/tijd|datum & tijd|dag en tijd|tijd|"
    "tijden|tijdstip|hoe laat|"
    "wanneer en hoe laat|date|when|time|datum en tijdstip|tijd en datum|datums|moment|wannear|"
    "tiid|dagen|op|van tot|"
    "begin en einde|begin einde|begin eind|start einde|start en einde|van t m|"
    "begin en eindtijd|begin eindtijd|begin en eind",
    Label.START: "aanvang|vanaf|start|begin|begintijd|starttijd|aanvangstijd|van|begint",
    Label.END: "einde|eind|eindtijd|tot|afloop|sluiting|eindigt",
    Label.PLACE: "locatie|plaats|waar|venue|location|plek|where|lokatie|plaats en adres|zaal|"
    "waar precies|plak|wêr|wer|"
    "locatie en adres|plaats/locatie|gebouw|locatie/adres",
    Label.ADDRESS: "adres|bezoekadres|address|straat",
    Label.TOWN: "gemeente|woonplaats|stad|dorp|plaatsnaam",
    Label.AUDIENCE: "voor wie|doelgroep|doelgroepen|bestemd voor|bedoeld voor|wie|for whom|"
    "publiek|deelnemers|"
    "foar wa|foar wa is it|wie kan meedoen|wie zijn welkom|doelgroep(en)|voor",
    Label.ORGANISER: "organisatie|organisator|organisatoren|georganiseerd door|organiserende "
    "organisatie|initiatiefnemer|"
    "organizer|naam organisatie|organisatoar|door|door wie|wie organiseert|namens|organiserende "
    "partij|school|instelling",
    Label.WEBSITE: "website|site|webpagina|meer informatie|meer info|informatie|info|link|web|"
    "url|internet|meer weten|"
    "meer over ons|webside|www|lees meer|kijk ook op|zie ook|zie",
    Label.REGISTRATION: "aanmelden|aanmelding|inschrijven|inschrijving|opgeven|opgave|"
    "registratie|registreren|aanmeldlink|"
    "aanmelden via|inschrijven via|opgeven via|opgeven bij|aanmelden kan via|inschrijflink|"
    "tickets|kaarten|registration|"
    "oanmelde|info en aanmelden|aanmelden en info|informatie en aanmelden|meer informatie en "
    "aanmelden|register",
    Label.CONTACT: "contact|contactpersoon|contactgegevens|vragen|e-mail|email|mail|e|"
    "contactadres|voor vragen|mailadres|"
    "e-mailadres|nadere informatie|inlichtingen",
    Label.COSTS: "kosten|prijs|toegang|entree|toegangsprijs|deelnamekosten|costs|eigen bijdrage",
    Label.SUMMARY: "omschrijving|beschrijving|toelichting|inhoud|samenvatting|korte "
    "omschrijving|korte beschrijving|"
    "waarover|over|waarom|description",
    Label.OTHER: "telefoon|tel|t|mobiel|programma|opmerkingen|opmerking|bijzonderheden|thema|"
    "soort|soort activiteit|gasten|"
    "spreker|sprekers|p.s|ps|nb|let op|onderwerp|inloop|deadline|uiterlijk|organisatoren en "
    "sprekers|vorm|aantal|"
    "aantal deelnemers|maximum|bijlage|bijlagen|taal|parkeren|regio|bereikbaarheid|w|m|"
    "aanmelden voor|sluitingsdatum",
}
LABELS: dict[str, Label] = {
    name: label for label, names in _NAMES.items() for name in names.split("|")
}
_MORE_NAMES: dict[Label, str] = {
    Label.REGISTRATION: "rsvp|sign up|tickets bestellen|"
    "meedoen|meld je aan|aanmelden kan|inschrijven kan",
    Label.CONTACT: "questions|contact details|contact person|mailadres voor vragen",
    Label.ORGANISER: "aanbieder|gastheer|gastvrouw|initiatief van|initiatief|een initiatief van|"
    "organised by|organized by|host|trekker|uitvoerder|uitvoerende partij|indiener|verzorgd door|"
    "ingediend door",
    Label.AUDIENCE: "genodigden|who|gericht op|interessant voor|toegankelijk voor|geschikt voor|"
    "voor wie is dit|wie mag komen|wie mogen komen|uitgenodigd zijn|audience|target group",
    Label.TOWN: "postcode|postcode plaats|postcode en plaats|postcode en woonplaats|"
    "postcode woonplaats|pc plaats|plaats gemeente|gemeente plaats|town|city",
    Label.OTHER: "rekeningnummer|bankrekening|iban|kvk|functie|afzender|van|aan|cc|verzonden|"
    "opening|sluiting|aanmelden nodig|aanmelding nodig|aanmelden verplicht|van tevoren aanmelden|"
    "zaal open|inloop vanaf|lunch|pauze|begeleiding|materiaal",
}
LABELS |= {
    name: label
    for label, names in _MORE_NAMES.items()
    for name in names.split("|")
    if name not in LABELS
}
# Words of labels that people make up themselves, strongest kind first: "naam van de organisatie"
# is an organiser although "naam" alone is a title.
_WORDS: tuple[tuple[Label, str], ...] = (
    (
        Label.REGISTRATION,
        "aanmelden aanmelding aanmeldlink aanmeldformulier inschrijven inschrijving inschrijflink "
        "inschrijfformulier opgeven opgave registratie registreren tickets kaarten aanmeldpagina",
    ),
    (
        Label.CONTACT,
        "contact contactpersoon contactgegevens email mail mailadres emailadres vragen "
        "contactadres inlichtingen",
    ),
    (Label.OTHER, "telefoon telefoonnummer mobiel mobielnummer voornaam achternaam functie"),
    (
        Label.ORGANISER,
        "organisatie organisator organisatoren organiseert organiseren georganiseerd "
        "organiserende partij partijen partner partners aanbieder initiatiefnemer instelling "
        "initiatiefnemers school schoolnaam samenwerkingspartners",
    ),
    (Label.WEBSITE, "website site webpagina webadres url internetadres informatie info link"),
    (
        Label.AUDIENCE,
        "doelgroep doelgroepen publiek deelnemers voor wie bestemd bedoeld toegankelijk gericht "
        "mag mogen komen meedoen welkom genodigden uitgenodigd geschikt interessant nodigt nodig",
    ),
    (Label.ADDRESS, "adres straat straatnaam huisnummer bezoekadres adresgegevens nummer"),
    (Label.TOWN, "postcode woonplaats plaatsnaam gemeente stad dorp"),
    (
        Label.END,
        "eindtijd einde eindigt afgelopen klaar stoptijd sluittijd stopt eindtijdstip afloop",
    ),
    (Label.START, "begintijd starttijd aanvang aanvangstijd begint start begintijdstip"),
    (
        Label.WHEN,
        "datum data dag dagen tijd tijden tijdstip tijdstippen wanneer hoe laat moment datums uur "
        "welke",
    ),
    (Label.PLACE, "locatie plaats waar venue plek zaal gebouw locatienaam ruimte accommodatie"),
    (
        Label.TITLE,
        "titel naam wat activiteit bijeenkomst evenement onderwerp heet noemt noem noemen",
    ),
)
_FILLERS = (
    "de het een van uw jouw jullie je u onze is zijn vindt vinden er deze dit die dat in en op bij "
    "via hier of om te wordt worden kan kunt kun met voor ons the activiteit bijeenkomst "
    "evenement event workshop avond middag ochtend dag sessie lezing precies exacte plaats "
    "gehouden moeten moet mensen staat meer kunnen terecht samenkomst "
    "bijeenkomen wij het en zo ja nee jij men uit bent ben mensen gaan doet hebben"
)
_FILLER_WORDS = frozenset(_FILLERS.split())
_KINDS: dict[str, list[Label]] = {}
for _label, _told in _WORDS:
    for _word in _told.split():
        _KINDS.setdefault(_word, []).append(_label)
_OF_THE_WRITER = frozenset({"uw", "jouw", "je", "jullie"})
_NAMED = frozenset({"activiteit", "bijeenkomst", "evenement", "event", "sessie", "workshop"})
_BRACKETS = re.compile(r"\([^()]{0,60}\)|[*_\[\]]")
_SOFT = re.compile(r"\W+")
WORDS_LIMIT = 8


def label_of(name: str) -> Label | None:
    """The label that these words are, as exactly known or by the kind of each word."""
    folded = fold(name)
    plain = " ".join(_SOFT.sub(" ", _BRACKETS.sub(" ", folded)).split())
    plain = plain.replace("e mail", "email")
    known = LABELS.get(plain, LABELS.get(folded))
    return known or _by_words(plain.split())


def _of_a_name(words: set[str], told: set[Label]) -> Label | None:
    """ "Hoe heet de activiteit" asks its name, "uw naam" who filled it in."""
    if words & {"heet", "noemt", "noem", "noemen"}:
        return Label.TITLE
    writer = "naam" in words and words & _OF_THE_WRITER and told == {Label.TITLE}
    return Label.OTHER if writer and not words & _NAMED else None


def _by_words(words: list[str]) -> Label | None:
    if not 0 < len(words) <= WORDS_LIMIT:
        return None
    if any(word not in _KINDS and word not in _FILLER_WORDS for word in words):
        return None
    told = {label for word in words for label in _KINDS.get(word, ())}
    if "voor" in words and len(told) > 1 and words[0] not in ("voor", "bedoeld", "bestemd"):
        told.discard(Label.AUDIENCE)  # "aanmelden voor", "vragen voor"
    if name := _of_a_name(set(words), told):
        return name
    if "vindt" in words:  # "waar vindt het plaats", "wanneer vindt het plaats"
        told = {Label.WHEN} if {"wanneer", "laat"} & set(words) else {Label.PLACE}
    if "wie" in words and Label.ORGANISER in told:
        return Label.ORGANISER
    if {Label.START, Label.END} <= told:
        return Label.WHEN
    if {Label.TOWN, Label.ADDRESS} <= told:
        return Label.ADDRESS
    if {Label.PLACE, Label.ADDRESS} <= told:
        return Label.PLACE
    return next((label for label, _ in _WORDS if label in told), None)
