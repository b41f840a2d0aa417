"""An activity as the bytes that calendars are sent."""

from django.db import models

from agenda.models.activity import Activity


class CalendarEvent(models.Model):
    """Made when the activity changes, so that a feed only reads and joins.

    It holds nothing of its own: `mark`, `revision` and `modified` tell what it was made of, and
    where one of them differs from what is so now, the event is made again. The order of columns
    matters: a large feed reads only the brief ones.
    """

    activity = models.OneToOneField(
        Activity, models.CASCADE, primary_key=True, related_name="calendar_event"
    )
    mark = models.CharField(max_length=32)
    revision = models.PositiveIntegerField()
    modified = models.DateTimeField()
    brief = models.BinaryField()
    brief_ended = models.BinaryField()
    full = models.BinaryField()
    full_ended = models.BinaryField()

    def __str__(self) -> str:
        return f"VEVENT {self.activity_id}"
