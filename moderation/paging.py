"""Pages of a list whose length is known already (Django's own paginator counts once more)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    number: int
    last: int
    total: int
    per_page: int

    @property
    def span(self) -> slice:
        return slice((self.number - 1) * self.per_page, self.number * self.per_page)

    @property
    def first_item(self) -> int:
        return min(self.total, (self.number - 1) * self.per_page + 1)

    @property
    def last_item(self) -> int:
        return min(self.total, self.number * self.per_page)


def page_of(asked: str, total: int, per_page: int) -> Page:
    """The page that was asked for, or the nearest one there is."""
    last = max(1, -(-total // per_page))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    return Page(min(max(number, 1), last), last, total, per_page)
