"""What machines ask: whether the site lives, and what of it they may visit."""

from datetime import UTC, datetime, time, timedelta
from xml.etree import ElementTree

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from agenda.calendars.feed import absolute
from agenda.models import Activity, Edition, Partner, PublicRevision
from agenda.publication import fresh
from agenda.when import AMSTERDAM

PLAIN = "text/plain; charset=utf-8"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# RFC 9116 wants a date less than a year away; counted from the month, so that it moves seldom.
CONTACT_HOLDS = timedelta(days=300)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; it asks nothing of the database."""
    return HttpResponse("ok\n", content_type=PLAIN)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: the database answers, and holds the tables."""
    try:
        PublicRevision.objects.filter(pk=1).exists()
    except DatabaseError:
        return HttpResponse("database: geen antwoord\n", status=503, content_type=PLAIN)
    return HttpResponse("ok\n", content_type=PLAIN)


@fresh()
def robots(request: HttpRequest) -> HttpResponse:
    """Feeds stay open: Google's calendar obeys this file. Personal links are for no index."""
    lines = (
        "User-agent: *",
        "Allow: /aanmelden/$",
        "Disallow: /aanmelden/",
        "Disallow: /redactie/",
        "Disallow: /beheer/",
        "",
        f"Sitemap: {absolute(reverse('agenda:sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@fresh()
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116."""
    month = timezone.localdate(timezone=AMSTERDAM).replace(day=1)
    expires = datetime.combine(month, time.min, tzinfo=UTC) + CONTACT_HOLDS
    lines = (
        f"Contact: mailto:{settings.INTAKE_ADDRESS}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {absolute(request.path)}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@fresh()
def sitemap(request: HttpRequest) -> HttpResponse:
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP})
    for path, changed in _pages():
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = absolute(path)
        if changed is not None:
            moment = changed.astimezone(UTC).isoformat(timespec="seconds")
            ElementTree.SubElement(url, "lastmod").text = moment
    content = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(content, content_type="application/xml; charset=utf-8")


def _pages() -> list[tuple[str, datetime | None]]:
    pages: list[tuple[str, datetime | None]] = [
        (reverse(f"agenda:{route}"), None)
        for route in ("home", "toolbox", "partners", "privacy", "accessibility")
    ]
    pages += [
        (reverse(f"agenda:{route}", args=[edition.year]), None)
        for edition in Edition.objects.all()
        for route in ("edition", "agenda", "lookback")
    ]
    pages += [(partner.get_absolute_url(), None) for partner in Partner.objects.all()]
    activities = Activity.objects.public().select_related("edition").defer("search_text", "text")
    pages += [(activity.get_absolute_url(), activity.modified) for activity in activities]
    return pages
