"""What more than one model of the programme uses."""

import unicodedata

from django.db import models


def fold(text: str) -> str:
    """Lower case without accents, one space between words: what searching compares."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


class Species(models.TextChoices):
    """The flowers that a kind of activity can be drawn as."""

    SUNFLOWER = "zonnebloem", "Zonnebloem"
    POPPY = "klaproos", "Klaproos"
    CORNFLOWER = "korenbloem", "Korenbloem"
    LAVENDER = "lavendel", "Lavendel"
    DAISY = "madelief", "Madelief"
    ROSE = "roos", "Roos"
    DANDELION = "pluisje", "Pluisje"
