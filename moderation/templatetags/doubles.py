"""What an item is likely the same as, for the page of the item."""

from django import template

from moderation.doubles import Pair, with_sides
from submissions.models import Double, Submission

register = template.Library()


@register.inclusion_tag("moderation/_doubles.html")
def doubles_of(item: Submission) -> dict[str, list[Pair]]:
    """In one query."""
    return {"pairs": [Pair(double) for double in with_sides(Double.objects.open().of(item))]}
