"""Hiding, showing, cancelling and restoring: what each does to visitors and subscribers."""

from dataclasses import dataclass

from agenda.models import Activity
from moderation.decision_forms import StatusForm
from moderation.forms import DeskForm
from submissions.states import ACTIVITY, Action


@dataclass(frozen=True)
class Step:
    """`name` is the prefix of its form; `effect` is told before the click."""

    name: str
    action: Action
    verb: str
    effect: str
    said: str
    needs_reason: bool


@dataclass(frozen=True)
class Shown:
    step: Step
    form: StatusForm


_ALL = (
    Step(
        "annuleer",
        Action.CANCEL,
        "Annuleer",
        "Bezoekers zien ‘geannuleerd’ met jouw reden. In agenda’s die iemand volgt blijft de"
        " activiteit staan, met ‘GEANNULEERD:’ voor de titel.",
        "De activiteit is geannuleerd.",
        needs_reason=True,
    ),
    Step(
        "verberg",
        Action.HIDE,
        "Haal van de agenda",
        "De pagina verdwijnt: bezoekers lezen dat de activiteit is weggehaald. Wie de agenda"
        " volgt, krijgt een annulering zonder tekst. Bezoekers zien de reden niet.",
        "De activiteit is van de agenda gehaald.",
        needs_reason=True,
    ),
    Step(
        "herstel",
        Action.RESTORE,
        "Maak de annulering ongedaan",
        "De activiteit gaat weer door. Wie de agenda volgt, ziet de activiteit weer zonder"
        " ‘GEANNULEERD:’.",
        "De annulering is ongedaan gemaakt.",
        needs_reason=False,
    ),
    Step(
        "toon",
        Action.SHOW,
        "Zet terug op de agenda",
        "De pagina is weer te lezen, op hetzelfde adres. Wie de agenda volgt, krijgt de"
        " activiteit terug.",
        "De activiteit staat weer op de agenda.",
        needs_reason=False,
    ),
)
STEPS: dict[str, Step] = {step.name: step for step in _ALL}


def steps_for(activity: Activity, sent: DeskForm | None) -> list[Shown]:
    """What its state allows; the form that was sent keeps what was typed in it."""
    if activity.merged_into_id:
        return []  # first they must be two again
    possible = [step for step in _ALL if activity.status in ACTIVITY[step.action][0]]
    return [Shown(step, _form(step, sent)) for step in possible]


def _form(step: Step, sent: DeskForm | None) -> StatusForm:
    if isinstance(sent, StatusForm) and sent.prefix == step.name:
        return sent
    return StatusForm(prefix=step.name)
