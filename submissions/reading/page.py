"""A message with what the readers need of it more than once."""

from dataclasses import dataclass
from datetime import date

from mail.message import Paper, ReadMessage
from submissions.reading.context import Context
from submissions.reading.labels import Labelled
from submissions.reading.moments import Moment
from submissions.reading.passage import Passage


@dataclass(frozen=True)
class Page:
    """`reference` is the day on which it was written, from which “next Tuesday” is counted."""

    message: ReadMessage
    passage: Passage
    context: Context
    reference: date
    labels: tuple[Labelled, ...]
    moment: Moment
    papers: tuple[tuple[Paper, "Page"], ...] = ()  # the documents that came along
