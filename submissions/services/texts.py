"""What people write, cut and cleaned to what the columns hold."""

from dataclasses import replace
from typing import Any

from submissions.facts import LIMITS, Facts


def shortened(facts: Facts) -> Facts:
    """Cut to what the columns hold, without NUL (PostgreSQL stores none): mail says anything."""
    cut: dict[str, Any] = {
        name: without_nul(getattr(facts, name))[:limit] for name, limit in LIMITS.items()
    }
    return replace(facts, **cut)


def one_line(text: str, limit: int) -> str:
    """Without line breaks or control characters: it may reach a header or a feed."""
    # The zero-width joiner is not printable to Python, but it holds emoji together.
    cleaned = "".join(c if c.isprintable() or c == "\u200d" else " " for c in text)
    return " ".join(cleaned.split())[:limit]


def without_nul(text: str) -> str:
    return text.replace("\x00", "")
