"""What kind of activity it is, in the words of the agenda's own list of kinds."""

import re
from collections.abc import Collection, Mapping

from submissions.reading.found import Found

IN_TITLE, IN_TEXT, BY_ATTENDANCE = 0.8, 0.5, 0.7
TEXT_LIMIT = 1500  # characters: what it is, is told early
# Slugs with the words that point at them; one that the agenda has no longer is not proposed.
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (slug, re.compile(pattern, re.IGNORECASE))
    for slug, pattern in (
        (
            "webinar",
            r"\bwebinar\w*|\bwebcast|\blive ?stream\w*|\bwebcollege|\bonline[ -](?:lezing|"
            r"bijeenkomst|vragenuur\w*|college|sessie|cursus|gesprek\w*|workshop|spreekuur|ouderavond|training|"
            r"kennis\w+|inloop\w*)",
        ),
        (
            "open-dag",
            r"\bopen[ -](?:dag|huis|ochtend|middag|avond|les|lessen|inloop|atelier|deur\w*|"
            r"kantoor)\b|\w*inloop\w*|\brondleiding|\bproefles\w*|\bkijkje\b|\bkennismakings\w+|"
            r"\bdeuren open|deuren staan open",
        ),
        (
            "regiobijeenkomst",
            r"\bregio(?:nale?|tafel|bijeenkomst|overleg|dag|middag|congres|avond)\b.{0,12}|"
            r"\bnetwerk(?:bijeenkomst|borrel|lunch|middag|dag|ochtend|overleg|ontbijt)?\b|"
            r"\bronde[ -]?tafel\w*",
        ),
        (
            "landelijke-bijeenkomst",
            r"\blandelijke?\b(?! actieweek).{0,12}|\bnationa(?:al|le)\b|\w*congres\b|"
            r"\b(?:slot|start)manifestatie\b",
        ),
        (
            "kennisdeling",
            r"\w*workshop\w*|\bstudie(?:middag|dag|ochtend|avond)\w*|\w*lezing\b|\bkennis\w+|"
            r"\bmasterclass\w*|\btraining\w*|\bcursus\b|\bcollege\b(?= over)|"
            r"\bgastcollege|\bhoorcollege|\bseminar|\bsymposium|\bconferentie|\bintervisie|"
            r"\bscholing|\bleerkring|\bthema(?:bijeenkomst|middag|avond|dag|ochtend)\b|"
            r"\binformatie(?:avond|bijeenkomst|middag)\b|\bvoorlichting\w*|\bdenktank",
        ),
        (
            "campagne",
            r"\bcampagne\w*|\bflashmob|\bpetitie|\bestafette\w*|\bdemonstratie|\boptocht|"
            r"\bprotest\w*|\bchallenge\b|\b(?:straat|protest|poster|kaarten|ludieke )?actie"
            r"(?:dag|s)?\b(?! ?week)|\bmanifestatie",
        ),
        (
            "publicatie",
            r"\bpublicatie\w*|\bboek(?:presentatie|lancering)\b|\bpodcast\w*|\bhandreiking\w*|"
            r"\brapport\b|\bmagazine|\bdocumentaire|\bonderzoeksrapport",
        ),
    )
)
_FOR_PARENTS = re.compile(r"\bouder(?:avond|ochtend|middag)\w*|\bkoffie-?ochtend\w*", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\w*school\b|\w*college\b|\blyceum|\bgymnasium|\b(?:obs|cbs|rkbs|sbo|vso|ikc|roc|csg)\b|"
    r"\bskoalle",
    re.IGNORECASE,
)


def read_kind(
    told: Mapping[str, Found], text: str, kinds: Collection[str], at: int = 0
) -> Found | None:
    """From the title, or how one takes part, or the first words; `at` is where the text starts."""
    title = told.get("title")
    if title is not None:
        named = _first(str(title.value), kinds) or _at_school(str(title.value), told, kinds)
        if named:
            return Found(
                "kind", named[0], title.start, title.end, title.quote, title.source, IN_TITLE
            )
    attendance = told.get("attendance")
    if attendance is not None and attendance.value == "online" and "webinar" in kinds:
        return Found(
            "kind",
            "webinar",
            attendance.start,
            attendance.end,
            attendance.quote,
            attendance.source,
            BY_ATTENDANCE,
        )
    named = _first(text[:TEXT_LIMIT], kinds) or _at_school(text[:TEXT_LIMIT], told, kinds)
    if named is None:
        return None
    slug, start, end = named
    return Found("kind", slug, at + start, at + end, text[start:end], confidence=IN_TEXT)


def _first(text: str, kinds: Collection[str]) -> tuple[str, int, int] | None:
    """The kind that the text names first; of two at one place the one told first above."""
    hits = [
        (match.start(), number, slug, match.end())
        for number, (slug, pattern) in enumerate(_WORDS)
        if slug in kinds and (match := pattern.search(text))
    ]
    if not hits:
        return None
    start, _, slug, end = min(hits)
    return slug, start, end


def _at_school(
    text: str, told: Mapping[str, Found], kinds: Collection[str]
) -> tuple[str, int, int] | None:
    """What is for parents and at a school opens its doors."""
    match = _FOR_PARENTS.search(text)
    around = " ".join(str(told[name].value) for name in ("organiser", "venue") if name in told)
    if match is None or "open-dag" not in kinds or not _SCHOOL.search(around):
        return None
    return "open-dag", match.start(), match.end()
