"""What an item of a list is called: what is left when its day, hours and place are taken out."""

import re

from submissions.reading.found import Found
from submissions.reading.items import Item

_EDGES = re.compile(
    r"^(?:op|van|om|in|tot|uur|u|te|en|dan|is|er|een|de|het|nog|ook)\s|\s(?:op|van|om|in|te|tot|bij|is|"
    r"en)$",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"(?<=[a-zà-ÿ]{4})\.\s+(?=[A-ZÀ-Ý][a-z])")
# "Activiteit 2": its number, not its name.
_NUMBERED = re.compile(
    r"(?:activiteit|onderdeel|bijeenkomst|dag|sessie|workshop|programma) (?:\d{1,2}|een|twee|drie)",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"voor\s.{2,40}\s(?:de|het|een|onze)$", re.IGNORECASE)  # what follows is it


def item_title(item: Item, taken: list[Found]) -> Found | None:
    """What is left of the item when its day, hours and place are taken out: the first words."""
    line = list(item.text)
    for found in taken:
        for at in range(found.start - item.start, min(found.end, item.end) - item.start):
            if 0 <= at < len(line):
                line[at] = "\x00"
    left = "".join(line)
    for piece in re.finditer(
        r"(?:[^\x00,;|•·–—()\s/]|(?<=\w)/(?=\w)|[^\S\n\t](?![\s/])){4,120}", left
    ):
        words = _NEXT_SENTENCE.split(piece[0].strip(" -*•:.\t"), maxsplit=1)[0]
        for _ in range(3):
            words = _EDGES.sub("", words).strip(" :-")
        if _FOR_WHOM.match(words) or _NUMBERED.fullmatch(words):
            continue
        if re.search(r"[^\W\d_]{4,}", words):
            at = item.text.find(words)
            if at >= 0:
                at += item.start
                return Found("title", words, at, at + len(words), words, confidence=0.8)
    return None
