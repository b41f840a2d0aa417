"""The files of a mail, kept: photos made anew, danger set apart, all of it seen by the scanner."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace

from agenda.images import NotAPhoto, PhotoProblem
from agenda.models import MaterialKind
from mail.message import Paper, ReadMessage
from submissions import files
from submissions.models import Consent, Verdict
from submissions.opening import guard
from submissions.opening.guard import Reader
from submissions.reading import pdfs
from submissions.reading.files import FileAction, ReadFile
from submissions.scanning import Scanner
from submissions.services import NewAttachment

LOGO_BYTES = 10_000  # smaller pictures within the text belong to a signature
PHOTO_SECONDS = 15.0  # for one photo
PHOTOS_SECONDS = 45.0  # for all photos of a mail: its claim lasts three minutes
CLEAN_TYPE = "image/jpeg"
NOT_SHOWN = (
    "Deze foto is niet te openen zonder wat erin verborgen zit. Vraag de afzender om een jpg."
)


@dataclass
class _Desk:
    """What the files of one mail share."""

    papers: dict[str, Paper]
    scanner: Scanner = field(default_factory=Scanner)
    end: float = field(default_factory=lambda: time.monotonic() + PHOTOS_SECONDS)


def kept(message: ReadMessage, found: Sequence[ReadFile]) -> list[NewAttachment]:
    """Store each file that counts by its content; safe to repeat."""
    desk = _Desk({one.sha256: one for one in _papers(message)})
    new = [_kept(one, desk) for one in found if _counts(one)]
    apart = {one.inside for one in new if one.inside and one.verdict is Verdict.QUARANTINE}
    return [_with_contents(one) if one.name in apart else one for one in new]


def _with_contents(one: NewAttachment) -> NewAttachment:
    """A mail or winmail.dat in which something was set apart: who has the one has the other."""
    problem = one.problem or "Hierin zit een bestand dat in quarantaine staat."
    return replace(one, verdict=Verdict.QUARANTINE, problem=problem)


def _papers(message: ReadMessage) -> Iterator[Paper]:
    yield from message.papers
    for inner in message.attached:
        yield from _papers(inner)


def _counts(one: ReadFile) -> bool:
    return not (one.part.inline and one.part.size < LOGO_BYTES)


def _kept(one: ReadFile, desk: _Desk) -> NewAttachment:
    paper = desk.papers.get(one.part.sha256, Paper("", ""))
    scanned = desk.scanner.scan(one.part.payload)
    content, content_type = one.part.payload, one.content_type
    problem = _danger(one, paper, scanned.signature)
    verdict = Verdict.QUARANTINE if problem else Verdict.KEEP
    photo = one.kind is MaterialKind.PHOTO
    if photo and not problem:
        try:
            content = clean(content, min(PHOTO_SECONDS, desk.end - time.monotonic()))
            content_type = CLEAN_TYPE
        except PhotoProblem:
            verdict, problem = Verdict.QUARANTINE, NOT_SHOWN
    stored = files.store(content)
    return NewAttachment(
        kind=one.kind,
        name=one.name or "bijlage",
        content_type=content_type,
        size=stored.size,
        sha256=stored.sha256,
        stored=stored.path,
        consent=Consent.UNKNOWN if photo else "",
        verdict=verdict,
        problem=problem or paper.problem,
        inside=one.inside,
        text="\f".join(paper.pages),
        contents=tuple(asdict(entry) for entry in one.contents),
        scan=scanned.scan,
    )


def _danger(one: ReadFile, paper: Paper, signature: str) -> str:
    """Why it is set apart: what the scanner found says most."""
    if signature:
        return f"De virusscanner vond hierin: {signature}."
    if one.action is FileAction.QUARANTINE:
        return one.problem
    return paper.problem if paper.problem in pdfs.ACTIVE.values() else ""


def clean(content: bytes, seconds: float = PHOTO_SECONDS) -> bytes:
    """The photo as a JPEG without hidden data. Raises `PhotoProblem`."""
    try:
        return guard.run(Reader.PHOTO, content, seconds=seconds)
    except guard.Failed as refused:
        raise (PhotoProblem(str(refused)) if str(refused) else NotAPhoto()) from refused
    except OSError as error:
        raise NotAPhoto from error
