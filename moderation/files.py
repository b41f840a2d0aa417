"""A file as it stands on the page of an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from agenda.models import Activity, MaterialKind
from moderation.attempt import Attempt
from moderation.decision_forms import AttachmentForm, ConsentForm
from moderation.marking import Piece, pieces, spans
from submissions.models import Attachment, Consent, Proposal, Verdict


@dataclass
class File:
    """`pieces` is the text of a document, with the words that the proposals came from marked."""

    attachment: Attachment
    form: AttachmentForm
    consent_form: ConsentForm
    pieces: list[Piece]

    @property
    def is_kept(self) -> bool:
        return bool(self.attachment.file) and self.attachment.verdict == Verdict.KEEP

    @property
    def shows(self) -> bool:
        """Whether there is a clean rendition to look at."""
        return self.is_kept and self.attachment.kind == MaterialKind.PHOTO

    @property
    def is_cited(self) -> bool:
        """Whether a value of a proposal stands in its text, which is then unfolded."""
        return any(piece.keys for piece in self.pieces)

    @property
    def awaits_consent(self) -> bool:
        return self.shows and self.attachment.consent not in (Consent.NOBODY, Consent.GIVEN)


def file_of(
    attachment: Attachment,
    activities: list[Activity],
    proposals: Sequence[Proposal],
    attempt: Attempt,
) -> File:
    text = attachment.text
    marked = spans(text, proposals, "paper", attachment.name) if text else []
    return File(
        attachment,
        attempt.form(
            AttachmentForm, f"b{attachment.pk}", partial(AttachmentForm, attachment, activities)
        ),
        attempt.form(ConsentForm, consent_place(attachment)),
        pieces(text, marked) if text.strip() else [],
    )


def consent_place(attachment: Attachment) -> str:
    """The prefix of the form about consent."""
    return f"t{attachment.pk}"
