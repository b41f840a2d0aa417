# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Facts in tables and lists, of one activity and of several."""

from .labels import Mail, act
from .mime import text
from .programs import bare, gmail, outlook_web, roundcube


def rows(*lines: str, tag: str = "td", style: str = "") -> str:
    """Table rows of cells between bars."""
    return "".join(
        "<tr>"
        + "".join(f"<{tag}{style}>{cell.strip()}</{tag}>" for cell in line.split("|"))
        + "</tr>\n"
        for line in lines
    )


TWO_COLUMNS = f"""<html><head><style>td {{padding:4px}}</style></head><body>
<table width="100%" bgcolor="#f4f4f4"><tr><td align="center">
<table width="600"><tr><td><img src="https://cdn.example.com/logo.png" width="200" alt="Kennisnetwerk Thuisonderwijs"></td></tr>
<tr><td>
<p>Beste redactie,</p><p>Wij doen mee. De gegevens:</p>
<table border="1" cellspacing="0">
{rows("<b>Activiteit</b>|Leren zonder lokaal", "<b>Wanneer</b>|Vrijdag 4 juni 2027", "<b>Tijd</b>|10:00&ndash;12:30 uur (vanaf 9:45 staat de koffie klaar)", "<b>Waar</b>|Stadsboerderij De Griend<br>Griendweg 2<br>3402&nbsp;AB IJsselstein", "<b>Voor wie</b>|Leerkrachten, ouders en hulpverleners", '<b>Aanmelden</b>|<a href="https://netwerkthuisonderwijs.example.nl/lokaal?utm_source=actieweek&amp;utm_campaign=mei">Meld je hier aan</a>', '<b>Info</b>|<a href="mailto:hallo@netwerkthuisonderwijs.example.nl">hallo@netwerkthuisonderwijs.example.nl</a>')}
</table>
<p>Dank!</p>
</td></tr>
<tr><td style="font-size:10px;color:#999">Kennisnetwerk Thuisonderwijs &middot; Postbus 27, 3400 AA IJsselstein &middot; <a href="https://www.netwerkthuisonderwijs.example.nl/?utm_source=footer">netwerkthuisonderwijs.example.nl</a></td></tr>
</table></td></tr></table>
<img src="https://cdn.example.com/open.gif?id=31052027" width="1" height="1">
</body></html>
"""

WEEK = """<html><body><p>Goedemiddag,</p>
<p>Hierbij het weekprogramma van Samenwerkingsverband Veenkant voor de actieweek 2019.</p>
<table border="1" cellpadding="3">
<thead><tr><th>Datum</th><th>Tijd</th><th>Activiteit</th><th>Locatie</th><th>Doelgroep</th></tr></thead>
<tbody>
<tr><td rowspan="2">maandag 3 juni</td><td>9.00 - 10.00</td><td>Startontbijt</td><td>Kantoor SWV, Industrieweg 40, Hoogeveen</td><td>schooldirecteuren</td></tr>
<tr><td>15.30 - 17.00</td><td>Workshop Verzuimgesprek</td><td>Kantoor SWV, Industrieweg 40, Hoogeveen</td><td>mentoren</td></tr>
<tr><td>woensdag 5 juni</td><td>14.00 - 16.00</td><td>Kinderen aan het woord</td><td>Bibliotheek Meppel, Kerkplein 1a</td><td>kinderen en ouders</td></tr>
<tr><td>vrijdag 7 juni</td><td>12.30 - 13.30</td><td>Slotlunch</td><td>online via Teams</td><td>iedereen</td></tr>
</tbody></table>
<p>Opgeven voor alle onderdelen: <a href="https://swvveenkant.example.nl/opgeven">swvveenkant.example.nl/opgeven</a></p>
<p>Groet,<br>Ilse Ottens<br>Samenwerkingsverband Veenkant<br>ilse@swvveenkant.example.nl</p>
</body></html>
"""

