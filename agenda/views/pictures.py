"""The pictures that social media and messengers show beside a link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from agenda.cards import Card, EditionBouquet, flower_of
from agenda.models import Activity, Edition
from agenda.publication import FEED, fresh
from agenda.when import AMSTERDAM, describe_range


@fresh(cache_control=FEED)
def edition_picture(request: HttpRequest, year: int) -> HttpResponse:
    from agenda.drawing.pictures import bouquet_picture  # Pillow: for pictures only

    edition = get_object_or_404(Edition, year=year)
    bouquet = EditionBouquet(edition, Activity.objects.public())
    picture = bouquet_picture(
        bouquet.flowers,
        bouquet.label,
        edition.theme or f"Actieweek {year}",
        describe_range(edition.first, edition.last),
    )
    return HttpResponse(picture, content_type="image/png")


@fresh(cache_control=FEED)
def activity_picture(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    from agenda.drawing.pictures import flower_picture

    found = Activity.objects.select_related(
        "kind", "edition", "merged_into__edition", "municipality", "region"
    )
    activity = get_object_or_404(found, edition__year=year, slug=slug)
    if (into := activity.merged_into) is not None:
        return redirect("agenda:activity_picture", into.edition.year, into.slug, permanent=True)
    if activity.is_hidden:
        raise Http404
    today = timezone.localdate(timezone=AMSTERDAM)
    title = f"Gaat niet door: {activity.title}" if activity.is_cancelled else activity.title
    day = activity.when.describe_days() or activity.describe_when(today)
    place = Card(activity, "").town or ("Online" if activity.attendance == "online" else "")
    picture = flower_picture(flower_of(activity), title, f"{day}\n{place}".strip())
    return HttpResponse(picture, content_type="image/png")
