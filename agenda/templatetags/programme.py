"""What templates of the programme need: flowers, dates and the texts of editors."""

from datetime import date, time
from functools import cache

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from agenda.bouquet import flower_use
from agenda.cards import Card, flower_of, flower_of_kind
from agenda.kept_cards import drawn
from agenda.models import Activity, Kind
from agenda.rich_text import rendered
from agenda.when import MONTHS, WEEKDAYS, describe_day, describe_time

register = template.Library()
# What an address may not hold (RFC 3986), the percent sign first.
CODED = (("%", "%25"), ('"', "'"), (" ", "%20"), ("#", "%23"), ("<", "%3C"), (">", "%3E"))


@register.simple_tag
def flower(activity: Activity) -> SafeString:
    """The flower of a card; its drawing stands in the page's sprite or bouquet."""
    return mark_safe(flower_use(flower_of(activity)))


@register.simple_tag(name="card")
def card_tag(card: Card) -> SafeString:
    """pieces/card.html of one card; it sees nothing else of the page."""
    return drawn(card)


@register.simple_tag
def kind_flower(kind: Kind) -> SafeString:
    return mark_safe(flower_use(flower_of_kind(kind)))


@register.simple_tag
def site_url() -> str:
    """Where the site stands, for addresses that leave it."""
    return str(settings.SITE_URL)


@register.simple_tag
@cache
def logo() -> SafeString:
    """As an address that holds all of it: two small drawings are worth no request."""
    drawn = (settings.BASE_DIR / "static" / "icons" / "logo.svg").read_text().strip()
    for character, written in CODED:
        drawn = drawn.replace(character, written)
    return mark_safe(f"data:image/svg+xml,{drawn}")


@register.simple_tag
def site_name() -> str:
    """The same as one reads it aloud or types it over from paper."""
    return str(settings.SITE_URL).partition("://")[2]


@register.filter
def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


@register.filter
def weekday_short(day: date) -> str:
    return WEEKDAYS[day.weekday()][:2]


@register.filter
def month(day: date) -> str:
    return MONTHS[day.month - 1]


@register.filter
def long_day(day: date) -> str:
    return describe_day(day)


@register.filter
def clock(moment: time) -> str:
    return describe_time(moment)


@register.filter
def markdown(text: str) -> SafeString:
    return rendered(text)


@register.filter
def thousands(number: int) -> str:
    """As one writes it in Dutch: 1.305."""
    return f"{number:,}".replace(",", ".")
