"""Writes ``mails/`` and ``expected.json``, the same bytes every time.

Run as a module of its package, ``python -m PACKAGE.generate``.
"""

import json
from importlib import import_module
from pathlib import Path

from tests.opened.labels import EDITIONS, Mail

HERE = Path(__file__).parent
PARTS = ["facts", "grids", "stories", "passed", "meetings", "later", "carried", "post"]
FIRST = 301


def mails() -> list[Mail]:
    return [mail for part in PARTS for mail in import_module(f"{__package__}.{part}").MAILS]


def numbered(every: list[Mail]) -> dict[str, str]:
    numbers = {mail.name: f"{at:03}" for at, mail in enumerate(every, FIRST)}
    assert len(numbers) == len(every), "two mails of one name"
    return numbers


def files() -> dict[str, bytes]:
    """Every file of the corpus and its content."""
    every = mails()
    numbers = numbered(every)
    out = {f"mails/{numbers[mail.name]}-{mail.name}.eml": mail.octets() for mail in every}
    document = {
        "schema": 1,
        "timezone": "Europe/Amsterdam",
        "editions": {str(year): list(days) for year, days in EDITIONS.items()},
        "mails": {numbers[mail.name]: mail.record(numbers) for mail in every},
    }
    out["expected.json"] = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return out


def main() -> None:
    for old in (HERE / "mails").glob("*.eml"):
        old.unlink()
    (HERE / "mails").mkdir(exist_ok=True)
    for name, data in files().items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
