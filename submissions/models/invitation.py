"""What an invitation said of itself (iTIP, RFC 5546), so that its next version finds it."""

from typing import Self

from django.db import models
from django.db.models import Q

from submissions.models.proposal import Proposal
from submissions.models.submission import SubmissionKind
from submissions.states import SubmissionState


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def versions(self) -> Self:
        """Those that count when the next one comes: of whom it was from the beginning."""
        return self.filter(is_verified=True).exclude(
            Q(proposal__submission__state=SubmissionState.SPAM)
            | Q(proposal__submission__kind=SubmissionKind.SPAM)
        )


class Invitation(models.Model):
    """The calendar part that a proposal was read from: one appointment, or one session of a series.

    `recurrence_id` is empty of an appointment that stands by itself, otherwise a date or a moment
    in UTC, as in a calendar. `content` knows it again when its UID changed, `mark` is equal of two
    that tell the same, and `facts` is what it told, before anyone corrected that.
    """

    proposal = models.OneToOneField(
        Proposal, models.CASCADE, related_name="invitation", verbose_name="voorstel"
    )
    method = models.CharField("methode", max_length=20, blank=True)
    uid = models.CharField("UID", max_length=500, blank=True, db_index=True)
    recurrence_id = models.CharField("RECURRENCE-ID", max_length=16, blank=True)
    sequence = models.PositiveIntegerField("versie (SEQUENCE)", default=0)
    dtstamp = models.DateTimeField("opgesteld (DTSTAMP)", null=True, blank=True)
    organizer = models.CharField("organisator", max_length=320, blank=True)
    attendee = models.CharField("ons adres", max_length=320, blank=True)
    content = models.CharField("kenmerk van de inhoud", max_length=32, blank=True, db_index=True)
    mark = models.CharField("kenmerk van de versie", max_length=32, blank=True)
    facts = models.JSONField("wat erin stond", default=dict, blank=True)
    # False of a version that came from somebody else: it must not make the next real one look old.
    is_verified = models.BooleanField("van dezelfde afzender", default=True)
    wants_reply = models.BooleanField("krijgt antwoord in de agenda", default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(wants_reply=False)
                | Q(method="REQUEST") & ~Q(organizer="") & ~Q(attendee="") & ~Q(uid=""),
                name="invitation_reply_is_addressed",
            )
        ]

    def __str__(self) -> str:
        return f"{self.uid} {self.recurrence_id} versie {self.sequence}"
