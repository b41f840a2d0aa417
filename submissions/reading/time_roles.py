"""The part a time of day plays: by the words right beside it, then by those before it."""

import re
from enum import Enum


class TimeRole(Enum):
    START = "start"
    END = "end"
    WALK_IN = "walk-in"
    AFTER = "after"  # drinks, clearing up
    OTHER = "other"  # office hours, the hour a mail was sent


_CUES: tuple[tuple[TimeRole, re.Pattern[str]], ...] = (
    (
        TimeRole.WALK_IN,
        re.compile(
            r"\binloop\b|ontvangst|\bdeur(?:en)?\b.{0,12}\bopen|zaal\b.{0,6}\bopen|binnenlopen|"
            r"welkom vanaf|\binlog\w*\b.{0,16}\bvanaf|koffie.{0,12}vanaf|(?:koffie|"
            r"thee).{0,16}klaar|\bdoors\b|"
            r"verwacht\w*\s(?:wij|we)\s(?:je|u|jullie)|\baanloop\b",
            re.I,
        ),
    ),
    (
        TimeRole.AFTER,
        re.compile(
            r"\bbar\b|borrel|napraten|nazit|netwerken|opruimen|hapje|na afloop|drinks", re.I
        ),
    ),
    (
        TimeRole.END,
        re.compile(
            r"\beind(?:e|tijd|igt|igen)?\b|\bslot(?:akkoord|woord|lied|ronde|stuk|noot)\b|"
            r"\brond(?:en|t)? (?:\w+ )?af\b|\bafloop|afgelopen|"
            r"stoppen|\bstopt|\bafsluit|duurt tot|"
            r"\btot\s(?:ongeveer\s|circa\s|ca\.?\s|uiterlijk\s|rond\s)?$|\bsluit(?:en|ing|end)?\b|"
            r"\bslot\b|\bklaar\b|\bterug:|\buntil\s$|\bends?\b|\bwrap\w{0,4}\sup\b",
            re.I,
        ),
    ),
    (
        TimeRole.OTHER,
        re.compile(
            r"bereikbaar|\btelefoon\b|per telefoon|aanwezig:|\bwerkdagen\b|bezoekadres|"
            r"openingstijden|\bgeopend\b|(?m:^\W{0,3})open:|"
            r"kantoor(?:uren|tijden|dagen)|spreekuur tel|"
            r"(?<!einde )(?<!eind )(?<!slot )(?<!afloop )(?<!klaar )uiterlijk|"
            r"(?:aanmeld|opgev|opgave|inschrijv|bellen|\bbel\b|reserver|receptie|balie|parkeren)[^.;]{0,40}(?:\btot|\bv[oó][oó]r)\s$|"
            r"\bv(?:óór|oor|óor)\s$|verzonden|verstuurd|schreef|\bpubliceren\b",
            re.I,
        ),
    ),
    (
        TimeRole.START,
        re.compile(
            r"aanvang|vang(?:t|en) aan|\bstart|begin|gaan we|gaat van start|welkom om|\bopening\b",
            re.I,
        ),
    ),
)
_TOUCHING = re.compile(
    r"[^\w,;\n]{0,4}(?:(?:is|om|vanaf|rond|tegen|van|de|at|around|from|tijd|ca|circa|ongeveer|omstreeks|plm|±)"
    r"\W{1,2}){0,2}"
)
_BEHIND_LEAD = (
    r"\s{0,2}(?:uur\b|u\b|h\b)?\s{0,2}(?:['’]s (?:avonds|middags|ochtends|"
    r"morgens)\b)?[:=–-]?\s{0,3}"
    r"(?:(?:is|zijn|staat|staan|gaat|gaan|worden|wordt|kunnen|start|we|wij|de|het|er|een|met|onze|om|"
    r"officiële|plenaire|gezamenlijke|rond|te)\s){0,4}"
)
_BEHIND: tuple[tuple[TimeRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(_BEHIND_LEAD + rf"(?:{words})", re.I))
    for role, words in (
        (
            TimeRole.WALK_IN,
            r"inloop\b|ontvangst|verzamelen\b|(?:doen|zetten|gooien|openen) (?:we|wij|"
            r"de) [^.,;]{0,12}deur|"
            r"deur(?:en)? open|zaal open|deur(?:en)? (?:al )?open|"
            r"zaal (?:al )?open|open\b|(?:koffie|thee|lunch|soep|ontbijt|"
            r"broodjes)\b.{0,20}\bklaar|inloop met|terecht\b|(?:bent|ben) (?:u|"
            r"je) (?:\w+ ){0,3}welkom\b|(?:koffie|thee)\b(?! drinken)",
        ),
        (
            TimeRole.END,
            r"einde\b|eind\b|afsluiting|afronding|afloop|sluiting|afgelopen|klaar\b|"
            r"iedereen (?:weer )?(?:buiten|naar huis|thuis)|iedereen weer|gesloten\b|eindig|"
            r"be[ëe]indigd|besloten\b|gaan? [^.,;]{0,40}naar huis|"
            r"stoppen|stopt\b|slot\b|"
            r"ga(?:at|an) (?:iedereen|alle\w*) [^.,;]{0,20}(?:weg|uiteen)\b|"
            r"sluiten (?:we|wij)\b|ronden (?:we|wij)|afgerond|afgesloten|"
            r"naar huis|kan iedereen (?:weer )?naar|staat iedereen|zit het erop|zijn (?:we|"
            r"wij) (?:weer )?terug|"
            r"is het (?:afgelopen|klaar|gedaan)",
        ),
        (
            TimeRole.AFTER,
            r"drinken (?:we|wij)\b|(?:afsluitende |gezellige )?(?:netwerk)?borrel|napraten|nazit|"
            r"hapje|drankje|"
            r"(?:tijd|gelegenheid) (?:voor|om) (?:een )?(?:borrel|na te praten|napraten)",
        ),
        (
            TimeRole.START,
            r"aanvang|start\b|starten\b|begin\b|beginnen\b|begint\b|opening\b|welkom\b|"
            r"(?:van start|beginnen|los)\b|programma\b",
        ),
    )
)
_BREAKS = re.compile(r"(?<!\bca)(?<!\bplm)[.!?;\n](?=\s|$)|[;()\n]", re.IGNORECASE)
# Words anywhere in what is said of an hour, behind it, that nothing but an end is told with.
_OVER = re.compile(
    r"\bweer\b(?![^,.;]{0,24}\b(?:verder|door|bij elkaar|samen|beginn|start|open|welkom|terug in))|"
    r"\bvoorbij\b|\bthuis\b|\bafscheid\b|\buitgepraat\b|\bzwaaien\b|"
    r"\blicht(?:en)? (?:weer )?uit\b(?! in de)|"
    r"\bdicht\b|\bmooi geweest\b|\bhet laatste\b|\bdrukken\b.{0,20}\bhand\b|"
    r"\bdoen\b.{0,20}\blicht\w* uit|"
    r"\bnaar huis\b|\bhouden (?:we|wij)\b.{0,16}\b(?:ermee )?op\b|\bis (?:de|het|"
    r"alle) [\w ]{3,30} op\W{0,3}$|"
    r"\bworden\b.{0,40}\bopgehaald\b|\bkunnen\b.{0,40}\bophalen\b|\baf te (?:ronden|sluiten)\b|"
    r"\b(?:is|zijn|zit) (?:het|we|wij|alles|de \w{3,20}) (?:er ?op|over|uit|gedaan)\b|"
    r"\bde deur uit\b|"
    r"\bop de stoep\b|\bten einde\b|\bstoelen\b.{0,12}\bop (?:de )?tafel|"
    r"^\W{0,2}(?:uur\b)? ?terug\b",
    re.IGNORECASE,
)
_OPEN_FROM = re.compile(r"\bdeur\w{0,3}\b.{0,12}\bopen\W{1,3}van\W{1,2}$", re.IGNORECASE)  # … tot …
REACH = 60
# "We ronden uiterlijk 21.30 uur af": the verb stands on both sides.
_ROUND = re.compile(r"\b(?:ronden?|rondt|sluit(?:en)?)\s(?:[a-zà-ÿ]{1,14}\s){0,5}$", re.IGNORECASE)
_STANDS = re.compile(r"\b(?:sta|staat|staan|zitten|zit)\b[^.,;]{0,30}$", re.IGNORECASE)
_STANDS_BEHIND = re.compile(r"\s{0,2}(?:uur\b|u\b)?\s?sta(?:an|at|)\b[^.,;]{0,30}\bklaar\b", re.I)
_READY = re.compile(r"\s{0,2}(?:uur\b|u\b)?\s?(?:\w+\s)?klaar\b", re.IGNORECASE)
_FOR_SOME = re.compile(  # "wie om 15.00 uur weg moet", "de trein van 16.10 uur"
    r"\b(?:wie|mocht|indien)\s(?:\w+\s){0,3}$|\b(?:trein|bus|boot|pont)\svan\s$", re.IGNORECASE
)
_AFTER_UNTIL = re.compile(
    r"(?:borrel|napraten|nazit|drankje|hapje|netwerken|lunch)\s(?:\w+\s)?tot\s(?:(?:ca\.?|ongeveer|uiterlijk)\s)?$",
    re.IGNORECASE,
)
_OFF = re.compile(r"\s{0,2}(?:uur\b|u\b)?\s?(?:[a-zà-ÿ]{1,14}\s){0,4}af\b", re.IGNORECASE)


