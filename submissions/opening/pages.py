"""The text of a document as its readers hand it over: pages, each with its words."""

import json
from dataclasses import dataclass

from mail.decoding import clean

PAGES = 20
CHARACTERS = 60_000  # of all pages together
UNPACKED = 30 * 1024 * 1024  # bytes of one part of a package


@dataclass(frozen=True, slots=True)
class Pages:
    """`texts` is one a page; a document without pages has one. `problem` is a Dutch sentence."""

    texts: tuple[str, ...] = ()
    problem: str = ""

    def to_bytes(self) -> bytes:
        return json.dumps({"texts": self.texts, "problem": self.problem}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Pages":
        told = json.loads(data)
        texts = tuple(clean(str(text)) for text in told["texts"][:PAGES])
        return cls(texts, str(told["problem"])[:300])


def plain(text: str) -> str:
    """Without what no database keeps, and with every line stripped at its end."""
    text = text.replace("\f", "\n").encode("utf-8", "replace").decode()
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip("\n")
