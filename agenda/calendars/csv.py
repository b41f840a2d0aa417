"""CSV for spreadsheets: UTF-8 with a byte order mark, semicolons, as Dutch Excel reads it."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator

from agenda.calendars.feed import Feed, location, page_of
from agenda.calendars.text import spreadsheet_text
from agenda.models import Activity
from agenda.when import AMSTERDAM

COLUMNS: dict[str, Callable[[Activity], object]] = {
    "titel": lambda a: a.title,
    "stand": lambda a: a.get_status_display(),
    "eerste dag": lambda a: a.when.first,
    "laatste dag": lambda a: a.when.final,
    "begintijd": lambda a: f"{a.when.start:%H:%M}" if a.when.start else "",
    "eindtijd": lambda a: f"{a.when.end:%H:%M}" if a.when.end else "",
    "hele dag": lambda a: {True: "ja", False: "nee", None: ""}[a.when.all_day],
    "soort": lambda a: a.kind.name,
    "doelgroepen": lambda a: ", ".join(audience.name for audience in a.audiences.all()),
    "vorm": lambda a: a.get_attendance_display(),
    "waar": location,
    "locatie": lambda a: a.venue,
    "straat en nummer": lambda a: a.address,
    "postcode": lambda a: a.postcode,
    "plaats": lambda a: a.town,
    "gemeente": lambda a: a.municipality or "",
    "provincie": lambda a: a.province or "",
    "regio": lambda a: a.region or "",
    "organisator": lambda a: a.organiser,
    "partners": lambda a: ", ".join(partner.name for partner in a.partners.all()),
    "samenvatting": lambda a: a.summary,
    "website": lambda a: a.website,
    "aanmeldpagina": lambda a: a.registration_url,
    "aanmelden tot en met": lambda a: a.registration_closes,
    "kosten": lambda a: a.costs,
    "toelichting bij annulering": lambda a: a.status_note if a.is_cancelled else "",
    "pagina": page_of,
    "gewijzigd": lambda a: f"{a.modified.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}",
    "kenmerk": lambda a: a.public_id,
}


def table(feed: Feed) -> Iterator[bytes]:
    """One line an activity, under a line of headings. Columns are added at the end only."""
    yield codecs.BOM_UTF8 + _line(COLUMNS)
    for activity in feed.activities:
        yield _line(spreadsheet_text(column(activity)) for column in COLUMNS.values())


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
