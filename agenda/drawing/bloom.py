"""The flower of one activity: the kind gives the species, the `public_id` all the rest."""

from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import NamedTuple
from uuid import UUID

from agenda.drawing.flowers import PAPER, VARIANTS, head, stem
from agenda.drawing.shapes import STAY, Move, Shape
from agenda.models import Species


@dataclass(frozen=True)
class Bloom:
    """What one activity looks like."""

    species: Species
    variant: int = 1
    tilt: int = 0
    size: float = 1
    cancelled: bool = False

    @property
    def name(self) -> str:
        """Of its symbol: the flowers that share a drawing apart from tilt and size."""
        return f"{self.species.value}-{self.variant}" + ("-lijn" if self.cancelled else "")

    @property
    def shapes(self) -> tuple[Shape, ...]:
        drawn = head(self.species, self.variant)
        return uncoloured(drawn) if self.cancelled else drawn


class Layer(NamedTuple):
    """Shapes in their place; layers of the same name are the same drawing."""

    name: str
    shapes: tuple[Shape, ...]
    move: Move = STAY


def bloom(species: str, public_id: UUID, *, cancelled: bool = False) -> Bloom:
    """The flower of an activity. Equal ids give equal flowers, on every machine and for ever."""
    chance = blake2b(public_id.bytes, digest_size=3).digest()
    return Bloom(
        Species(species),
        variant=chance[0] % VARIANTS,
        tilt=chance[1] % 7 * 5 - 15,
        size=0.88 + chance[2] % 7 * 0.04,
        cancelled=cancelled,
    )


@cache
def uncoloured(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """The line drawing of what is cancelled: paper where its colours were."""
    return tuple(replace(shape, fill=PAPER if shape.fill else "", ink="") for shape in shapes)


def single(flower: Bloom) -> list[Layer]:
    """One flower on its stem, for a card or a page; 200 wide and 260 high."""
    name, green = ("steel-lijn", uncoloured(stem())) if flower.cancelled else ("steel", stem())
    move = Move(100, 80, flower.tilt, round(flower.size * 1.15, 2))
    return [Layer(name, green, Move(100, 90)), Layer(flower.name, flower.shapes, move)]
