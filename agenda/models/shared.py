"""Rows read with the rows that many of them point at, which are made once for all.

`select_related` makes an object of its own for each row: a hundred cards have a hundred kinds, of
which seven are different, and making objects is what reading a page of cards costs most.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model
from django.db.models.query import QuerySet

M = TypeVar("M", bound=Model)


def read(
    found: QuerySet[M], columns: Sequence[str], related: Mapping[str, Sequence[str]]
) -> list[M]:
    """The rows in one query: `columns` of themselves, and of each foreign key these of its row.

    The primary keys come along unasked. All else is deferred, as `only` would leave it.
    """
    model, database = found.model, found.db
    keys = [model._meta.get_field(name) for name in related]
    own = _in_order(model, {*columns, *related})
    paths = [f"{name}__{column}" for name, told in related.items() for column in told]
    known: dict[tuple[str, Any], Model] = {}
    rows = []
    for values in found.values_list(*own, *paths).iterator():
        row = model.from_db(database, own, values[: len(own)])
        at = len(own)
        for key in keys:
            assert isinstance(key, ForeignKey)
            told = related[key.name]
            pk = getattr(row, key.attname)
            if pk is not None:
                one = known.get((key.name, pk))
                if one is None:
                    one = _made(key.related_model, database, pk, told, values[at : at + len(told)])
                    known[key.name, pk] = one
                setattr(row, key.name, one)
            at += len(told)
        rows.append(row)
    return rows


def _in_order(model: type[Model], names: set[str]) -> list[str]:
    """Names as `from_db` wants them: those of the columns, in the order of the model."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields if field.primary_key or field.name in names]


def _made(
    model: type[Model], database: str, pk: object, columns: Sequence[str], values: Sequence[Any]
) -> Model:
    told = {model._meta.pk.attname: pk, **dict(zip(columns, values, strict=True))}
    names = _in_order(model, set(columns))
    return model.from_db(database, names, [told[name] for name in names])
