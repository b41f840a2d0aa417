"""A message opened for the readers: the part that counts, its labels, its day, its documents."""

from dataclasses import replace

from agenda.when import AMSTERDAM
from mail.message import ReadMessage
from submissions.reading import papers
from submissions.reading.context import Context
from submissions.reading.labels import labelled
from submissions.reading.moments import read_moment
from submissions.reading.page import Page
from submissions.reading.passage import READ_LIMIT, choose_passage
from submissions.reading.told import Told


def open_page(message: ReadMessage, context: Context) -> Page:
    passage = choose_passage(message, context)
    context = replace(context, told=_all_told(message, context))
    reference = message.date.astimezone(AMSTERDAM).date() if message.date else context.today
    moment = read_moment(passage.text, context, reference)
    labels = tuple(labelled(passage.text)[:400])
    sheets = tuple(
        (paper, open_page(papers.message_of(paper, message), context))
        for paper in [one for one in message.papers if any(one.pages)][: papers.PAPERS_LIMIT]
    )
    return Page(message, passage, context, reference, labels, moment, sheets)


def _all_told(message: ReadMessage, context: Context) -> Told:
    """All words of the mail, its signature included, and those of the mail that it came in."""
    text = "\n".join((message.subject, message.text, context.told.text))
    return Told(text[:READ_LIMIT])