def role_of(text: str, start: int, end: int, *, ranged: bool = False, floor: int = 0) -> TimeRole:
    """`floor` is where the time before it ends: cues before that belong to that one."""
    before = text[max(0, start - REACH) : start]
    breaks = list(_BREAKS.finditer(before))
    if breaks:
        before = before[breaks[-1].end() :]
    near = before[max(0, len(before) - (start - floor)) :] if floor else before
    if ranged and _OPEN_FROM.search(before):
        return TimeRole.START
    after = text[end : end + REACH]
    if not ranged and (both := _by_both_sides(near, after)):
        return both
    touching = _nearest(near, ranged)
    if touching and _TOUCHING.fullmatch(near[touching[0] :]):
        # "uiterlijk om 22.00 uur bent u weer thuis" is no closing date
        ends = touching[1] is TimeRole.OTHER and not ranged and _is_over(after)
        return TimeRole.END if ends else touching[1]
    if behind := _told_behind(near, after, ranged):
        return behind
    if touching:
        return touching[1]
    if (told := _nearest(before, ranged)) and told[1] is TimeRole.OTHER:
        return TimeRole.OTHER  # "bereikbaar van 9 tot 12 en van 13 tot 15 uur"
    return TimeRole.START


def _by_both_sides(near: str, after: str) -> TimeRole | None:
    """By words that stand before and behind, or that take away what the word beside it says."""
    if _ROUND.search(near) and _OFF.match(after):
        return TimeRole.END
    return TimeRole.AFTER if _AFTER_UNTIL.search(near) else None


