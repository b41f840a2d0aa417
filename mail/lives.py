"""The lives of a message in and a mail out, as data: what is not in a table cannot happen."""

from django.db import models


class InboundState(models.TextChoices):
    RECEIVED = "received", "ontvangen"
    CLAIMED = "claimed", "wordt gelezen"
    READ = "read", "gelezen"
    FAILED = "failed", "niet leesbaar"


class OutgoingState(models.TextChoices):
    QUEUED = "queued", "in de wachtrij"
    SENDING = "sending", "wordt verstuurd"
    SENT = "sent", "verstuurd"
    FAILED = "failed", "mislukt"
    UNCERTAIN = "uncertain", "onzeker"
    BOUNCED = "bounced", "teruggekomen"
    CANCELLED = "cancelled", "niet verstuurd"


class InboundStep(models.TextChoices):
    CLAIM = "claim"
    READ = "read"
    RELEASE = "release"
    FAIL = "fail"
    RETRY = "retry"


class OutgoingStep(models.TextChoices):
    CLAIM = "claim"
    SENT = "sent"
    POSTPONE = "postpone"
    FAIL = "fail"
    DOUBT = "doubt"
    CANCEL = "cancel"
    RETRY = "retry"
    BOUNCE = "bounce"


INBOUND: dict[InboundStep, tuple[frozenset[InboundState], InboundState]] = {
    InboundStep.CLAIM: (frozenset({InboundState.RECEIVED}), InboundState.CLAIMED),
    InboundStep.READ: (frozenset({InboundState.CLAIMED}), InboundState.READ),
    InboundStep.RELEASE: (frozenset({InboundState.CLAIMED}), InboundState.RECEIVED),
    InboundStep.FAIL: (frozenset({InboundState.CLAIMED}), InboundState.FAILED),
    InboundStep.RETRY: (frozenset({InboundState.FAILED}), InboundState.RECEIVED),
}

OUTGOING: dict[OutgoingStep, tuple[frozenset[OutgoingState], OutgoingState]] = {
    OutgoingStep.CLAIM: (frozenset({OutgoingState.QUEUED}), OutgoingState.SENDING),
    OutgoingStep.SENT: (frozenset({OutgoingState.SENDING}), OutgoingState.SENT),
    OutgoingStep.POSTPONE: (frozenset({OutgoingState.SENDING}), OutgoingState.QUEUED),
    OutgoingStep.FAIL: (frozenset({OutgoingState.SENDING}), OutgoingState.FAILED),
    # The server may or may not have it, and nobody can know: never sent again by itself.
    OutgoingStep.DOUBT: (frozenset({OutgoingState.SENDING}), OutgoingState.UNCERTAIN),
    OutgoingStep.CANCEL: (frozenset({OutgoingState.QUEUED}), OutgoingState.CANCELLED),
    OutgoingStep.RETRY: (
        frozenset({OutgoingState.FAILED, OutgoingState.UNCERTAIN, OutgoingState.BOUNCED}),
        OutgoingState.QUEUED,
    ),
    # A mail that came back had left, also where nobody knew.
    OutgoingStep.BOUNCE: (
        frozenset({OutgoingState.SENT, OutgoingState.UNCERTAIN, OutgoingState.SENDING}),
        OutgoingState.BOUNCED,
    ),
}
