"""Whether a PDF does more than be read, told by its bytes."""

import re
import zlib

# The names of what makes a PDF act, and what to say of it.
ACTIVE = {
    "/JavaScript": "Deze pdf bevat een script.",
    "/JS": "Deze pdf bevat een script.",
    "/Launch": "Deze pdf kan een programma starten.",
    "/EmbeddedFile": "In deze pdf zit een ander bestand.",
    "/EmbeddedFiles": "In deze pdf zit een ander bestand.",
    "/RichMedia": "In deze pdf zit een film of programma.",
}
UNPACKED = 16 * 1024 * 1024  # bytes of the compressed objects that are looked at, in all
STREAMS = 50_000
_NAME = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?=[\s/<>\[\]()%]|\Z)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM, _END = b"stream", b"endstream"


def active(payload: bytes) -> str:
    """A Dutch sentence on what it can do; empty when nothing was found."""
    left = UNPACKED
    for outside, stream in _pieces(payload):
        if told := _told(outside):
            return told
        if stream and left > 0 and b"ObjStm" in _names(outside[-1000:]):
            inner = _inflated(stream, left)
            left -= len(inner)
            if told := _told(inner):
                return told
    return ""


def _told(content: bytes) -> str:
    found = _NAME.search(_names(content))
    return ACTIVE["/" + found[1].decode()] if found else ""


def _names(content: bytes) -> bytes:
    """With the letters that are written as a number (ISO 32000-1, 7.3.5) as letters."""
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), content)


def _pieces(payload: bytes) -> list[tuple[bytes, bytes]]:
    """What stands before each stream, with the stream: by chance a picture can hold any name."""
    pieces: list[tuple[bytes, bytes]] = []
    position = 0
    while len(pieces) < STREAMS:
        start = payload.find(_STREAM, position)
        end = payload.find(_END, start + len(_STREAM)) if start >= 0 else -1
        if end < 0:
            break
        pieces.append((payload[position:start], payload[start + len(_STREAM) : end]))
        position = end + len(_END)
    return [*pieces, (payload[position:], b"")]


def _inflated(stream: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream.lstrip(b"\r\n"), limit)
    except zlib.error:
        return b""
