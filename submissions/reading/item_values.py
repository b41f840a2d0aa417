"""What each item of a list tells: its own words first, then what the mail says of all of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from submissions.reading.audiences import read_audience_prose, read_audience_value
from submissions.reading.buildings import is_building
from submissions.reading.drafting import LIKELY, read_prose
from submissions.reading.found import PLACE_FIELDS, Found, moved
from submissions.reading.homes import town_fields
from submissions.reading.item_titles import item_title
from submissions.reading.items import Item
from submissions.reading.links import found_pages
from submissions.reading.moments import moment_found
from submissions.reading.page import Page
from submissions.reading.passage import window
from submissions.reading.people import read_contact
from submissions.reading.phrases import EVENT
from submissions.reading.places import is_online
from submissions.reading.remarks import Remark, remarks
from submissions.reading.streets import is_street
from submissions.reading.time_roles import TimeRole
from submissions.reading.times import Hours
from submissions.reading.titles import is_generic
from submissions.reading.venues import read_place_prose, read_place_value

_SOMEWHERE = PLACE_FIELDS | {"attendance"}
NAMED_IN_ITEM = 0.65  # a name between quotes goes before the first words of an item


def from_items(page: Page, items: list[Item]) -> list[list[Found]]:
    text = page.passage.text
    outside = text[: items[0].start] + window(text, items[-1].end, len(text))[items[0].start :]
    names = [_own_name(_of_item(page, item, [])) for item in items]
    about, rest = remarks(outside, names)
    shared = [*_told_of_all(page, rest), *_hours_of_all(page, items)]
    found: list[list[Found]] = []
    for number, item in enumerate(items):
        again = bool(found) and _THERE_AGAIN.search(item.text) is not None
        own = [told for one in about if one.item == number for told in of_remark(page, one)]
        group = _of_item(page, item, shared, own)
        if again:  # "in hetzelfde buurthuis" names no house
            group = [o for o in group if o.field not in PLACE_FIELDS]
            group += next(filter(None, map(_place_of, reversed(found))), [])
        found.append(group)
    online = is_online(rest)
    if online and not any(o.field in _SOMEWHERE for group in found for o in group):
        found = [[*group, replace(online, confidence=0.6)] for group in found]
    return found


def _place_of(group: list[Found]) -> list[Found]:
    return [one for one in group if one.field in PLACE_FIELDS]


def _own_name(told: list[Found]) -> str:
    return max(
        (one for one in told if one.field == "title"), key=_sure, default=Found("title", "")
    ).value


def _hours_of_all(page: Page, items: list[Item]) -> list[Found]:
    """ "Steeds van 16.00 tot 16.45 uur:" above days that tell no hours."""
    if any(one.moment.times for one in items):
        return []
    apart = [
        hit
        for hit in page.moment.times
        if hit.role is TimeRole.START and not any(o.start <= hit.start < o.end for o in items)
    ]
    if len({(hit.first, hit.last) for hit in apart}) != 1:
        return []
    moment = replace(page.moment, day=None, days=(), hours=Hours(apart[0]), whole_day=None)
    return list(moment_found(page.passage.text, moment, 0.6))


def _told_of_all(page: Page, outside: str) -> list[Found]:
    return [
        replace(one, confidence=one.confidence * 0.7)
        for one in [
            *read_contact(outside, page.context.own, 0.8),
            *found_pages(outside, page.message.links, LIKELY),
            *read_audience_prose(outside),
            *read_place_prose(outside, page.context),
        ]
    ]


def of_remark(page: Page, one: Remark) -> list[Found]:
    """For whom and how to come: what such a sentence adds, never a name or a time."""
    told = [
        *read_audience_prose(one.text),
        *found_pages(one.text, page.message.links, LIKELY),
        *read_contact(one.text, page.context.own, 0.8),
    ]
    return [replace(moved(value, one.start), confidence=value.confidence * 0.8) for value in told]


_THERE_AGAIN = re.compile(
    r"\b(?:die|de|het|dat)zelfde\s(?:plek|plaats|locatie|zaal|adres|gebouw|[a-z]{0,14}(?:huis|centrum|zaal|school|caf[eé]|"
    r"bibliotheek|theater|kerk|kantoor|lokaal))\b|\bzelfde\s(?:plek|plaats|locatie|zaal)|"
    r"\book\sdaar\b|\bwe(?:er|derom)\sdaar\b",
    re.IGNORECASE,
)


def _of_item(
    page: Page, item: Item, shared: list[Found], remarked: Sequence[Found] = ()
) -> list[Found]:
    prose = read_prose(item.text, page.message.links, page.context, item.moment)
    told = [
        moved(one, item.start)
        for one in prose
        if one.field != "title" or one.confidence > NAMED_IN_ITEM
    ]
    told += _places_of_item(page, item, told)
    title = item_title(item, [o for o in told if o.field not in ("audiences", "title")])
    titles = [one for one in told if one.field == "title"]
    if title and not titles and _A_SENTENCE.search(str(title.value)):
        titles = [moved(one, item.start) for one in prose if one.field == "title"]
        told += titles
        title = None if titles else _core(title)
    if title and titles:
        title = replace(title, confidence=NAMED_IN_ITEM - 0.05)
    told += _street_of_item(item, told)
    told += _venue_of_item(
        page,
        item,
        told,
        max([*titles, *([title] if title else [])], key=_sure, default=None),
        placed=any(o.field == "address" for o in shared),
    )
    told += remarked
    if not any(one.field == "audiences" for one in told):
        told += _audience_of_item(item, told, title)
    return [
        *told,
        *([title] if title else []),
        *_shared_with(told, shared, also=_ALSO.search(item.text) is not None),
    ]


# What is left of a sentence when its day is taken out is no name: "organiseren we een lezing".
_A_SENTENCE = re.compile(
    r"^(?:[^\W\d_]+\s){0,2}(?:we|wij|ik|er)\b|^(?:we|wij|ik|er)\b|\b(?:later|daarna|vervolgens)\b|"
    r"^(?:kunnen|kan|mogen|gaan|is|zijn|volgt|volgen|komt|komen|organiseren|houden|openen|beginnen|starten|sluiten|"
    r"trappen|verzorgen|geven|nodigen|praten|maken|zetten|ontvangen)\b",
    re.IGNORECASE,
)
_THING = re.compile(r"\b(?:een|onze|ons)\s(?P<name>[^\W\d_].{3,80})$", re.IGNORECASE)
_LOOSE_END = re.compile(
    r"(?:\s(?:in|op|bij|aan|voor|van|met|te|om|het|de|een|ons|onze)){1,3}$", re.IGNORECASE
)


def _core(title: Found) -> Found:
    """ "Sluiten we af met een barbecue in het": the thing itself."""
    told = _THING.search(str(title.value))
    if told is None:
        return title
    name = _LOOSE_END.sub("", told["name"])
    at = title.start + told.start("name")
    return replace(title, value=name, start=at, end=at + len(name), quote=name)


_ALSO = re.compile(r"\book\b|\bhybride\b|\bof thuis\b", re.IGNORECASE)


def _shared_with(told: list[Found], shared: list[Found], *, also: bool) -> Iterator[Found]:
    """What the mail tells of all and this item leaves open; of a street without one, the town."""
    fields = {one.field for one in told}
    online = "attendance" in fields and not also
    placed = fields & {"venue", "address", "town"} or online
    open_town = not online and not fields & {"town", "postcode"}
    for one in shared:
        in_town = one.field in ("town", "municipality", "province")
        if one.field not in PLACE_FIELDS or not placed or (open_town and in_town):
            yield one


def _sure(one: Found) -> float:
    return one.confidence


_PIECE = re.compile(r"(?:[^,;:|()/•·\s.–—-]|\.(?=\S)|(?<=\w)[-/](?=\w)|[^\S\n\t](?!\s)){2,90}")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}[.)]|[a-e][.)]|[-*•·])?\s*")


def _pieces(item: Item) -> Iterator[tuple[int, str]]:
    """The pieces between marks, with where they stand in the item; without its number."""
    lead = _NUMBERING.match(item.text)
    for piece in _PIECE.finditer(item.text, lead.end() if lead else 0):
        words = piece[0].strip(" .!*_")
        if words:
            yield piece.start() + piece[0].find(words), words


def _places_of_item(page: Page, item: Item, told: list[Found]) -> list[Found]:
    """A piece that is a town and nothing else, or one that names a building and a town."""
    if any(one.field == "town" for one in told):
        return []
    for at, words in _pieces(item):
        town = page.context.town(words) if words[:1].isupper() or words[:1] in "'’" else None
        if town is not None:
            start = item.start + at
            base = Found("town", town.name, start, start + len(words), words, confidence=0.7)
            return town_fields(base, town)
    if any(one.field == "venue" for one in told):
        return []
    for at, words in reversed(list(_pieces(item))):
        read = read_place_value(words, item.start + at, page.context, 0.7)
        if any(one.field == "town" for one in read) and not any(c.isdigit() for c in words):
            return read
    return []


_NO_PLACE = re.compile(
    r"(?:voor|met|door|van|om|vanaf|tot|gratis|toegang|kosten|inloop|aanmelden|opgeven|entree|vol|"
    r"iedereen|ouders|leerlingen|jongeren|o\.l\.v|spreker|er|we|wij|je|u|ik|jullie|dus|als|en|maar|want|dan|die|dat|te|tijdens|onze|ons|kom|meer|ook|zie|neem|na)\b|"
    r".*[?!@]|.*\d{2}",
    re.IGNORECASE,
)


_IN_TOWN = re.compile(r"\s(?:in|te)\s[A-ZÀ-Ý'’][\w'’ -]{2,30}$")


def _audience_of_item(item: Item, told: list[Found], title: Found | None) -> list[Found]:
    """A piece behind the name that is about people and nothing else, or the name itself."""
    venues = [str(one.value) for one in told if one.field == "venue"]
    told_of: list[Found] = []
    for at, words in _pieces(item):
        behind = title is None or at >= title.end - item.start
        if behind and len(words.split()) <= 9 and not is_building(words) and words not in venues:
            found = read_audience_value(words, item.start + at, 0.6)
            told_of += found
    if told_of:
        slugs = tuple(dict.fromkeys(slug for one in told_of for slug in one.value))
        return [replace(told_of[0], value=slugs)]
    return audience_of_name([title] if title else [])


def audience_of_name(told: Sequence[Found]) -> list[Found]:
    """ "Inloop voor jongeren", "Ronde tafel leerplicht en scholen": when nothing else tells it."""
    title = next((one for one in told if one.field == "title"), None)
    if title is None or any(one.field == "audiences" for one in told):
        return []
    named = str(title.value)
    found = read_audience_prose(named)
    if not found and re.match(rf"{EVENT}(?!\w)", named, re.IGNORECASE):
        found = read_audience_value(named, 0, 0.4)
    return [replace(moved(one, title.start), confidence=0.4) for one in found]


def _street_of_item(item: Item, told: list[Found]) -> list[Found]:
    """A piece that is the name of a street, without a number."""
    if any(one.field == "address" for one in told):
        return []
    for at, words in _pieces(item):
        if is_street(words):
            start = item.start + at
            return [Found("address", words, start, start + len(words), words, confidence=0.5)]
    return []


def _venue_of_item(
    page: Page, item: Item, told: list[Found], title: Found | None, *, placed: bool
) -> list[Found]:
    """What is left between two commas behind the name is where it is, when nothing else tells."""
    if any(one.field in ("venue", "attendance") for one in told):
        return []
    told = [one for one in told if one.field != "attendance"]
    taken = [
        (o.start - item.start, o.end - item.start)
        for o in [*told, *([title] if title else [])]
        if o.field not in ("audiences", "town", "municipality", "province")
    ]
    for at, words in _pieces(item):
        if any(at < end and start < at + len(words) for start, end in taken):
            continue
        capital = words[:1].isupper() or re.match(r"['’]t\s[A-Z]", words) is not None
        named = capital and title is not None and at > title.start - item.start
        if _NO_PLACE.match(words) or is_generic(words) or len(words.split()) > 6:
            continue
        if page.context.town(words) or is_street(words):
            continue
        words = _IN_TOWN.sub("", words)
        if is_building(words) or (named and not placed):
            start = item.start + at
            sure = 0.6 if is_building(words) else 0.5
            return [Found("venue", words, start, start + len(words), words, confidence=sure)]
    return []
