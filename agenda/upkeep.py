"""What the worker makes of the programme's own rows, a few at a time; each step safe to repeat."""

from agenda.models import Activity

AT_ONCE = 200


def renew_search_texts() -> int:
    """Of activities whose text was stored with another stemmer, or loaded; returns how many."""
    old = Activity.objects.with_old_search_text().select_related(
        "municipality__province", "municipality__rmc_region", "province", "region"
    )
    renewed = 0
    while activities := list(old[:AT_ONCE]):
        for activity in activities:
            activity.derive()
        Activity.objects.bulk_update(activities, ["search_text"], batch_size=50)
        renewed += len(activities)
    return renewed
