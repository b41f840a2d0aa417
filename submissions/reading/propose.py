"""One message read as a whole: its kind, what it tells of each activity, its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agenda.models.fields import fold
from agenda.when import AMSTERDAM
from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading import around, changes, papers, several, versions
from submissions.reading.context import Context, Earlier
from submissions.reading.dates import DateRole
from submissions.reading.drafting import ReadDraft, as_attached, draft, read_prose
from submissions.reading.files import ReadFile, read_file
from submissions.reading.finishing import finished, finished_invitation
from submissions.reading.found import Found
from submissions.reading.interleaved import exchanges
from submissions.reading.invitation import Invitation, read_invitations
from submissions.reading.kind import Signs, decide, duplicate_of
from submissions.reading.kind_robots import is_newsletter, robot_kind
from submissions.reading.labels import Label, labelled
from submissions.reading.links import clean_url, is_page, pages
from submissions.reading.moments import read_moment
from submissions.reading.organisers import read_organiser
from submissions.reading.page import Page
from submissions.reading.passage import READ_LIMIT, choose_passage, is_reply
from submissions.reading.titles import from_subject
from submissions.reading.told import Told
from submissions.reading.vcards import read_cards

SURE_NAME = 0.75
WITHOUT_ACTIVITIES = frozenset(
    {Kind.MATERIAL, Kind.QUESTION, Kind.SPAM, Kind.AUTO_REPLY, Kind.BOUNCE, Kind.NEWSLETTER}
    | {Kind.DUPLICATE, Kind.UNREADABLE}
)


@dataclass(frozen=True)
class Reading:
    """`year` is that of the edition; `refers_to` the key of the `Earlier` it points at."""

    kind: Kind
    drafts: tuple[ReadDraft, ...] = ()
    files: tuple[ReadFile, ...] = ()
    links: tuple[str, ...] = ()
    year: int | None = None
    refers_to: str = ""
    problems: tuple[str, ...] = ()
    invited: bool = False


def propose(message: ReadMessage, context: Context) -> Reading:
    """Read one message. Pure: the context is all that it knows of the world."""
    files = tuple(read_files(message))
    page = open_page(message, context)
    problems = list(message.problems)
    invitations, more = read_invitations(message.calendars, page.context, page.reference)
    problems += more
    kind, related = _kind(page, invitations, files)
    drafts: tuple[ReadDraft, ...] = ()
    if kind not in WITHOUT_ACTIVITIES:
        drafts, more = _drafts(page, invitations, kind, related)
        problems += more
    return Reading(
        kind=kind,
        drafts=drafts,
        files=files,
        links=_material_links(page) if kind is Kind.MATERIAL else (),
        year=_year(page, drafts, related),
        refers_to=related.key if related else "",
        problems=tuple(dict.fromkeys(problems)),
        invited=bool(invitations),
    )


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


def squeezed(text: str) -> str:
    """Without the blanks that stand for what does not belong."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def read_files(message: ReadMessage, inside: str = "") -> list[ReadFile]:
    found = [read_file(part, inside) for part in message.parts]
    for attached in message.attached:
        found += read_files(attached, inside=attached_name(attached))
    return found


def attached_name(attached: ReadMessage) -> str:
    """What to call a mail that came inside another: most have no name of their own."""
    return attached.container or f"{attached.subject[:100] or 'bericht'}.eml"