SHEET = """Dag allen,

Even gekopieerd uit onze planning, alles bij De Wijkwijzer (Stationsplein 9, Spijkenisse):

datum\ttijd\twat\tvoor wie
31/5\t9:00-10:30\tKoffie met de leerplichtambtenaar\touders
1/6\t13:00-14:30\tBoksles zonder cijfers\tjongeren
2/6\t19:00-21:00\tVragenuur passend onderwijs\touders

Aanmelden hoeft niet. Vragen: wijkwijzer@nissewaardhelpt.example.nl

Ton
De Wijkwijzer
"""

LIST = """Beste redactie,

Vier keer raak dit jaar, in vier plaatsen:

1. Best - ma 31 mei, 16.00-17.30 uur, 'Wie belt er?', Raadhuisplein 1, voor zorgcoördinatoren
2. Veghel - di 1 juni, 19.30-21.00 uur, 'Slapen is ook leren', De Blauwe Kei, voor ouders
3. Uden - wo 2 juni, 14.00-15.30 uur, 'Hutten bouwen', Natuurtuin, Boekelsedijk 5, voor kinderen
4. Den Bosch - do 3 juni, 09.30-11.30 uur, 'Lagerhuisdebat thuiszitters', stadhuis, voor wethouders en schoolbesturen

Inlichtingen: GGD Meierij, jgz@ggdmeierij.example.nl, www.ggdmeierij.example.nl/actieweek

Groeten, ook namens de collega's,
Bram
"""

STACKED = f"""<html><body>
<p>Dag,</p><p>Twee avonden van ons. Zie de blokken.</p>
<table style="border:1px solid #ccc">{rows("<b>AVOND 1</b>|Film: De lege bank", "Datum|dinsdag 1 juni", "Tijd|20.00-22.00 uur", "Zaal|Filmhuis De Lamp, Nieuwe Rijn 44, Leiden", "Voor|iedereen")}</table>
<p>&nbsp;</p>
<table style="border:1px solid #ccc">{rows("<b>AVOND 2</b>|Nagesprek met makers", "Datum|donderdag 3 juni", "Tijd|20.00-21.30 uur", "Zaal|Volkshuis, Apothekersdijk 33a, Leiden", "Voor|ouders en leraren")}</table>
<p>Kaarten: <a href="https://filmhuisdelamp.example.nl/kaarten">filmhuisdelamp.example.nl/kaarten</a></p>
<p>Stichting Leerlicht</p>
</body></html>
"""

VEEN = {
    "by": "Samenwerkingsverband Veenkant",
    "reg": "https://swvveenkant.example.nl/opgeven",
    "mail": "ilse@swvveenkant.example.nl",
}
KANTOOR = "Kantoor SWV | Industrieweg 40, Hoogeveen | Hoogeveen"
WIJZER = {
    "place": "De Wijkwijzer | Stationsplein 9, Spijkenisse | Nissewaard",
    "by": "De Wijkwijzer",
    "mail": "wijkwijzer@nissewaardhelpt.example.nl",
}
MEIERIJ = {
    "by": "GGD Meierij",
    "mail": "jgz@ggdmeierij.example.nl",
    "web": "https://www.ggdmeierij.example.nl/actieweek",
}
LEERLICHT = {"by": "Stichting Leerlicht", "reg": "https://filmhuisdelamp.example.nl/kaarten"}

