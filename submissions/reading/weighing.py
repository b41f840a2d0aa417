"""What kind a mail is, by what all readers saw of it."""

from collections.abc import Sequence

from submissions.models import SubmissionKind as Kind
from submissions.reading import changes, names_told, papers, versions
from submissions.reading.context import Earlier
from submissions.reading.dates import DateRole
from submissions.reading.drafting import read_prose
from submissions.reading.files import ReadFile
from submissions.reading.interleaved import exchanges, introduces
from submissions.reading.invitation import Invitation
from submissions.reading.kind import Signs, decide, duplicate_of
from submissions.reading.kind_robots import is_newsletter, robot_kind
from submissions.reading.kind_told import asked_at
from submissions.reading.labels import Label
from submissions.reading.moments import read_moment
from submissions.reading.opening import open_page
from submissions.reading.page import Page
from submissions.reading.passage import READ_LIMIT, is_reply


def kind_of(
    page: Page, invitations: Sequence[Invitation], files: Sequence[ReadFile]
) -> tuple[Kind, Earlier | None]:
    message = page.message
    robot = robot_kind(message)
    if robot:
        return robot, None
    copy = duplicate_of(message, page.context)
    if copy:
        return Kind.DUPLICATE, copy
    told = [one for one in page.labels if one.label is not Label.OTHER]
    if is_newsletter(message, len({one.label for one in told})) and not invitations:
        return Kind.NEWSLETTER, None
    signs = signs_of(page, invitations, files, len(told))
    kind = decide(message, signs)
    if kind in (Kind.UPDATE, Kind.CANCELLATION, Kind.DUPLICATE):
        return kind, signs.related
    return kind, None


def signs_of(
    page: Page, invitations: Sequence[Invitation], files: Sequence[ReadFile], labels: int
) -> Signs:
    text = squeezed(page.passage.text)
    moment = page.moment
    subject_moment = read_moment(page.passage.subject, page.context, page.reference)
    inner = [open_page(one, page.context) for one in page.message.attached[:3]]
    day = (
        moment.day
        or subject_moment.day
        or next((p.moment.day for p in inner if p.moment.day), None)
    )
    sheet = papers.told_on(page) if day is None else None
    day = sheet[1].moment.day if sheet else day
    related = changes.related_to(page.message, page.passage, invitations, page.context, moment)
    return Signs(
        text="\n".join([text, *(squeezed(one.passage.text) for one in inner)]).strip()
        or squeezed(page.message.text[:READ_LIMIT]),
        dated=day is not None and day.role is DateRole.EVENT,
        ahead=day is not None and day.last >= page.reference,
        timed=bool(moment.times or subject_moment.times or (sheet and sheet[1].moment.times)),
        labels=labels,
        files=[one for one in files if not one.part.inline],
        invitations=invitations,
        related=related,
        standings=[
            versions.standing(one, page.message.sender.address, page.context.earlier)[0]
            for one in invitations
        ],
        replies=bool(is_reply(page.message.subject) and page.message.in_reply_to)
        or (related is not None and changes.answers(page.message, related)),
        tells=related is not None and _tells_values(page),
        day_asked=moment.day is not None
        and asked_at(page.passage.text[:8000], min(moment.day.start, 8000)),
        named=related is not None and names_told.names(page.message, page.passage, related),
        introduces=introduces(exchanges(page.passage.text, page.passage.quoted)),
        week_only=day is not None
        and any((day.first, day.last) == (week.first, week.last) for week in page.context.weeks),
    )


def squeezed(text: str) -> str:
    """Without the blanks that stand for what does not belong."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _tells_values(page: Page) -> bool:
    """Whether the words answer a question about place, page or contact."""
    if exchanges(page.passage.text, page.passage.quoted):
        return True
    told = read_prose(page.passage.text, (), page.context, page.moment)
    return any(one.field in ("address", "registration_url", "contact_email") for one in told)
