"""The items of a choice as a table for a spreadsheet: CSV and XLSX hold the same cells."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from django.utils import timezone

from agenda.calendars.text import spreadsheet_text
from agenda.models import Kind, Municipality
from moderation.rows import title_of
from submissions.facts import Facts
from submissions.models import Proposal, Submission

Line = tuple[Submission, Proposal | None, Facts]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Names:
    """What slugs and codes are called, asked once for the whole table."""

    def __init__(self) -> None:
        self.kinds = dict(Kind.objects.values_list("slug", "name"))
        self.municipalities = dict(Municipality.objects.values_list("code", "name"))


# Columns are added at the end only: people refer to them by letter.
COLUMNS: dict[str, Callable[[Line, Names], object]] = {
    "kenmerk": lambda line, _: line[0].reference,
    "stand": lambda line, _: line[0].get_state_display(),
    "soort bericht": lambda line, _: line[0].get_kind_display(),
    "kanaal": lambda line, _: line[0].get_channel_display(),
    "ontvangen": lambda line, _: f"{timezone.localtime(line[0].received_at):%Y-%m-%d %H:%M}",
    "editie": lambda line, _: line[0].edition.year if line[0].edition else "",
    "afzender": lambda line, _: line[0].sender_name,
    "e-mailadres": lambda line, _: line[0].sender_email,
    "onderwerp": lambda line, _: line[0].subject,
    "voorstel": lambda line, _: line[1].get_state_display() if line[1] else "",
    "titel": lambda line, _: title_of(line[1]) if line[1] else "",
    "soort activiteit": lambda line, names: names.kinds.get(line[2].kind, line[2].kind),
    "eerste dag": lambda line, _: line[2].first_day or "",
    "laatste dag": lambda line, _: line[2].last_day or "",
    "begintijd": lambda line, _: f"{line[2].start_time:%H:%M}" if line[2].start_time else "",
    "eindtijd": lambda line, _: f"{line[2].end_time:%H:%M}" if line[2].end_time else "",
    "locatie": lambda line, _: line[2].venue,
    "plaats": lambda line, _: line[2].town,
    "gemeente": lambda line, names: names.municipalities.get(line[2].municipality, ""),
    "organisator": lambda line, _: line[2].organiser,
}


def lines_of(items: Iterable[Submission]) -> Iterator[Line]:
    """One for each proposal; one for an item without."""
    for item in items:
        proposals = list(item.proposals.all())
        for proposal in proposals:
            yield item, proposal, proposal.facts
        if not proposals:
            yield item, None, Facts()


def cells(items: Iterable[Submission]) -> Iterator[list[str]]:
    """Rows of text under a row of headings; none of it is computed by a spreadsheet."""
    yield list(COLUMNS)
    names = Names()
    for line in lines_of(items):
        yield [spreadsheet_text(column(line, names)) for column in COLUMNS.values()]


def as_csv(items: Iterable[Submission]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Dutch Excel reads it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(cells(items))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(items: Iterable[Submission]) -> bytes:
    # Here, because each web process would hold the library for the one page that needs it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Inzendingen")
    sheet.freeze_panes = "A2"
    for row in cells(items):
        made = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"  # text, whatever it looks like
            made.append(cell)
        sheet.append(made)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
