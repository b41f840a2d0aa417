"""Files from the form: what may come in, and the place where they wait until it is sent.

What a file is follows from its bytes; its name must agree. What is not on the list is refused. Of
a photo only a clean rendition is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePath
from typing import BinaryIO, cast
from uuid import UUID

import filetype
from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from agenda.models import MaterialKind
from submissions.errors import RejectedFile
from submissions.files import store
from submissions.forms.text import one_line
from submissions.models import Attachment, Scan, Upload
from submissions.reading import archives, pdfs
from submissions.scanning import Scanner

MB = 1024 * 1024
MAX_FILES = 20
MAX_TOTAL = 60 * MB
MAX_SIZE = {MaterialKind.PHOTO: 10 * MB, MaterialKind.DOCUMENT: 25 * MB}
MAX_UNSENT = 4096 * MB  # of all forms together that were not sent yet: a disk is not endless
SCAN_SECONDS = 8.0  # somebody is waiting
KEPT_FOR = timedelta(days=3)  # longer than anybody leaves a form open

OFFICE = "application/vnd.openxmlformats-officedocument"
PHOTO_NAMES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif"})
# The end of the name, and the content type that the bytes must then have.
DOCUMENTS = {
    ".pdf": "application/pdf",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".pptx": f"{OFFICE}.presentationml.presentation",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
HINTS = {
    **dict.fromkeys(
        (".doc", ".ppt", ".xls", ".rtf", ".txt", ".pages", ".key"),
        "Sla het op als pdf en kies het opnieuw.",
    ),
    **dict.fromkeys(
        (".mp4", ".mov", ".avi", ".mkv", ".webm"),
        "Zet een video op een videosite en vul hieronder de link in.",
    ),
    **dict.fromkeys((".gif", ".bmp", ".tif", ".tiff", ".svg"), "Maak er een jpg of png van."),
    ".zip": "Kies de bestanden die erin zitten los.",
}


@dataclass(frozen=True, slots=True)
class Checked:
    kind: MaterialKind
    name: str
    content_type: str


def check(file: UploadedFile) -> Checked:
    """What the file is; raises `RejectedFile` with a sentence that names the file."""
    name = clean_name(file.name or "")
    suffix = PurePath(name).suffix.lower()
    if not file.size:
        raise RejectedFile(f"‘{name}’ is leeg. Kies het bestand opnieuw.")
    if suffix in PHOTO_NAMES:
        kind, content_type = MaterialKind.PHOTO, _check_photo(file, name)
    elif suffix in DOCUMENTS:
        kind, content_type = MaterialKind.DOCUMENT, _check_document(file, name, suffix)
    else:
        hint = HINTS.get(
            suffix, "Kies een foto (jpg, png, webp, heic) of een document (pdf, docx)."
        )
        raise RejectedFile(f"‘{name}’ kunnen we niet aannemen. {hint}")
    return Checked(kind, name, content_type)


def clean_name(name: str) -> str:
    """The last part of the name on one line, at most 150 characters with its end kept."""
    path = PurePath(one_line(name.replace("\0", "")).replace("\\", "/").rpartition("/")[2])
    return f"{path.stem[:140]}{path.suffix[:10]}" or "bestand"


def _check_size(file: UploadedFile, name: str, kind: MaterialKind) -> None:
    limit = MAX_SIZE[kind]
    if (file.size or 0) > limit:
        raise RejectedFile(f"‘{name}’ is te groot: er past hoogstens {limit // MB} MB.")


def _check_photo(file: UploadedFile, name: str) -> str:
    from agenda.images import PhotoProblem, inspect  # Pillow: for photos only

    _check_size(file, name, MaterialKind.PHOTO)
    file.seek(0)
    try:
        return inspect(cast(BinaryIO, file)).content_type
    except PhotoProblem as problem:
        raise RejectedFile(f"‘{name}’: {problem}") from problem


def _check_document(file: UploadedFile, name: str, suffix: str) -> str:
    _check_size(file, name, MaterialKind.DOCUMENT)
    file.seek(0)
    guess = filetype.guess(file.read(8192))
    if guess is None or guess.mime != DOCUMENTS[suffix]:
        raise RejectedFile(
            f"‘{name}’ is geen {suffix[1:]}-bestand, of het is beschadigd. "
            "Open het op je computer, sla het op als pdf en kies het opnieuw."
        )
    if suffix == ".pdf":
        _check_pdf(file, name)
    elif _has_macros(file):
        raise RejectedFile(
            f"In ‘{name}’ zitten macro’s, of het is beschadigd. Sla het op als pdf en kies het "
            "opnieuw."
        )
    return guess.mime


def _check_pdf(file: UploadedFile, name: str) -> None:
    file.seek(0)
    if told := pdfs.active(file.read()):
        raise RejectedFile(
            f"‘{name}’ kunnen we niet aannemen. {told} Maak er een gewone pdf van en kies het "
            "opnieuw."
        )


def _has_macros(file: UploadedFile) -> bool:
    """Macros in the package, or anything else that is not for a document."""
    file.seek(0)
    return bool(archives.danger(file.read()))


def keep(form_key: UUID, files: Iterable[UploadedFile]) -> list[str]:
    """Keep the good files of one form as `Upload` rows; returns why the others were refused."""
    forget_stale()
    held = list(Upload.objects.filter(form_key=form_key))
    count, total = len(held), sum(upload.size for upload in held)
    unsent = Upload.objects.aggregate(size=Sum("size"))["size"] or 0
    refused = []
    scanner = Scanner(seconds=SCAN_SECONDS)
    for file in files:
        try:
            checked = check(file)
            size = file.size or 0
            if count >= MAX_FILES:
                raise RejectedFile(
                    f"‘{checked.name}’ past er niet meer bij: je kunt {MAX_FILES} bestanden sturen."
                )
            if total + size > MAX_TOTAL:
                raise RejectedFile(
                    f"‘{checked.name}’ past er niet meer bij: alles samen mag {MAX_TOTAL // MB} MB "
                    "zijn."
                )
            if unsent + size > MAX_UNSENT:
                raise RejectedFile(
                    f"‘{checked.name}’ kunnen we nu niet bewaren. Verstuur de rest alvast: "
                    "bestanden kun je later toevoegen, met de link die je krijgt."
                )
            added = _add(form_key, file, checked, scanner)
        except RejectedFile as problem:
            refused.append(str(problem))
            continue
        if added:
            count, total, unsent = count + 1, total + size, unsent + size
    return refused


def _add(form_key: UUID, file: UploadedFile, checked: Checked, scanner: Scanner) -> bool:
    """False when the form had the file already."""
    file.seek(0)
    content = file.read()
    scanned = scanner.scan(content)
    if scanned.scan is Scan.FOUND:
        raise RejectedFile(f"In ‘{checked.name}’ vond de virusscanner een virus.")
    content_type = checked.content_type
    if checked.kind is MaterialKind.PHOTO:
        content, content_type = _clean(content, checked.name)
    stored = store(content)
    _, made = Upload.objects.get_or_create(
        form_key=form_key,
        sha256=stored.sha256,
        defaults={
            "file": stored.path,
            "kind": checked.kind,
            "name": checked.name,
            "content_type": content_type,
            "size": stored.size,
            "scan": scanned.scan,
        },
    )
    return made


def _clean(content: bytes, name: str) -> tuple[bytes, str]:
    """The photo made anew, and its content type then."""
    from agenda.images import PhotoProblem
    from submissions.keeping import CLEAN_TYPE, clean

    try:
        return clean(content), CLEAN_TYPE
    except PhotoProblem as problem:
        raise RejectedFile(f"‘{name}’: {problem}") from problem


def discard(uploads: Iterable[Upload]) -> None:
    """Remove the rows, and the files that nothing else points at."""
    for upload in uploads:
        path = upload.file.name or ""
        with transaction.atomic():
            upload.delete()
            held = (model.objects.filter(file=path).exists() for model in (Upload, Attachment))
            if not any(held):
                storages["private"].delete(path)


def forget_stale() -> None:
    """Forms that were never sent: their files go when somebody adds a file after that."""
    discard(Upload.objects.filter(created_at__lt=timezone.now() - KEPT_FOR))
