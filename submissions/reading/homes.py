"""In which municipality a place lies, when its name alone does not tell, and what a postcode tells.

Of places of one name these decide, the surest first: what stands behind the name ("Velp (Gld)",
"Elst, gemeente Rhenen"), a postcode beside it or on its line, a postcode or municipality elsewhere
in the mail that fits exactly one, a province. Otherwise the one that is overwhelmingly meant
counts, or none. A postcode that fits none of them changes nothing: the words of people are surer
than a figure in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agenda.models.fields import fold
from submissions.reading.context import Context, Town, town_key, undecided
from submissions.reading.found import Found, Source, best
from submissions.reading.postcodes import POSTCODE
from submissions.reading.told import Told

OTHER = 0.2  # confidence of what the words could mean as well
_AREAS = {
    "gld gel gelderl": "Gelderland",
    "nb nbr brabant": "Noord-Brabant",
    "nh": "Noord-Holland",
    "zh": "Zuid-Holland",
    "u ut utr": "Utrecht",
    "o ov": "Overijssel",
    "dr": "Drenthe",
    "fr frl friesland": "Fryslân",
    "gr gn gron": "Groningen",
    "l lb limb": "Limburg",
    "z zl zld": "Zeeland",
    "fl": "Flevoland",
}
_AREA = {short: name for shorts, name in _AREAS.items() for short in shorts.split()}
_BRACKETS = re.compile(r"\s?\((?P<told>[^()\n]{1,40})\)")
_COMMA = re.compile(r",\s(?P<told>(?:gem\.\s)?[^\W\d_][\w'’. -]{1,40})")
_BARE = re.compile(
    r"\s(?P<told>(?i:gem\.|gemeente)\s\w+|G[Ll][Dd]|[NZ]H|NB|U[Tt]|G[NnRr]|O[Vv])(?!\w)"
)
_NAMED = re.compile(r"(?:gem\.|gemeente|provincie|prov\.)\s", re.IGNORECASE)
_SIDE = re.compile(r"(.{3,30})[-\s](?:Zuid|Noord|Oost|West|Centrum|Binnen|Buiten|Zuidoost|Stad)")
# Without its letters it must be no year: 2027 is a postcode in Haarlem.
_DIGITS_BEFORE = re.compile(
    r"(?<!\d)([1-9]\d{3}(?=\s?[A-Z]{2})|(?!19|20)[1-9]\d{3})(?:\s?[A-Z]{2})?[\s,]{1,3}\(?$"
)
_IN_WORDS = re.compile(r"\b[Pp]ostcode(?:gebied)?:?\s([1-9]\d{3})(?![\d-]|\s?[A-Z]{2}\b)")
_CITIES_TOO = frozenset({"Groningen", "Utrecht"})


def town_fields(found: Found, town: Town) -> list[Found]:
    """The town with the municipality and province it lies in, and where else it could be."""
    base = (found.start, found.end, found.quote)
    fields = [Found("town", town.name, *base, confidence=found.confidence)]
    if town.municipality:
        fields.append(Found("municipality", town.municipality, *base, confidence=found.confidence))
        fields += [
            Found("municipality", one.municipality, *base, confidence=OTHER) for one in town.others
        ]
    if town.province:
        fields.append(Found("province", town.province, *base, confidence=found.confidence))
    return fields


def postcode_fields(postcodes: Iterable[Found], context: Context, confidence: float) -> list[Found]:
    """Municipality and province of postcodes; the town itself is for the words to tell."""
    fields = []
    for one in postcodes:
        if home := context.home(str(one.value)):
            base = (one.start, one.end, one.quote)
            fields.append(Found("municipality", home.municipality, *base, confidence=confidence))
            fields.append(Found("province", home.province, *base, confidence=confidence))
    return fields


def one_place(candidates: Iterable[Found]) -> list[Found]:
    """The candidates, so that municipality and province will be those of the town that is told.

    What a postcode or another town elsewhere says becomes an alternative. For a town that could be
    one of several, or of which only the province is known, it counts if it lies in that province.
    """
    found = list(candidates)
    town = best(one for one in found if one.field == "town").get("town")
    if town is None:
        return found
    provinces = {_words(one): one.value for one in found if one.field == "province"}
    own = {one.field for one in found if _words(one) == _words(town)}
    near = provinces.get(_words(town))
    kept = []
    for one in found:
        if one.field in ("municipality", "province") and _words(one) != _words(town):
            if one.field in own:
                one = replace(one, confidence=min(one.confidence, OTHER))
            elif near is None or provinces.get(_words(one)) != near:
                continue
        kept.append(one)
    return kept


def _words(one: Found) -> tuple[Source, int, int]:
    return one.source, one.start, one.end


def digits_alone(text: str, *, whole: bool = False) -> Iterator[Found]:
    """Four digits that are called a postcode; `whole`: the text is the value of a place label.

    Anywhere else four digits are a year, an hour or a number.
    """
    only = re.fullmatch(r"\s*([1-9]\d{3})\s*", text) if whole else None
    for match in [only] if only else _IN_WORDS.finditer(text):
        yield Found("postcode", match[1], *match.span(1), match[1])


def settled(town: Town, text: str, start: int, end: int, context: Context) -> Town:
    """The place and its municipality, as far as anything decides; its name is `text[start:end]`."""
    if not town.others:
        return town if town.municipality else _unlisted(town, text, start, end, context)
    for choose in (_behind, _beside):
        left = choose(_all(town), text, start, end, context)
        if len(left) == 1:
            return _chosen(town, left[0])
        if left and not town.municipality:
            town = undecided([replace(one, name=town.name) for one in left])
    return _by_the_mail(town, context)


def _all(town: Town) -> tuple[Town, ...]:
    return (town, *town.others) if town.municipality else town.others


def _chosen(town: Town, one: Town) -> Town:
    others = tuple(other for other in _all(town) if other.municipality != one.municipality)
    return replace(one, name=town.name, others=others)


def _unlisted(town: Town, text: str, start: int, end: int, context: Context) -> Town:
    """A place of which only the province is known: a municipality may stand beside it, or in it.

    Velsen-Zuid lies where Velsen lies. What is told has to lie in the same province.
    """
    told = (_municipality(words, context) for words in _told(text[end : end + 60]))
    home = next((found for found in told if found), None)
    if home is None and (code := _DIGITS_BEFORE.search(text[max(0, start - 16) : start])):
        home = context.home(code[1])
    if home is None and (part := _SIDE.fullmatch(town.name)):
        home = context.town(part[1])
    if home is None or not home.municipality or home.province != town.province:
        return town
    return replace(town, municipality=home.municipality, municipality_name=home.municipality_name)


def _municipality(told: str, context: Context) -> Town | None:
    found = context.town(told)
    return found if found and town_key(found.municipality_name) == town_key(told) else None


def _told(behind: str) -> Iterator[str]:
    """What stands behind a name to tell it apart; between commas the longest words first."""
    if match := _BRACKETS.match(behind) or _BARE.match(behind):
        yield _NAMED.sub("", match["told"]).strip()
    elif match := _COMMA.match(behind):
        words = _NAMED.sub("", match["told"]).split()
        for count in range(min(4, len(words)), 0, -1):
            yield " ".join(words[:count]).rstrip(".")


def _behind(towns: Sequence[Town], text: str, start: int, end: int, context: Context) -> list[Town]:
    for told in _told(text[end : end + 60]):
        area = _AREA.get(fold(told).replace(".", "").replace("-", ""), told)
        left = [one for one in towns if fold(one.province_name) == fold(area)]
        left = left or [one for one in towns if _called(one, told)]
        if left:
            return left
    return []


def _called(town: Town, told: str) -> bool:
    return town_key(town.municipality_name.split(" (")[0]) == town_key(told)


def _beside(towns: Sequence[Town], text: str, start: int, end: int, context: Context) -> list[Town]:
    """By a postcode right before the name, with its letters or not, or else on the same line."""
    if code := _DIGITS_BEFORE.search(text[max(0, start - 16) : start]):
        left = _given_out(towns, [code[1]], context)
        if left:
            return left
    line = text[max(0, start - 200) : start].rpartition("\n")[2]
    line += text[start : end + 200].partition("\n")[0]
    return _given_out(towns, [match[1] for match in POSTCODE.finditer(line)], context)


def _given_out(towns: Sequence[Town], codes: Iterable[str], context: Context) -> list[Town]:
    homes = {context.postcodes.municipality(int(code)) for code in codes}
    return [one for one in towns if one.municipality_name in homes]


def _by_the_mail(town: Town, context: Context) -> Town:
    """What the mail tells elsewhere: enough to choose, but a name that is meant needs more."""
    towns, told = _all(town), context.told
    left = _given_out(towns, told.postcodes, context)
    if len(left) != 1:
        left = [one for one in left or towns if _names(told, one, town)]
    if not left and not town.municipality:
        left = [one for one in towns if _names_province(told, one.province_name)]
    return _chosen(town, left[0]) if len(left) == 1 else town


def _names(told: Told, one: Town, town: Town) -> bool:
    """Whether the mail names the municipality; beside a name that is meant, as a municipality."""
    name = one.municipality_name.split(" (")[0]
    if town_key(name) == town_key(town.name):
        return False
    as_such = r"\b(?:[Gg]emeente|[Gg]em\.)\s" if town.municipality else r"(?<![\w-])"
    return told.says(rf"{as_such}{re.escape(name)}(?![\w-])")


def _names_province(told: Told, name: str) -> bool:
    before = r"\b[Pp]rovincie\s" if name in _CITIES_TOO else r"(?<![\w-])"
    known = "Fryslân|Friesland" if name == "Fryslân" else re.escape(name)
    return told.says(rf"{before}(?:{known})(?![\w-])")