def _told_behind(near: str, after: str, ranged: bool) -> TimeRole | None:
    if behind := _behind(after, ranged):
        ready = _READY.match(after)  # "staan wij om 9.00 uur klaar"
        stands = _STANDS_BEHIND.match(after) or (ready and _STANDS.search(near))
        return TimeRole.START if stands and behind is TimeRole.END else behind
    if _FOR_SOME.search(near):
        return TimeRole.OTHER
    return TimeRole.END if not ranged and _is_over(after) else None


def _nearest(before: str, ranged: bool) -> tuple[int, TimeRole] | None:
    """Where the last cue ends, and what it says."""
    best: tuple[int, TimeRole] | None = None
    for role, pattern in _CUES:
        if ranged and role is TimeRole.END:
            continue
        for cue in pattern.finditer(before):
            other = role is TimeRole.OTHER  # "bellen kan tot 17.00 uur"
            if best is None or cue.end() > best[0] or (other and cue.end() == best[0]):
                best = cue.end(), role
    return best


def _is_over(after: str) -> bool:
    """Whether what is said of this hour, up to the next thing, says that it is over."""
    return _OVER.search(_UP_TO_NEXT.split(after, maxsplit=1)[0]) is not None


_UP_TO_NEXT = re.compile(r"[,.;:!?(\n]|\sen\s|\s(?:om|van|tot)\s")


def _behind(after: str, ranged: bool) -> TimeRole | None:
    line = after.split("\n", 1)[0].split(",", 1)[0].split(";", 1)[0].split("(", 1)[0]
    for role, pattern in _BEHIND:
        if not (ranged and role is TimeRole.END) and pattern.match(line):
            return role
    return None
