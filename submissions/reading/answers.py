"""An answer to a question of ours: only what was asked is looked for, in whatever form it comes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from mail.message import ReadMessage
from submissions.reading.context import Context
from submissions.reading.drafting import LIKELY, draft, read_labels, read_prose, read_value
from submissions.reading.found import Found, best
from submissions.reading.homes import one_place
from submissions.reading.labels import Label
from submissions.reading.opening import open_page
from submissions.reading.page import Page
from submissions.reading.passage import choose_passage

BARE_LIMIT = 200  # characters of an answer that holds nothing but the value
# Questions that may be answered by a bare name: "De Zwaan, Ede".
_BARE: dict[str, Label] = {
    "title": Label.TITLE,
    "venue": Label.PLACE,
    "audiences": Label.AUDIENCE,
    "organiser": Label.ORGANISER,
}
_GREETING = re.compile(r"(?:beste|hallo|hoi|hi|dag|geachte|goede\w*)\b[^\n]{0,60}", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"[?!]|\b(?:weet|weten|nog niet|later|onbekend)\b", re.IGNORECASE)


def read_answer(
    message: ReadMessage, asked: Collection[str], wanted: Collection[str], context: Context
) -> Mapping[str, Found]:
    """The values for the `wanted` fields; `asked` names the topics that were asked for.

    Offsets count in the text of the message.
    """
    page = open_page(message, context)
    telling = [one for one in page.labels if one.label is not Label.OTHER]
    found, _ = read_labels(telling, context, page.reference, message.links)
    found += read_prose(page.passage.text, message.links, context, page.moment)
    if not any(one.field in asked for one in found):
        found += _only_the_end(found, asked) + _bare(page, asked)
    # An end without a beginning is no whole activity, but it is an answer.
    told = {**best(one_place(found)), **draft(found)[0].found}
    return {name: one for name, one in told.items() if name in wanted}


def own_words(message: ReadMessage, context: Context) -> str:
    """What the writer of a reply wrote, without what it quotes."""
    lines = [line.strip() for line in choose_passage(message, context).text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _only_the_end(found: Sequence[Found], asked: Collection[str]) -> list[Found]:
    """Who is asked how late it ends, and names one time, means the end."""
    if "end_time" not in asked or "start_time" in asked:
        return []
    return [replace(one, field="end_time") for one in found if one.field == "start_time"]


def _bare(page: Page, asked: Collection[str]) -> list[Found]:
    """A short answer to a single question is its value."""
    topics = [name for name in asked if name in _BARE]
    text = page.passage.text
    lines = [
        line for line in text.split("\n") if line.strip() and not _GREETING.match(line.strip())
    ]
    if len(topics) != 1 or len(lines) != 1 or _NOT_A_NAME.search(lines[0]):
        return []
    value = lines[0].strip().rstrip(".")
    if len(value) > BARE_LIMIT:
        return []
    label = _BARE[topics[0]]
    start = text.index(value)
    found = read_value(label, "antwoord", value, start, page.context)
    return [
        Found(one.field, one.value, one.start, one.end, one.quote, one.source, LIKELY)
        for one in found
    ]
