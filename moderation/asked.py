"""What a query string asked for and did not get: a list must not pass for a narrower one."""

from collections.abc import Mapping

from django.http import QueryDict

SHOWN = 40  # characters of what was asked


def not_taken(query: QueryDict, taken: Mapping[str, str]) -> list[str]:
    """A sentence for each parameter whose value is not the one that the page goes by."""
    asked = {name: query.get(name, "") for name in (*taken, "pagina")}
    known = {**taken, "pagina": asked["pagina"] if _is_number(asked["pagina"]) else ""}
    return [
        f"We kennen geen {name} ‘{_shown(value)}’. Daar letten we hier dus niet op."
        for name, value in asked.items()
        if value and value != known[name]
    ]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _shown(value: str) -> str:
    return "".join(c for c in value if c.isprintable())[:SHOWN]
