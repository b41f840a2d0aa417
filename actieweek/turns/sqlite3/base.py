"""Django's SQLite, with one change: threads of a process begin to write in turns.

SQLite itself has no queue: who finds it locked tries again after a while, up to a tenth of a
second, and who has just come tries sooner. With twenty editors some waited over a minute. Processes
still try their luck with each other, but there are three or four of those.
"""

import threading
from collections import defaultdict
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from actieweek.turns.queue import Turns

LONGEST = 60  # seconds; a transaction takes a tenth of one
_turns: defaultdict[str, Turns] = defaultdict(Turns)
_guard = threading.Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    _turn: Turns | None = None

    def _start_transaction_under_autocommit(self) -> None:
        with _guard:
            turns = _turns[str(self.settings_dict["NAME"])]
        if not turns.take(LONGEST):
            raise OperationalError("database is locked: no turn to write came")
        self._turn = turns
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _set_autocommit(self, autocommit: bool) -> None:
        """Django's way to say that the transaction has ended, well or not."""
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if autocommit:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        if self._turn is not None:
            turn, self._turn = self._turn, None
            turn.pass_on()
