"""All that one mail says, asked for what may stand anywhere in it."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from submissions.reading.postcodes import POSTCODE

CODES_LIMIT = 50  # a mail with more is a list, which decides nothing


@dataclass(frozen=True)
class Told:
    """Each question is looked up once: a mail may name a place of one name a thousand times."""

    text: str = ""
    _answers: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def postcodes(self) -> tuple[str, ...]:
        every = dict.fromkeys(match[1] for match in POSTCODE.finditer(self.text))
        return tuple(every)[:CODES_LIMIT]

    def says(self, pattern: str) -> bool:
        if pattern not in self._answers:
            self._answers[pattern] = re.search(pattern, self.text) is not None
        return self._answers[pattern]
