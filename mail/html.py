"""HTML to text for reading, and the links in it. The HTML itself is shown to nobody."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
from inscriptis.html_engine import Inscriptis

from mail.decoding import clean, one_line
from mail.hidden import hidden_classes, hides
from mail.message import Link

# Beyond these inscriptis takes too long: its time grows with each table around a text.
ELEMENTS_LIMIT = 20_000
NESTED_TABLES_LIMIT = 15
LINKS_LIMIT = 500
ROWSPAN_LIMIT = 50
MANY_ROWS = 3
ROWS_LIMIT = 60
_NEVER_TEXT = frozenset({"script", "style", "head", "template", "noscript", "object", "svg"})
_BLOCKS = frozenset(
    {"p", "div", "br", "tr", "li", "table", "blockquote", "hr", "section", "article", "pre"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "header", "footer"}
)
_STRUCK = frozenset({"s", "strike", "del"})
_SPACE = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n[ \n]*\n")


def to_text(html: str) -> tuple[str, tuple[Link, ...]]:
    """The text, a table row on one line, and the links. Never raises."""
    tree = _tree(html)
    if tree is None:
        return "", ()
    links = tuple(islice(_links(tree), LINKS_LIMIT))
    try:
        text = _laid_out(tree)
    except (RecursionError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        # Hostile or broken: the layout is lost, the words are not.
        text = "".join(_words(tree))
    lines = "\n".join(line.rstrip() for line in clean(text).split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip("\n"), links


def _tree(html: str) -> Any:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def _laid_out(tree: Any) -> str:
    """Raises ValueError when the HTML is not made for reading."""
    count = tables = 0
    unseen = hidden_classes(tree)
    _fill_rows(tree)
    _space_rows(tree)
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        count += event == "start"
        tables += (element.tag == "table") * (1 if event == "start" else -1)
        if count > ELEMENTS_LIMIT or tables > NESTED_TABLES_LIMIT:
            raise ValueError("too many elements, or too many tables within tables")
        # Margins and padding can ask for a million empty lines; what is hidden stays hidden.
        style = element.attrib.pop("style", "")
        classes = element.get("class", "").split() if unseen else ()
        if hides(style) or "hidden" in element.attrib or not unseen.isdisjoint(classes):
            element.set("style", "display:none")
        if element.tag in ("dt", "dd"):
            element.tag = "div"  # a line of its own, which inscriptis does not give it
        if event == "start" and element.tag in _STRUCK:
            _mark_struck(element)
        if element.tag in ("td", "th"):
            # In the middle, a label would stand behind the first line of its value.
            element.set("valign", "top")
    return Inscriptis(tree).get_text()


def _space_rows(tree: Any) -> None:
    """An empty line between rows whose cells have several lines, or nobody sees where one ends."""
    for table in list(tree.iter("table")):
        rows = [row for row in table.iter("tr") if row.getparent() is not None]
        wide = [row for row in rows if sum(cell.tag in ("td", "th") for cell in row) > 1]
        nested = next(table.iterdescendants("table"), None) is not None
        if nested or len(wide) < MANY_ROWS or len(wide) < len(rows) or len(rows) > ROWS_LIMIT:
            continue
        if not any(_is_tall(cell) for row in wide for cell in row):
            continue
        for row in rows[:-1]:
            empty = row.makeelement("tr")
            cell = empty.makeelement("td")
            cell.text = "\u00a0"
            empty.append(cell)
            row.addnext(empty)


def _is_tall(cell: Any) -> bool:
    lines = sum(1 for one in cell.iter("br") if (one.tail or "").strip())
    blocks = sum(1 for one in cell.iter("p", "div", "li") if "".join(one.itertext()).strip())
    return lines > 0 or blocks > 1


def _mark_struck(element: Any) -> None:
    """``~~what was struck out~~``: still there for people, and no longer told."""
    element.text = f"~~{(element.text or '').lstrip()}"
    last = element[-1] if len(element) else None
    if last is None:
        element.text = f"{element.text.rstrip()}~~"
    else:
        last.tail = f"{(last.tail or '').rstrip()}~~"


def _fill_rows(tree: Any) -> None:
    """An empty cell where one of a row above reaches down: columns stay below their head."""
    added = 0
    for row in list(tree.iter("tr")):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        for column, cell in enumerate(cells):
            reach = cell.attrib.pop("rowspan", "")
            following = row.getnext()
            for _ in range(min(int(reach) if reach.isdecimal() else 1, ROWSPAN_LIMIT) - 1):
                if following is None or following.tag != "tr" or added >= ELEMENTS_LIMIT:
                    break
                following.insert(column, following.makeelement("td"))
                following, added = following.getnext(), added + 1


def _words(tree: Any) -> Iterator[str]:
    """All text in its order, blocks on lines of their own; without recursion."""
    hidden = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        hidden += (name in _NEVER_TEXT) * (1 if event == "start" else -1)
        if name in _BLOCKS:
            yield "\n"
        elif name in {"td", "th"}:
            yield "  "
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            yield _SPACE.sub(" ", text.replace("\n", " "))


def _links(tree: Any) -> Iterator[Link]:
    for element in tree.iter("a"):
        url = one_line(element.get("href") or "")
        if url:
            text = "".join(islice(element.itertext(), 50))
            yield Link(text=one_line(text)[:500], url=url[:4000])
