"""Writers to SQLite begin in the order in which they came."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from actieweek.turns.queue import Turns
from agenda.models import PublicRevision


def test_turns_come_in_the_order_of_asking() -> None:
    turns, order = Turns(), []
    assert turns.take(1)

    def wait(number: int) -> None:
        assert turns.take(5)
        order.append(number)
        turns.pass_on()

    threads = []
    for number in range(5):
        threads.append(threading.Thread(target=wait, args=(number,)))
        threads[-1].start()
        while len(turns._waiting) <= number:
            time.sleep(0.001)
    turns.pass_on()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_who_waits_in_vain_leaves_the_line() -> None:
    turns = Turns()
    assert turns.take(1)
    assert not turns.take(0.01)
    turns.pass_on()
    assert turns.take(0.01)


@pytest.mark.django_db(transaction=True)
def test_a_turn_ends_with_its_transaction_however_that_ends() -> None:
    def write(fail: bool) -> None:
        try:
            with transaction.atomic():
                PublicRevision.bump()
                if fail:
                    raise DatabaseError
        except DatabaseError:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, [True, False] * 10))
    with transaction.atomic():
        PublicRevision.bump()
        connection.close()
    write(False)
