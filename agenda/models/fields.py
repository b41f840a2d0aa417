"""What more than one model of the programme uses."""

import unicodedata

from django.db import models

from agenda.when import When


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


class WhenFields(models.Model):
    """The columns of a `When`, with its rules as check constraints."""

    first_day = models.DateField("eerste dag", null=True, blank=True)
    last_day = models.DateField("laatste dag", null=True, blank=True)
    start_time = models.TimeField("begintijd", null=True, blank=True)
    end_time = models.TimeField("eindtijd", null=True, blank=True)
    all_day = models.BooleanField("hele dag", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def when(self) -> When:
        return When(
            first=self.first_day,
            last=self.last_day,
            start=self.start_time,
            end=self.end_time,
            all_day=self.all_day,
        )

    @when.setter
    def when(self, value: When) -> None:
        self.first_day, self.last_day = value.first, value.final
        self.start_time, self.end_time = value.start, value.end
        self.all_day = value.all_day