MAILS = [
    Mail(
        "tabel-in-tabel",
        bare(
            "Kennisnetwerk Thuisonderwijs <hallo@netwerkthuisonderwijs.example.nl>",
            "Onze bijdrage aan de actieweek",
            "2027-05-04 12:00",
            "",
            part=text(TWO_COLUMNS, "html", encoding="base64"),
        ),
        "submission",
        activities=(act("Leren zonder lokaal", "2027-06-04 10:00-12:30", "Stadsboerderij De Griend | Griendweg 2, 3402 AB IJsselstein | IJsselstein", "onderwijs ouders jeugdhulp", "Kennisnetwerk Thuisonderwijs", web="https://www.netwerkthuisonderwijs.example.nl/", reg="https://netwerkthuisonderwijs.example.nl/lokaal", mail="hallo@netwerkthuisonderwijs.example.nl"),),
        tests="two columns inside layout tables; address over three lines; links only in href; post box and tracking pixel with a date",
    ),
    Mail(
        "weekprogramma-met-rowspan",
        bare(
            "Ilse Ottens <ilse@swvveenkant.example.nl>",
            "weekprogramma",
            "2019-05-15 13:05",
            "",
            part=b'Content-Type: multipart/alternative; boundary="=-veen"\n\n--=-veen\n'
            + text(
                "Uw e-mailprogramma ondersteunt geen HTML. Bekijk dit bericht in een ander programma.\n",
                encoding="7bit",
            )
            + b"\n--=-veen\n"
            + text(WEEK, "html")
            + b"\n--=-veen--\n",
        ),
        "submission",
        2019,
        activities=(
            act("Startontbijt", "2019-06-03 09:00-10:00", KANTOOR, "onderwijs", **VEEN, or_audience=["bestuurders"]),
            act("Workshop Verzuimgesprek", "2019-06-03 15:30-17:00", KANTOOR, "onderwijs", **VEEN, or_title=["Verzuimgesprek"]),
            act("Kinderen aan het woord", "2019-06-05 14:00-16:00", "Bibliotheek Meppel | Kerkplein 1a, Meppel | Meppel", "jongeren ouders", **VEEN),
            act("Slotlunch", "2019-06-07 12:30-13:30", "online", "iedereen", **VEEN),
        ),
        tests="plain part without content; table with a head and a day over two rows; a date without a year; one registration page for all",
    ),
    Mail(
        "uit-rekenblad",
        gmail(
            "Ton <ton.wijkwijzer@example.com>",
            "planning actieweek",
            "2027-05-12 09:09",
            SHEET,
            html="<pre>" + SHEET + "</pre>",
        ),
        "submission",
        activities=(
            act("Koffie met de leerplichtambtenaar", "2027-05-31 09:00-10:30", who="ouders", **WIJZER),
            act("Boksles zonder cijfers", "2027-06-01 13:00-14:30", who="jongeren", **WIJZER),
            act("Vragenuur passend onderwijs", "2027-06-02 19:00-21:00", who="ouders", **WIJZER),
        ),
        tests="cells with tabs, pasted from a sheet; '31/5'; one place for all rows; a guest in a title is no audience",
    ),
    Mail(
        "genummerde-lijst",
        roundcube(
            "Bram Cremers <b.cremers@ggdmeierij.example.nl>",
            "Vier activiteiten",
            "2027-04-28 15:33",
            LIST,
            width=200,
        ),
        "submission",
        activities=(
            act("Wie belt er?", "2027-05-31 16:00-17:30", "- | Raadhuisplein 1, Best | Best", "onderwijs", **MEIERIJ),
            act("Slapen is ook leren", "2027-06-01 19:30-21:00", "De Blauwe Kei | - | Meierijstad", "ouders", **MEIERIJ),
            act("Hutten bouwen", "2027-06-02 14:00-15:30", "Natuurtuin | Boekelsedijk 5, Uden | Maashorst", "jongeren", **MEIERIJ),
            act("Lagerhuisdebat thuiszitters", "2027-06-03 09:30-11:30", "stadhuis | - | 's-Hertogenbosch", "bestuurders", **MEIERIJ),
        ),
        tests="numbered list, a town in front; Best as a town beside 'Beste'; Veghel, Uden and Den Bosch",
    ),
    Mail(
        "twee-blokken",
        outlook_web(
            "Stichting Leerlicht <leerlicht@example.nl>",
            "Twee avonden",
            "2027-05-17 21:12",
            "",
            html=STACKED,
        ),
        "submission",
        activities=(
            act("Film: De lege bank", "2027-06-01 20:00-22:00", "Filmhuis De Lamp | Nieuwe Rijn 44, Leiden | Leiden", "iedereen", **LEERLICHT, or_title=["De lege bank"]),
            act("Nagesprek met makers", "2027-06-03 20:00-21:30", "Volkshuis | Apothekersdijk 33a, Leiden | Leiden", "ouders onderwijs", **LEERLICHT),
        ),
        tests="one small table an activity; tickets as registration; organiser in the closing line",
    ),
]
