"""The lists that the desk's fields choose from, read once for a page."""

from dataclasses import dataclass
from functools import cached_property

from agenda.models import Audience, Kind, Municipality, MunicipalityAlias, Partner, Region, fold

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Vocabulary:
    """Each pair is the value that `Facts` holds, and the name on the screen."""

    kinds: Choices
    audiences: Choices
    partners: Choices
    municipalities: Choices
    provinces: Choices
    regions: Choices

    @classmethod
    def load(cls) -> "Vocabulary":
        """In five queries."""
        regions = list(Region.objects.order_by("name").values_list("kind", "code", "name"))
        return cls(
            kinds=list(Kind.objects.values_list("slug", "name")),
            audiences=list(Audience.objects.values_list("slug", "name")),
            partners=list(Partner.objects.values_list("slug", "name")),
            municipalities=list(Municipality.objects.values_list("code", "name")),
            provinces=[(code, name) for kind, code, name in regions if kind == "province"],
            regions=[(code, name) for kind, code, name in regions if kind == "rmc"],
        )

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Per field of `Facts`, its values in words."""
        return {
            "kind": dict(self.kinds),
            "audiences": dict(self.audiences),
            "partners": dict(self.partners),
            "municipality": dict(self.municipalities),
            "province": dict(self.provinces),
            "region": dict(self.regions),
        }

    def municipality_named(self, text: str) -> str | None:
        """The code for a name as a person types it, also a village or a former municipality."""
        wanted = fold(text)
        for code, name in self.municipalities:
            if wanted in (fold(name), code.lower()):
                return code
        aliases = MunicipalityAlias.objects.filter(name__iexact=text.strip())
        return aliases.values_list("municipality__code", flat=True).first()
