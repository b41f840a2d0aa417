"""What visitors and those who follow the agenda will see of a decision, told before the click."""

from collections.abc import Iterable, Sequence

from agenda.when import When
from moderation.wording import Change

_WHEN = frozenset({"first_day", "last_day", "start_time", "end_time", "all_day"})
DELAY = "Dat kan een dag duren."


def of_new(when: When) -> str:
    if not when.is_dated:
        return (
            "Bezoekers zien deze activiteit meteen, met ‘datum volgt’. In agenda’s die iemand volgt"
            " komt zij pas als er een dag is."
        )
    return f"Bezoekers zien deze activiteit meteen. Wie de agenda volgt, krijgt haar erbij. {DELAY}"


def of_change(fields: Iterable[str], when: When) -> str:
    """`fields` are those that differ, `when` what it becomes."""
    names = set(fields)
    if not names:
        return ""
    told = ["Bezoekers zien de nieuwe gegevens meteen."]
    if names & _WHEN and when.is_dated:
        told.append(
            f"In agenda’s die iemand volgt verhuist dezelfde afspraak naar {when.describe()}."
        )
    elif names & _WHEN:
        told.append("In agenda’s die iemand volgt verdwijnt de afspraak tot er weer een dag is.")
    else:
        told.append("In agenda’s die iemand volgt verandert dezelfde afspraak mee.")
    return " ".join([*told, DELAY])


def of_changes(changes: Sequence[Change], when: When) -> str:
    return of_change((change.field for change in changes), when)


CANCELLATION = (
    "Bezoekers zien ‘geannuleerd’ met deze toelichting. In agenda’s die iemand volgt blijft de"
    f" afspraak staan, met ‘GEANNULEERD:’ voor de titel. {DELAY}"
)
