"""Photos, documents and links beside a form, each with its own questions.

Without JavaScript a file cannot stay in its input when a form comes back. So files are kept as
soon as they arrive, and listed with a form each.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from agenda.models import MaterialKind
from submissions import uploads
from submissions.forms import fields
from submissions.forms.base import Fault, TellingForm
from submissions.forms.photo import PhotoQuestions
from submissions.models import Scan, Upload
from submissions.services import NewAttachment

MAX_LINKS = 10
PICKERS = ("photos", "documents")
VIDEO_SITES = re.compile(r"https?://(www\.|m\.)?(youtube\.com|youtu\.be|vimeo\.com)/", re.I)


class DocumentForm(TellingForm):
    description = fields.OneLine("Wat is het?", max_length=300)
    credit = fields.OneLine("Wie heeft het gemaakt?", max_length=150)

    def __init__(self, upload: Upload, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"upload-{upload.pk}", **kwargs)
        self.upload = upload

    def attachment(self) -> NewAttachment:
        """Only after `is_valid`."""
        upload = self.upload
        return NewAttachment(
            kind=MaterialKind(upload.kind),
            name=upload.name,
            content_type=upload.content_type,
            size=upload.size,
            sha256=upload.sha256,
            stored=upload.file.name or "",
            scan=Scan(upload.scan),
            **self.cleaned_data,
        )

    def faults(self) -> Iterator[Fault]:
        for fault in super().faults():
            yield Fault(fault.target, f"{self.upload.name}: {fault.label}", fault.message)


class PhotoForm(PhotoQuestions, DocumentForm):
    """A file that is a photo."""


class LinkForm(TellingForm):
    url = fields.WebAddress("Link")
    description = fields.OneLine("Wat is daar te zien?", max_length=300)

    def __init__(self, number: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"link-{number}", **kwargs)
        self.number = number

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("description") and not data.get("url") and "url" not in self.errors:
            self.add_error("url", "Vul ook de link in.")
        return data

    def faults(self) -> Iterator[Fault]:
        for fault in super().faults():
            yield Fault(fault.target, f"Link {self.number}: {fault.label}", fault.message)


class Materials:
    """All that comes along with one form, the files of earlier rounds included."""

    def __init__(
        self, form_key: UUID, data: QueryDict | None = None, *, quiet: bool = False
    ) -> None:
        self.form_key, self.data, self.quiet = form_key, data, quiet
        self.refused: list[str] = []
        self.read()

    def read(self) -> None:
        """Make the forms of what is there now."""
        rows = Upload.objects.filter(form_key=self.form_key)
        self.cards = [
            (PhotoForm if row.kind == MaterialKind.PHOTO else DocumentForm)(
                row, self.data, quiet=self.quiet
            )
            for row in rows
        ]
        numbers = range(1, self._link_count() + 1)
        self.links = [LinkForm(number, self.data, quiet=self.quiet) for number in numbers]

    def take(self, files: MultiValueDict[str, UploadedFile]) -> None:
        """Keep what was chosen in the inputs for photos and documents."""
        chosen = [file for name in PICKERS for file in files.getlist(name)]
        self.refused += uploads.keep(self.form_key, chosen)
        self.read()

    def remove(self, pk: str) -> None:
        if pk.isdecimal():
            uploads.discard(Upload.objects.filter(form_key=self.form_key, pk=int(pk[:18])))
        self.read()

    def is_valid(self) -> bool:
        return not self.refused and all(form.is_valid() for form in self.forms)

    @property
    def forms(self) -> list[TellingForm]:
        return [*self.cards, *self.links]

    def faults(self) -> Iterator[Fault]:
        for message in self.refused:
            yield Fault("id_photos", "Foto’s en documenten", message)
        for form in self.forms:
            yield from form.faults()

    def attachments(self) -> list[NewAttachment]:
        """Only after `is_valid`."""
        links = [form.cleaned_data for form in self.links if form.cleaned_data["url"]]
        return [
            *(card.attachment() for card in self.cards),
            *(NewAttachment(kind=_kind_of(link["url"]), **link) for link in links),
        ]

    def done(self) -> None:
        """The form was sent: its files belong to the item now."""
        uploads.discard(card.upload for card in self.cards)

    def _link_count(self) -> int:
        told = self._told("links")
        wanted = int(told) if told.isdecimal() and len(told) < 3 else 1
        more = self._told("action") == "more-links"
        return max(1, min(MAX_LINKS, wanted + more))

    def _told(self, name: str) -> str:
        data: Mapping[str, Any] = self.data if self.data is not None else {}
        return str(data.get(name, ""))

    @property
    def limit(self) -> int:
        """Bytes that fit in all, told to the script so that nobody sends more in vain."""
        return uploads.MAX_TOTAL

    @property
    def may_add_links(self) -> bool:
        return len(self.links) < MAX_LINKS


def _kind_of(url: str) -> MaterialKind:
    return MaterialKind.VIDEO if VIDEO_SITES.match(url) else MaterialKind.LINK
