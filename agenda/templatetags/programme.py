"""What templates of the programme need: flowers, dates and the texts of editors."""

from datetime import date, time

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from agenda.bouquet import flower_use
from agenda.cards import flower_of, flower_of_kind
from agenda.models import Activity, Kind
from agenda.rich_text import rendered
from agenda.when import MONTHS, WEEKDAYS, describe_day, describe_time

register = template.Library()


@register.simple_tag
def flower(activity: Activity) -> SafeString:
    """The flower of a card; its drawing stands in the page's sprite or bouquet."""
    return mark_safe(flower_use(flower_of(activity)))


@register.simple_tag
def kind_flower(kind: Kind) -> SafeString:
    return mark_safe(flower_use(flower_of_kind(kind)))


@register.simple_tag
def site_url() -> str:
    """Where the site stands, for addresses that leave it."""
    return str(settings.SITE_URL)


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
