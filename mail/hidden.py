"""What an HTML mail hides: by a style of the element itself, or by a class of its style sheet."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

SHEET_LIMIT = 50_000  # characters of style sheets that are looked at
_HIDES = re.compile(
    r"display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em|%)?(?:;|!|$)|"
    r"max-height:0(?:px)?(?:;|!|$)|(?<![\w-])opacity:0(?:\.0)?(?:;|!|$)"
)
_CLASS = re.compile(r"\.([\w-]{1,60})")
_BRACE = re.compile(r"[{}]")


def hides(style: str) -> bool:
    """Whether a style, of an element or of a rule, leaves nothing to see."""
    return _HIDES.search("".join(style.lower().split())) is not None


def hidden_classes(tree: Any) -> frozenset[str]:
    """The classes that the mail's own style sheets hide, and not on small screens only."""
    sheets = "\n".join(one.text or "" for one in islice(tree.iter("style"), 20))[:SHEET_LIMIT]
    return frozenset(name for names, rule in _rules(sheets) if hides(rule) for name in names)


def _rules(sheet: str) -> Iterator[tuple[list[str], str]]:
    """The classes that stand alone as selectors, with their rule; of what is nested, nothing."""
    depth, last, selectors = 0, 0, ""
    for brace in _BRACE.finditer(sheet):
        between = sheet[last : brace.start()]
        if brace[0] == "{":
            depth += 1
            selectors = between.rpartition(";")[2] if depth == 1 else ""
        else:
            if depth == 1 and "@" not in selectors:
                told = [_CLASS.fullmatch(one.strip()) for one in selectors.split(",")]
                yield [one[1] for one in told if one], between
            depth = max(0, depth - 1)
        last = brace.end()