def _kind(
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
    if is_newsletter(message, len(told)) and not invitations:
        return Kind.NEWSLETTER, None
    signs = _signs(page, invitations, files, len(told))
    kind = decide(message, signs)
    if kind in (Kind.UPDATE, Kind.CANCELLATION, Kind.DUPLICATE):
        return kind, signs.related
    return kind, None


def _signs(
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
        named=related is not None and changes.names(page.message, page.passage, related),
        week_only=day is not None
        and any((day.first, day.last) == (week.first, week.last) for week in page.context.weeks),
    )


def _tells_values(page: Page) -> bool:
    """Whether the words answer a question about place, page or contact."""
    if exchanges(page.passage.text, page.passage.quoted):
        return True
    told = read_prose(page.passage.text, (), page.context, page.moment)
    return any(one.field in ("address", "registration_url", "contact_email") for one in told)


def _drafts(
    page: Page, invitations: Sequence[Invitation], kind: Kind, related: Earlier | None
) -> tuple[tuple[ReadDraft, ...], list[str]]:
    if invitations:
        return _from_invitations(page, invitations, kind)
    inner = _told_inside(page)
    if inner is not None:
        drafts, problems = _drafts(inner, (), kind, related)
        name = attached_name(inner.message)
        return tuple(_attached_draft(one, name) for one in drafts), problems
    if kind in (Kind.UPDATE, Kind.CANCELLATION):
        found, problems = changes.read_change(page, kind, related)
        one, more = draft([*found, *_shared(page), *changes.named_in_subject(page)])
        return (one,), [*problems, *more]
    sheet = papers.told_on(page)
    if sheet is not None:
        paper, told = sheet
        drafts, problems = _drafts(told, (), kind, related)
        return tuple(papers.on_paper(one, paper) for one in drafts), problems
    drafts, problems = _told_in_text(page)
    return _with_papers(page, drafts), problems


def _told_in_text(page: Page) -> tuple[tuple[ReadDraft, ...], list[str]]:
    candidates, problems = several.read_all(page)
    shared = [*_shared(page), *from_subject(page.passage.subject, page.passage.text)]
    if not any(one.field == "first_day" for group in candidates for one in group):
        shared += around.from_subject_line(page)
    sender = fold(page.passage.sender.name)
    read = [
        draft(one for one in [*group, *shared] if not _is_sender(one, sender))
        for group in candidates
    ]
    drafts = _finished(page, [one for one, _ in read if one.facts.told()])
    return drafts, [*problems, *(problem for _, more in read for problem in more)]


def _is_sender(one: Found, sender: str) -> bool:
    """The name under a mail is nothing that is organised, unless a label or quotes say so."""
    if one.field != "title" or one.confidence >= SURE_NAME:
        return False
    words, known = set(fold(str(one.value)).split()), set(sender.split())
    return bool(words) and 2 * len(words & known) >= 1.3 * max(len(words), len(known))


def _finished(page: Page, drafts: Sequence[ReadDraft]) -> tuple[ReadDraft, ...]:
    """Of several activities each has its own kind, but the text is not of one of them."""
    alike = len({one.facts.title for one in drafts}) < 2
    text = page.passage.text if alike else ""
    return tuple(finished(one, text, page.context, page.labels) for one in drafts)


def _shared(page: Page) -> list[Found]:
    """Who holds it: the same for all activities of a mail."""
    passage = page.passage
    organiser = read_organiser(passage.text, list(passage.signature_lines), passage.sender)
    cards = read_cards(page.message.parts, page.context.own)
    return [
        *organiser,
        *around.from_signature(page),
        *around.from_own_address(page, organiser),
        *cards,
    ]


def _attached_draft(one: ReadDraft, name: str) -> ReadDraft:
    return replace(one, found={key: as_attached(found, name) for key, found in one.found.items()})


def _with_papers(page: Page, drafts: tuple[ReadDraft, ...]) -> tuple[ReadDraft, ...]:
    """What a document tells of the same day fills what the mail left open of its one activity."""
    if len(drafts) != 1 or drafts[0].facts.first_day is None:
        return drafts
    one = drafts[0]
    for paper, sheet in page.papers:
        told = _told_in_text(sheet)[0]
        same = [other for other in told if other.facts.first_day == one.facts.first_day]
        if len(same) == len(told) == 1:
            one = papers.filled(one, same[0], paper)
    return (one,)


def _told_inside(page: Page) -> Page | None:
    """The mail inside the mail, when that one tells of the activity and this one does not."""
    if page.moment.day is not None or len(page.passage.text.strip()) > 600:
        return None
    pages_ = [open_page(one, page.context) for one in page.message.attached[:3]]
    return next((inner for inner in pages_ if inner.moment.day or inner.labels), None)


def _from_invitations(
    page: Page, invitations: Sequence[Invitation], kind: Kind
) -> tuple[tuple[ReadDraft, ...], list[str]]:
    drafts, problems = [], []
    for one in invitations:
        if one.cancelled and kind is Kind.SUBMISSION:  # a session that never was
            continue
        found = list(one.found)
        if one.cancelled:
            found = [f for f in found if f.field not in changes.NOT_OF_CANCELLATION]
        else:
            found += around.from_description(page, one)
            found += _left_open(page, found)
        made, more = draft(found)
        if kind is Kind.SUBMISSION:
            made = finished_invitation(made, one.description, page.context)
        drafts.append(replace(made, calendar=one))
        problems += [*one.problems, *more, *_version(page, one)]
    return tuple(drafts), problems


def _left_open(page: Page, found: Sequence[Found]) -> list[Found]:
    """Who sent it, where an appointment names no organiser."""
    if any(one.field == "organiser" for one in found):
        return []
    return [replace(one, confidence=one.confidence * 0.8) for one in _shared(page)]


def _version(page: Page, one: Invitation) -> list[str]:
    """Which version it is of what came before."""
    sender = page.message.sender.address
    told = versions.note(
        versions.version_of(one, sender), *versions.standing(one, sender, page.context.earlier)
    )
    return [told] if told else []


def _material_links(page: Page) -> tuple[str, ...]:
    """The films and pages that a mail with material points at."""
    found = [one.url for one in pages(page.passage.text, page.message.links, downloads=True)]
    urls = [url for url in (clean_url(link.url) for link in page.message.links) if is_page(url)]
    known = {fold(url).rstrip("/") for url in found}
    return tuple(found + [url for url in urls if fold(url).rstrip("/") not in known][:5])


def _year(page: Page, drafts: Sequence[ReadDraft], related: Earlier | None) -> int | None:
    """The edition nearest to the day that is told, otherwise that of the time of the mail."""
    days = [one.facts.first_day for one in drafts if one.facts.first_day]
    if not days and related and related.days:
        days = [related.days[0]]
    week = page.context.week_near(days[0]) if days else page.context.week_ahead(page.reference)
    return week.year if week else None
