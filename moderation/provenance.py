"""Where a value of a proposal came from, and what else it could be, in words and in buttons."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from moderation.forms import shown_value
from moderation.marking import quote_of
from moderation.vocabulary import Vocabulary
from moderation.wording import in_words
from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.models import Proposal

_WHY = {"reread": "opnieuw gelezen", "answer": "uit het antwoord"}
_CODE = re.compile(r"([a-z_]{3,30}) (s|a\d)")


@dataclass(frozen=True)
class Option:
    """Another value for a field. `code` names it to the server, `fill` is what the field takes."""

    code: str
    shown: str
    fill: str
    why: str
    quote: str


@dataclass(frozen=True)
class Origin:
    """All that a field says of its value; `anchor` is the id of its words on the page."""

    source: dict[str, Any] | None
    where: str
    anchor: str
    options: tuple[Option, ...] = ()
    problem: str = ""

    @property
    def quote(self) -> str:
        return quote_of(self.source)


def origin_of(
    proposal: Proposal,
    name: str,
    value: Any,
    text: str,
    anchor: str,
    vocabulary: Vocabulary,
    problems: Sequence[str],
) -> Origin:
    source = proposal.source_of(name)
    source = source if isinstance(source, dict) else None
    return Origin(
        source,
        where_of(source, text),
        anchor,
        tuple(_options(proposal, name, value, vocabulary)),
        _contradiction(source, problems),
    )


def where_of(source: dict[str, Any] | None, text: str) -> str:
    """In which of the things that came the words stand, for a person to look there."""
    if source is None:
        return ""
    detail, place = str(source.get("detail") or ""), str(source.get("source") or "")
    named = {
        "subject": "Uit het onderwerp",
        "from": "Uit de afzender",
        "calendar": f"Uit de uitnodiging ({detail})" if detail else "Uit de uitnodiging",
        "paper": f"Uit de bijlage {detail}".strip(),
        "attached": f"Uit de meegestuurde mail ‘{detail}’" if detail else "Uit de mail in de mail",
    }
    if place in named:
        return named[place]
    if place.startswith("answer-"):
        return "Uit het antwoord van de afzender"
    if place.startswith("item-"):
        return f"Uit een later bericht ({place.removeprefix('item-')})"
    return _in_body(source, text, detail) if place == "body" and source.get("quote") else ""


def _in_body(source: dict[str, Any], text: str, detail: str) -> str:
    start, quote = source.get("start"), str(source["quote"])
    where = "Uit de mail"
    if isinstance(start, int) and text[start : start + len(quote)] == quote:
        where += f", regel {text.count(chr(10), 0, start) + 1}"
    return f"{where}, bij ‘{' '.join(detail.split())[:40]}’" if detail else where


def _contradiction(source: dict[str, Any] | None, problems: Sequence[str]) -> str:
    """What the readers objected to these very words, such as a weekday that is not that day's."""
    quote = " ".join(str((source or {}).get("quote") or "").split())
    return next((one for one in problems if quote and one.startswith(f"‘{quote}’")), "")


def _options(proposal: Proposal, name: str, value: Any, vocabulary: Vocabulary) -> Iterator[Option]:
    seen = [value]
    for code, stored, why in _candidates(proposal, name):
        try:
            facts = Facts.from_json({name: stored["value"]})
            other = getattr(facts, name)
            fill = json.dumps(shown_value(name, facts, vocabulary), default=str)
        except (KeyError, TypeError, ValueError, AttributeError):  # of an older release
            continue
        if other not in seen:
            seen.append(other)
            shown = in_words(name, other, vocabulary)
            yield Option(f"{name} {code}", shown, fill, why, quote_of(stored.get("source", stored)))


def _candidates(proposal: Proposal, name: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    suggestion = proposal.suggestions.get(name)
    if isinstance(suggestion, dict):
        yield "s", suggestion, _WHY.get(str(suggestion.get("why")), "later gevonden")
    source = proposal.source_of(name)
    others = source.get("alternatives") if isinstance(source, dict) else None
    for number, other in enumerate((others or [])[:10]):
        if isinstance(other, dict):
            yield f"a{number}", other, "ook gevonden"


def chosen(proposal: Proposal, code: str) -> tuple[str, Any]:
    """The field and the value of the option that was pressed; `NotAllowed` when it is gone."""
    match = _CODE.fullmatch(code)
    if match is not None and match[1] in Facts.__dataclass_fields__:
        name = match[1]
        for key, stored, _ in _candidates(proposal, name):
            if key == match[2] and "value" in stored:
                return name, getattr(Facts.from_json({name: stored["value"]}), name)
    raise NotAllowed("Deze keuze is er niet meer. Kijk opnieuw wat er staat.")
