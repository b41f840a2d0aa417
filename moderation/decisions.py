"""What editors can decide, as data: the form each decision needs, the deed, and what is said."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.contrib.auth.models import User

from agenda.when import InvalidWhen
from moderation.decision_forms import (
    AllForm,
    AssignForm,
    DoneForm,
    NoteForm,
    PublishForm,
    QuestionForm,
    RejectForm,
    SeenForm,
    SnoozeForm,
    TargetForm,
)
from moderation.forms import FactsForm
from moderation.provenance import chosen
from moderation.wording import LABELS
from submissions import services
from submissions.errors import Incomplete, NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry, Note, Proposal, ProposalKind, Submission
from submissions.services.activities import known_facts
from submissions.services.target import point_at


@dataclass(frozen=True)
class Case:
    """Who decides about what. The forms are valid."""

    editor: User
    item: Submission
    form: SeenForm
    of: Proposal | None = None
    facts_form: FactsForm | None = None
    choice: str = ""  # which of the values that the page offered

    @property
    def seen(self) -> int:
        return int(self.form.cleaned_data["seen"])

    @property
    def proposal(self) -> Proposal:
        assert self.of is not None
        return self.of

    @property
    def facts(self) -> Facts:
        """A cancellation shows but one field, and keeps what else was told."""
        assert self.facts_form is not None
        if self.proposal.kind == ProposalKind.CANCELLATION:
            return replace(self.proposal.facts, summary=self.facts_form.facts.summary)
        return self.facts_form.facts

    def told(self, name: str) -> str:
        return str(self.form.cleaned_data[name])


@dataclass(frozen=True)
class Decision:
    """`place` is the prefix of its form on the page; those of proposals have one each."""

    deed: Callable[[Case], object]
    said: str
    form: type[SeenForm] = SeenForm
    with_facts: bool = False
    place: str = "inzending"


def _publish(case: Case) -> AuditEntry:
    facts, left_out = _accepted(case)
    return services.publish(
        case.item,
        case.proposal,
        seen=case.seen,
        editor=case.editor,
        facts=facts,
        note=case.told("note"),
        left_out=[LABELS[name].lower() for name in left_out],
    )


def _accepted(case: Case) -> tuple[Facts, list[str]]:
    """Of a change only the fields that were ticked; the others stay as they are in the agenda."""
    told = case.form.cleaned_data
    left_out = [name for name in told["offered"] if name not in told["accepted"]]
    activity = case.proposal.activity
    if not left_out or activity is None or case.proposal.kind != ProposalKind.CHANGE:
        return case.facts, []
    if not told["accepted"]:
        raise NotAllowed("Kies minstens één veld om over te nemen, of wijs de wijziging af.")
    known = known_facts(activity)
    return replace(case.facts, **{name: getattr(known, name) for name in left_out}), left_out


def _publish_all(case: Case) -> list[AuditEntry]:
    note = case.told("note")
    return services.publish_all(case.item, seen=case.seen, editor=case.editor, note=note)


def _assign(case: Case) -> AuditEntry:
    return _give(case, case.form.cleaned_data["to"])


def _assign_to_me(case: Case) -> AuditEntry:
    return _give(case, case.editor)


def _let_go(case: Case) -> AuditEntry:
    return _give(case, None)


def _give(case: Case, to: User | None) -> AuditEntry:
    had = case.form.cleaned_data["had"]
    former = User.objects.filter(pk=had).first() if had else None
    return services.assign(case.item, to=to, instead_of=former, editor=case.editor)


def _snooze(case: Case) -> AuditEntry:
    until = case.form.cleaned_data["until"]
    return services.snooze(case.item, seen=case.seen, editor=case.editor, until=until)


def _wake(case: Case) -> AuditEntry:
    return services.snooze(case.item, seen=case.seen, editor=case.editor, until=None)


def _note(case: Case) -> Note:
    return services.add_note(case.item, editor=case.editor, text=case.told("text"))


def _correct(case: Case) -> AuditEntry:
    return services.correct(
        case.item, case.proposal, seen=case.seen, editor=case.editor, facts=case.facts
    )


def _take(case: Case) -> AuditEntry:
    """Another value for one field, together with what was typed in the others."""
    name, value = chosen(case.proposal, case.choice)
    facts = replace(case.facts, **{name: value})
    if name == "first_day" and case.facts.last_day == case.facts.first_day:
        facts = replace(facts, last_day=value)
    try:
        facts.when.validate()
    except InvalidWhen as error:
        raise Incomplete({error.field: str(error)}) from error
    return services.correct(
        case.item, case.proposal, seen=case.seen, editor=case.editor, facts=facts
    )


def _reject(case: Case) -> AuditEntry:
    return services.reject(
        case.item, case.proposal, seen=case.seen, editor=case.editor, reason=case.told("reason")
    )


def _merge(case: Case) -> AuditEntry:
    into = case.form.cleaned_data["into"]
    return services.merge(case.item, case.proposal, seen=case.seen, editor=case.editor, into=into)


def _point(case: Case) -> AuditEntry:
    into = case.form.cleaned_data["into"]
    return point_at(case.item, case.proposal, seen=case.seen, editor=case.editor, activity=into)


def _take_over(case: Case) -> AuditEntry:
    return services.take_over(
        case.item, case.proposal, seen=case.seen, editor=case.editor, facts=case.facts
    )


def _call_off(case: Case) -> AuditEntry:
    return services.call_off(case.item, case.proposal, seen=case.seen, editor=case.editor)


def _ask(case: Case) -> AuditEntry:
    return services.ask(
        case.item,
        seen=case.seen,
        editor=case.editor,
        question=case.told("question"),
        fields=case.form.cleaned_data["topics"],
    )


def _done(case: Case) -> AuditEntry:
    note = case.told("note")
    return services.mark_done(case.item, seen=case.seen, editor=case.editor, note=note)


def _spam(case: Case) -> AuditEntry:
    return services.mark_spam(case.item, seen=case.seen, editor=case.editor)


def _reopen(case: Case) -> AuditEntry:
    return services.reopen(case.item, seen=case.seen, editor=case.editor, proposal=case.of)


def _add(case: Case) -> AuditEntry:
    facts = Facts(title=case.item.subject[:150])
    return services.add_proposal(case.item, seen=case.seen, editor=case.editor, facts=facts)


def _reread(case: Case) -> AuditEntry:
    from submissions.reread import reread  # 9 MB of readers that the web needs nowhere else

    return reread(case.item, seen=case.seen, editor=case.editor)


def _undo(case: Case) -> AuditEntry:
    entry = services.undoable(case.item)
    if entry is None:
        raise NotAllowed("Terugdraaien kan niet meer: de mail is al weg.")
    return services.undo(entry, editor=case.editor)


def _renew_link(case: Case) -> AuditEntry:
    return services.revoke_links(case.item, editor=case.editor)


ABOUT_PROPOSAL: dict[str, Decision] = {
    "publiceer": Decision(_publish, "Dit staat nu in de agenda.", PublishForm, with_facts=True),
    "bewaar": Decision(_correct, "Bewaard. Nog niet gepubliceerd.", with_facts=True),
    "neem": Decision(_take, "Overgenomen. Nog niet gepubliceerd.", with_facts=True),
    "wijs-af": Decision(_reject, "Afgewezen.", RejectForm),
    "voeg-samen": Decision(_merge, "Samengevoegd met wat er al stond.", TargetForm),
    "wijzig": Decision(_point, "Dit gaat nu over die activiteit.", TargetForm),
    "neem-over": Decision(
        _take_over, "Overgenomen in het voorstel dat wacht. Beslis daar.", with_facts=True
    ),
    "trek-in": Decision(_call_off, "Ingetrokken. Het komt niet in de agenda."),
    "heropen": Decision(_reopen, "Heropend. Je kunt opnieuw beslissen."),
}
ABOUT_ITEM: dict[str, Decision] = {
    "vraag": Decision(_ask, "Je vraag gaat naar de afzender.", QuestionForm, place="vraag"),
    "klaar": Decision(_done, "Afgehandeld.", DoneForm, place="klaar"),
    "spam": Decision(_spam, "Dit staat nu bij de spam. De afzender hoort niets."),
    "heropen": Decision(_reopen, "Heropend. De inzending wacht weer op de redactie."),
    "lees-opnieuw": Decision(_reread, "Opnieuw gelezen. Bij de velden staat wat er anders is."),
    "voorstel": Decision(_add, "Je hebt een voorstel toegevoegd. Vul het aan."),
    "nieuwe-link": Decision(_renew_link, "De oude link werkt niet meer. Er gaat een nieuwe uit."),
    "publiceer-alles": Decision(
        _publish_all, "Alles staat nu in de agenda.", AllForm, place="alles"
    ),
    "wijs-mij-toe": Decision(_assign_to_me, "Deze inzending is nu van jou.", AssignForm),
    "laat-los": Decision(_let_go, "Deze inzending is van niemand meer.", AssignForm),
    "wijs-toe": Decision(_assign, "Toegewezen.", AssignForm),
    "stel-uit": Decision(
        _snooze, "Uitgesteld. Tot die dag ligt het bij ‘Uitgesteld’.", SnoozeForm, place="uitstel"
    ),
    "maak-wakker": Decision(_wake, "Deze inzending staat weer in de wachtrij."),
    "notitie": Decision(
        _note, "Je notitie staat erbij. Alleen collega’s lezen die.", NoteForm, place="notitie"
    ),
    "draai-terug": Decision(_undo, "Teruggedraaid. De mail wordt niet verstuurd."),
}
