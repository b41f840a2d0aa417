"""Content codings: which one a client may have, and the bytes in it."""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO

import brotli

IDENTITY = "identity"
_PREFERRED = ("br", "gzip")
_USUAL_LENGTH = 100
_LARGE = 1024 * 1024  # above it speed matters more than the last few per cent


def best_coding(accept_encoding: str) -> str:
    """The best coding that an ``Accept-Encoding`` header allows (RFC 9110, 12.5.3).

    Anything unreadable in it counts as not offered, so that a header can choose between three
    variants of an address and never make a fourth.
    """
    if len(accept_encoding) > _USUAL_LENGTH:
        return _read(accept_encoding)
    return _remembered(accept_encoding)


def _read(accept_encoding: str) -> str:
    weights: dict[str, float] = {}
    for offer in accept_encoding.lower().split(","):
        name, _, parameter = offer.partition(";")
        weights[name.strip()] = _weight(parameter)
    for coding in _PREFERRED:
        if weights.get(coding, weights.get("*", 0)) > 0:
            return coding
    return IDENTITY


_remembered = lru_cache(maxsize=64)(_read)  # browsers send a handful of different ones


def _weight(parameter: str) -> float:
    key, _, value = parameter.strip().partition("=")
    if not key:
        return 1
    try:
        return float(value) if key.strip() == "q" else 0
    except ValueError:
        return 0


def encode(content: bytes, coding: str) -> bytes:
    """The same bytes for the same content, whenever they are made: gzip has no clock in it."""
    return b"".join(encoded((content,), coding, is_large=len(content) > _LARGE))


def encode_all(chunks: Iterable[bytes], coding: str) -> bytes:
    """A long answer in one coding; the whole of it never lies uncoded in memory."""
    written = BytesIO()
    for chunk in encoded(chunks, coding, is_large=True):
        written.write(chunk)
    return written.getvalue()


def encoded(chunks: Iterable[bytes], coding: str, *, is_large: bool) -> Iterator[bytes]:
    if coding == "br":
        brotlied = brotli.Compressor(quality=4 if is_large else 5)
        yield from (brotlied.process(chunk) for chunk in chunks)
        yield brotlied.finish()
    elif coding == "gzip":
        gzipped = zlib.compressobj(3 if is_large else 6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
        yield from (gzipped.compress(chunk) for chunk in chunks)
        yield gzipped.flush()
    else:
        yield from chunks
