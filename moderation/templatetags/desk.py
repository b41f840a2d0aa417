"""How the desk writes moments and sizes."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone

from agenda.when import MONTHS, WEEKDAYS, describe_day, describe_time

register = template.Library()


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


@register.filter
def age(moment: datetime) -> str:
    """How long ago, in words: ``3 uur geleden``."""
    passed = timezone.now() - moment
    if passed < timedelta(minutes=1):
        return "zojuist"
    if passed < timedelta(hours=1):
        return _count(passed.seconds // 60, "minuut", "minuten") + " geleden"
    if passed < timedelta(days=1):
        return f"{passed.seconds // 3600} uur geleden"
    if passed < timedelta(days=14):
        return _count(passed.days, "dag", "dagen") + " geleden"
    if passed < timedelta(days=60):
        return f"{passed.days // 7} weken geleden"
    return f"{passed.days // 30} maanden geleden"


@register.filter
def moment(value: datetime) -> str:
    """The exact moment: ``maandag 3 juni 2019, 13.30 uur``."""
    local = timezone.localtime(value)
    day = f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}"
    return f"{day}, {describe_time(local.time())} uur"


@register.filter
def clock(value: datetime) -> str:
    """The time of day: ``13.30 uur``."""
    return f"{describe_time(timezone.localtime(value).time())} uur"


@register.filter
def size(number: int) -> str:
    """Bytes as a person says it: ``1,4 MB``."""
    if number < 1024:
        return _count(number, "byte", "bytes")
    if number < 1024 * 1024:
        return f"{round(number / 1024)} kB"
    return f"{number / 1024 / 1024:.1f} MB".replace(".", ",")


@register.filter
def clock_seconds(value: datetime) -> str:
    """To the second: ``13.30.05 uur``."""
    local = timezone.localtime(value)
    return f"{local.hour}.{local:%M.%S} uur"


@register.filter
def day(value: date) -> str:
    return describe_day(value)
