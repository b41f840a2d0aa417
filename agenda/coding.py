"""Content codings: which one a client may have, and the bytes in it."""

import gzip

import brotli

IDENTITY = "identity"
_PREFERRED = ("br", "gzip")


def best_coding(accept_encoding: str) -> str:
    """The best coding that an ``Accept-Encoding`` header allows (RFC 9110, 12.5.3).

    Anything unreadable in it counts as not offered, so that a header can choose between three
    variants of an address and never make a fourth.
    """
    weights: dict[str, float] = {}
    for offer in accept_encoding.lower().split(","):
        name, _, parameter = offer.partition(";")
        weights[name.strip()] = _weight(parameter)
    for coding in _PREFERRED:
        if weights.get(coding, weights.get("*", 0)) > 0:
            return coding
    return IDENTITY


def _weight(parameter: str) -> float:
    key, _, value = parameter.strip().partition("=")
    if not key:
        return 1
    try:
        return float(value) if key.strip() == "q" else 0
    except ValueError:
        return 0


def encode(content: bytes, coding: str) -> bytes:
    """The same bytes for the same content, whenever they are made: gzip's clock is left at 0."""
    if coding == "br":
        return bytes(brotli.compress(content, quality=5))
    if coding == "gzip":
        return gzip.compress(content, compresslevel=6, mtime=0)
    return content
