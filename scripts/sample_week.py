"""What the pictures show: a week that is filling up. Invented organisations, nobody's real name."""

import zlib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True)
class Mail:
    """``title``: under which it stands in the queue; ``kind``: as what the editor publishes it."""

    title: str
    sender: str
    subject: str
    body: str
    kind: str = ""

    @property
    def address(self) -> str:
        return self.sender.rpartition("<")[2].rstrip(">")

    def raw(self, to: str) -> bytes:
        message = EmailMessage(policy=SMTP)
        message["From"], message["To"], message["Subject"] = self.sender, to, self.subject
        message["Message-ID"] = f"<{zlib.crc32(self.body.encode())}.{self.address}>"
        message["Date"] = "Mon, 15 Mar 2027 09:41:00 +0100"
        message.set_content(self.body)
        return message.as_bytes()


WEEK = [
    Mail(
        "Samen aan tafel: zo blijft ieder kind in beeld",
        "Noor van Dam <noor@devijver.example>",
        "Opening van de week in Zwolle",
        """\
Hallo,

Wij openen de week graag samen met jullie.

Titel: Samen aan tafel: zo blijft ieder kind in beeld
Datum: maandag 31 mei 2027
Tijd: 13.30 - 16.00 uur
Locatie: Stadhuis, Grote Kerkplein 15, Zwolle
Organisatie: Samenwerkingsverband De Vijver
Voor wie: gemeenten, samenwerkingsverbanden en ouders
Kosten: gratis
Omschrijving: Wethouders, scholen en ouders bespreken aan ronde tafels wat werkt om elk kind \
in beeld te houden.

Groet,
Noor van Dam
""",
        "Regiobijeenkomst",
    ),
    Mail(
        "Weer een eerste stap: terug naar school in kleine stukjes",
        "Team Thuis in School <team@thuisinschool.example>",
        "webinar dinsdag 1 juni",
        """\
Beste redactie,

Titel: Weer een eerste stap: terug naar school in kleine stukjes
Datum: dinsdag 1 juni 2027
Tijd: 15.30 tot 16.30 uur
Locatie: online
Organisatie: Thuis in School
Voor wie: ouders en leraren
Omschrijving: Een leerling, haar moeder en haar mentor vertellen hoe ze samen het eerste uur \
terugvonden.
Aanmelden: https://thuisinschool.example/webinar

Met vriendelijke groet,
Team Thuis in School
""",
        "Webinar",
    ),
    Mail(
        "Open ochtend in de schooltuin",
        "Jaap Meijer <directie@dewilg.example>",
        "Open ochtend in onze tuin",
        """\
Dag allemaal,

Titel: Open ochtend in de schooltuin
Datum: woensdag 2 juni 2027
Tijd: 9.30 - 12.00 uur
Locatie: Basisschool De Wilg, Tuinlaan 4, Deventer
Organisatie: Basisschool De Wilg
Voor wie: ouders, kinderen en jongeren
Omschrijving: Kinderen die even niet in de klas zijn, leiden bezoekers rond in de tuin waar \
zij leren.

Jaap Meijer
""",
        "Open dag of activiteit op school",
    ),
    Mail(
        "Ziek of niet naar school? Kennismiddag voor jeugdartsen en mentoren",
        "JGZ Rivierenland <jgz@rivierenland.example>",
        "Kennismiddag verzuim",
        """\
Titel: Ziek of niet naar school? Kennismiddag voor jeugdartsen en mentoren
Datum: woensdag 2 juni 2027
Tijd: 14.00 - 17.00 uur
Locatie: De Stoof, Markt 2, Tiel
Organisatie: JGZ Rivierenland
Voor wie: jeugdgezondheidszorg en leraren
Kosten: 15 euro
Omschrijving: Samen met jeugdartsen oefenen scholen het gesprek over verzuim dat niet overgaat.
""",
        "Kennisdeling",
    ),
    Mail(
        "Mijn kamer, mijn klas",
        "Stichting Kompas <info@kompas.example>",
        "Expositie de hele week",
        """\
Titel: Mijn kamer, mijn klas
Datum: 31 mei t/m 4 juni 2027
Locatie: Centrale bibliotheek, Utrecht
Organisatie: Stichting Kompas
Voor wie: iedereen
Omschrijving: Jongeren die thuiszaten maakten foto’s van de plek waar zij leerden.
""",
        "Campagne",
    ),
    Mail(
        "Inloopavond voor ouders van thuiszitters",
        "Ouders Samen <post@ouderssamen.example>",
        "inloopavond donderdag",
        """\
Titel: Inloopavond voor ouders van thuiszitters
Datum: donderdag 3 juni 2027
Tijd: 19.30 - 21.30 uur
Locatie: Buurthuis De Schakel, Oss
Organisatie: Ouders Samen
Voor wie: ouders
Kosten: gratis
Omschrijving: Praat mee met ouders die hetzelfde meemaken. Er is koffie, en niemand hoeft zich \
aan te melden.
""",
        "Regiobijeenkomst",
    ),
]
WAITING = [
    Mail(
        "Loop eens met mij mee",
        "Marit de Wit <m.dewit@hetanker.example>",
        "Ons idee voor de Actieweek",
        """\
Beste redactie,

Wij doen dit jaar graag weer mee! Op vrijdag 4 juni 2027 houden wij een wandeling met leerlingen
van de middelbare school en hun ouders: ‘Loop eens met mij mee’. We vertrekken om half elf bij
Het Anker, Havenstraat 12 in Hoorn en zijn rond een uur of één terug. Onderweg vertellen
leerlingen wat hen hielp om weer naar school te gaan.

Meedoen kost niets. Aanmelden kan tot en met 1 juni op https://hetanker.example/wandeling.

Hartelijke groet,

Marit de Wit
Het Anker, school voor voortgezet onderwijs
tel. 0229 555 012
""",
    ),
    Mail(
        "Zijn er nog posters?",
        "Gemeente Waterkant <onderwijs@waterkant.example>",
        "Zijn er nog posters?",
        """\
Goedemorgen,

Kunnen wij dit jaar weer posters van de Actieweek bestellen? En zo ja, tot wanneer?

Vriendelijke groet,
Team Onderwijs
""",
    ),
    Mail(
        "Inloopavond voor ouders van thuiszitters",
        "Ouders Samen <post@ouderssamen.example>",
        "Inloopavond: andere tijd",
        """\
Hallo,

De inloopavond voor ouders van thuiszitters op donderdag 3 juni begint een half uur later: om
20.00 uur. De rest blijft hetzelfde.

Groet,
Ouders Samen
""",
    ),
    # What the form tells as well, from somebody else who takes part.
    Mail(
        "Open lab: bouw mee aan een school",
        "Wijkteam Amersfoort <wijkteam@stadaandeeem.example>",
        "Open lab op dinsdag 1 juni",
        """Titel: Open lab: bouw mee aan een school
Datum: dinsdag 1 juni 2027
Tijd: 10.30 - 12.00 uur
Locatie: Het Lab, Stationsstraat 20, Amersfoort
Organisatie: Het Lab
Voor wie: iedereen
""",
    ),
]

# What one organiser fills in at the form, by the names of its fields.
FORM = {
    "title": "Open lab: bouw mee aan een school die past",
    "summary": "Leerlingen laten zien hoe hun dag eruitziet. Bezoekers bouwen mee aan een betere.",
    "text": "We beginnen met koffie. Daarna gaan we in kleine groepen aan het werk.",
    "first_day": "2027-06-01",
    "start_time": "10:00",
    "end_time": "12:00",
    "venue": "Het Lab",
    "address": "Stationsstraat 20",
    "place": "Amersfoort",
    "organiser": "Het Lab, school op maat",
    "costs": "gratis",
    "contact_name": "Sanne Bakker",
    "contact_email": "sanne@hetlab.example",
}
