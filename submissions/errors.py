"""What can be refused. The text of each is a Dutch sentence for the screen."""

from collections.abc import Sequence


class DomainError(Exception):
    """Something the lives or the rules do not allow; nothing was changed."""


class StaleSubmission(DomainError):
    """Somebody else was first: the version on the screen is not the current one."""

    def __init__(self, message: str = "Iemand anders was je net voor.") -> None:
        super().__init__(message)


class NotAllowed(DomainError):
    """The state of the item does not allow this action."""


class Incomplete(DomainError):
    """Fields are missing or contradict each other; `fields` maps form fields to messages."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__("Vul eerst aan: " + " ".join(fields.values()))
        self.fields = fields


class RejectedFile(DomainError):
    """A file that is not taken, with the reason."""


class LinkUnknown(DomainError):
    """A secret link that was never made, was damaged, or was replaced by a newer one."""

    def __init__(self) -> None:
        super().__init__("Deze link klopt niet of is vervangen door een nieuwere.")


class LinkExpired(DomainError):
    def __init__(self) -> None:
        super().__init__("Deze link is verlopen: de actieweek is al een tijd voorbij.")


def sentence(parts: Sequence[str]) -> str:
    """``a, b en c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"
