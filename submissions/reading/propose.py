"""One message read as a whole: its kind, what it tells of each activity, its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agenda.models.fields import fold
from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading import around, changes, own_house, papers, several, versions
from submissions.reading.context import Context, Earlier
from submissions.reading.drafting import ReadDraft, as_attached, draft
from submissions.reading.files import ReadFile, read_file
from submissions.reading.finishing import finished, finished_invitation
from submissions.reading.found import Found
from submissions.reading.interleaved import exchanges, read_exchanges
from submissions.reading.invitation import Invitation, read_invitations
from submissions.reading.links import clean_url, is_page, pages
from submissions.reading.opening import open_page
from submissions.reading.organisers import read_organiser
from submissions.reading.page import Page
from submissions.reading.same_house import with_addresses
from submissions.reading.titles import from_subject
from submissions.reading.vcards import read_cards
from submissions.reading.weighing import kind_of

SURE_NAME = 0.75
_ANSWERED = frozenset({"title", "audiences", "registration_url", "contact_email"})
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
    context = _knowing_us(message, context)
    files = tuple(read_files(message))
    page = open_page(message, context)
    problems = list(message.problems)
    invitations, more = read_invitations(message.calendars, page.context, page.reference)
    problems += more
    kind, related = kind_of(page, invitations, files)
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


def _knowing_us(message: ReadMessage, context: Context) -> Context:
    """The address that the mail was sent to is ours, though it may be an old or a passing one."""
    to = {one.address.lower() for one in message.to if one.address}
    site = message.sender.address.lower().rpartition("@")[2]
    if len(to) != 1 or to <= context.own or any(one.endswith(f"@{site}") for one in to):
        return context
    return replace(context, own=context.own | to)


def read_files(message: ReadMessage, inside: str = "") -> list[ReadFile]:
    found = [read_file(part, inside) for part in message.parts]
    for attached in message.attached:
        found += read_files(attached, inside=attached_name(attached))
    return found


def attached_name(attached: ReadMessage) -> str:
    """What to call a mail that came inside another: most have no name of their own."""
    return attached.container or f"{attached.subject[:100] or 'bericht'}.eml"


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
        return _changed(page, kind, related)
    sheet = papers.told_on(page)
    if sheet is not None:
        paper, told = sheet
        drafts, problems = _drafts(told, (), kind, related)
        return tuple(papers.on_paper(one, paper) for one in drafts), problems
    drafts, problems = _told_in_text(page)
    return _with_papers(page, drafts), problems


def _changed(
    page: Page, kind: Kind, related: Earlier | None
) -> tuple[tuple[ReadDraft, ...], list[str]]:
    groups, problems = changes.read_changes(page, kind, related), list[str]()
    if not groups:
        found, problems = changes.read_change(page, kind, related)
        groups = [[*found, *changes.named_in_subject(page)]]
    # Where the sender has its office is nothing that changes.
    shared = [
        one for one in _shared(page) if one.field in ("organiser", "contact_email", "website")
    ]
    read = [draft([*found, *shared]) for found in groups]
    return tuple(one for one, _ in read), [*problems, *(p for _, more in read for p in more)]


def _told_in_text(page: Page) -> tuple[tuple[ReadDraft, ...], list[str]]:
    candidates, problems = several.read_all(page)
    candidates = with_addresses(candidates)
    shared = _shared(page)
    shared += _named_in_subject(page, shared, candidates)
    if not any(one.field == "first_day" for group in candidates for one in group):
        shared += around.from_subject_line(page)
    shared += own_house.at_home(page, [o for o in shared if o.field == "organiser"], candidates)
    sender = fold(page.passage.sender.name)
    if len(candidates) == 1:
        candidates = [_with_answers(page, candidates[0])]
    read = [
        draft(one for one in [*group, *shared] if not _is_sender(one, sender))
        for group in candidates
    ]
    drafts = _finished(page, [one for one, _ in read if one.facts.told()])
    return drafts, [*problems, *(problem for _, more in read for problem in more)]


def _named_in_subject(
    page: Page, shared: Sequence[Found], groups: Sequence[Sequence[Found]]
) -> list[Found]:
    """The subject as a name; where it only says who holds it, and the text has a name, nothing."""
    holders = {fold(str(one.value)) for one in shared if one.field == "organiser"}
    named = all(any(one.field == "title" for one in group) for group in groups)
    told = from_subject(page.passage.subject, page.passage.text)
    return [one for one in told if not named or fold(str(one.value)) not in holders]


def _with_answers(page: Page, found: Sequence[Found]) -> list[Found]:
    """What was answered right below a question of ours: a page is for what was asked."""
    answers = read_exchanges(exchanges(page.passage.text, page.passage.quoted), page.context)
    told = [one for one in answers if one.field in _ANSWERED]
    pages_ = {one.quote for one in told}
    return [*(one for one in found if one.field != "website" or one.quote not in pages_), *told]


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
        *own_house.from_own_address(page, organiser),
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
