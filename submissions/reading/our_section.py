"""A newsletter of somebody else's with one piece for us, under the heading Actieweek."""

import re

from submissions.reading.lines import Line, blanked, lines_of

_OURS = re.compile(
    r"\W*(?:(?:landelijke|nationale)\s)?(?:actie\s?week|week van (?:de )?thuiszitters)"
    r"(?:\s(?:tegen\s)?thuiszitters?)?(?:\s20\d\d)?\W*",
    re.IGNORECASE,
)
_SENTENCE_END = (".", ",", ":", ";", "!", "?")
HEADINGS = 3  # with fewer it is no newsletter
HEADING_LIMIT = 60


def only_our_section(text: str) -> str:
    """The greeting and our section, when the text has several headings and one of them is ours."""
    lines = list(lines_of(text))
    heads = [number for number in range(len(lines)) if _is_heading(lines, number)]
    ours = [number for number in heads if _OURS.fullmatch(lines[number].text)]
    if len(heads) < HEADINGS or len(ours) != 1:
        return text
    following = [number for number in heads if number > ours[0]]
    stop = lines[following[0]].start if following else len(text)
    start = lines[ours[0]].start
    foot = _foot(text, stop)
    return f"{blanked(text[:start])}{text[start:stop]}{blanked(text[stop:foot])}{text[foot:]}"


def _foot(text: str, stop: int) -> int:
    """Where the last paragraph begins, when it tells how to reach the sender."""
    last = text.rstrip().rfind("\n\n", stop)
    return last + 2 if last > 0 and "@" in text[last:] else len(text)


def _is_heading(lines: list[Line], number: int) -> bool:
    """A short line between empty ones that is no sentence."""
    words = lines[number].text.strip()
    if not 3 < len(words) <= HEADING_LIMIT or words.endswith(_SENTENCE_END) or words[:1].islower():
        return False
    around = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return all(not one.text.strip() for one in around) and "@" not in words
