"""Administration of what changes seldom: editions, partners, regions and vocabulary.

Activities are only to be read here. They change at the desk, which keeps their history, tells their
sender and raises the version that calendars go by.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from agenda import stored_events
from agenda.models import (
    Activity,
    Audience,
    Edition,
    Kind,
    Municipality,
    MunicipalityAlias,
    Partner,
    Partnership,
    Place,
    PublicRevision,
    Region,
)
from agenda.when import EARLIEST, LATEST

admin.site.site_header = "Beheer van de actieweek"
admin.site.site_title = "Beheer actieweek"
admin.site.index_title = "Wat wil je beheren?"


# Django's own default changes in its next version, and warns of that until a choice is made.
HTTPS: Mapping[type[models.Field], Mapping[str, Any]] = {
    models.URLField: {"assume_scheme": "https"}
}


class PublicAdmin(admin.ModelAdmin):
    """Every change moves the public revision, so that pages and feeds show it at once.

    The admin's own views open the transaction; only the action on a selection does not.
    """

    formfield_overrides = HTTPS
    is_in_events = False  # whether calendars tell something of it

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.changed()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self.changed()

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        super().delete_queryset(request, queryset)
        self.changed()

    def changed(self) -> None:
        PublicRevision.bump()
        if self.is_in_events:
            stored_events.doubt()

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What is in use is told as such, not as a permission that nobody can be given."""
        found, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return found, counts, set() if protected else lacking, protected


DERIVED = ["province", "region", "search_text", "title_key", "organiser_key", "place_key"]


def derive_again(activities: QuerySet[Activity]) -> None:
    """Their search text and regions follow the names and the place of municipality and region."""
    rows = list(activities.select_related("municipality__province", "municipality__rmc_region"))
    for activity in rows:
        activity.derive()
    Activity.objects.bulk_update(rows, DERIVED, batch_size=500)


def tell_subscribers(activities: QuerySet[Activity], form: forms.ModelForm) -> None:
    """A new name stands in what they get; calendars take over only what has a higher SEQUENCE."""
    if "name" in form.changed_data:
        activities.update(revision=F("revision") + 1, modified=timezone.now())


class EditionForm(forms.ModelForm):
    """Says beside the field what the database would refuse."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first, last, year = (values.get(name) for name in ("first", "last", "year"))
        for name, day in (("first", first), ("last", last)):
            if day and not EARLIEST <= day <= LATEST:
                message = f"Kies een dag tussen {EARLIEST.year} en {LATEST.year}."
                self.add_error(name, message)
        if first and year and first.year != year:
            self.add_error("year", "De eerste dag ligt in een ander jaar.")
        opens, closes = values.get("submissions_from"), values.get("submissions_until")
        if opens and closes and closes < opens:
            self.add_error("submissions_until", "Deze dag ligt voor de dag ‘aanmelden vanaf’.")
        return values


class PartnershipInline(admin.TabularInline):
    model = Partnership
    extra = 0


@admin.register(Edition)
class EditionAdmin(PublicAdmin):
    is_in_events = True
    form = EditionForm
    inlines = (PartnershipInline,)
    list_display = ("__str__", "first", "last", "theme", "submissions_from", "submissions_until")


@admin.register(Partner)
class PartnerAdmin(PublicAdmin):
    inlines = (PartnershipInline,)
    list_display = ("name", "short_name", "website")
    list_filter = ("partnerships__edition", "partnerships__role")
    search_fields = ("name", "short_name")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Kind)
class KindAdmin(PublicAdmin):
    is_in_events = True
    list_display = ("name", "species", "position")
    list_editable = ("position",)
    prepopulated_fields = {"slug": ("name",)}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        tell_subscribers(Activity.objects.filter(kind=form.instance), form)


@admin.register(Audience)
class AudienceAdmin(PublicAdmin):
    list_display = ("name", "position")
    list_editable = ("position",)
    prepopulated_fields = {"slug": ("name",)}


class RegionForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", "Deze dag ligt voor de dag ‘bestaat sinds’.")
        return values


@admin.register(Region)
class RegionAdmin(PublicAdmin):
    form = RegionForm
    list_display = ("name", "kind", "code", "since", "until")
    list_filter = ("kind",)
    search_fields = ("name", "code")
    prepopulated_fields = {"slug": ("name",)}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        mine = Activity.objects.filter(Q(region=form.instance) | Q(province=form.instance))
        derive_again(mine)
        tell_subscribers(mine, form)


class AliasInline(admin.TabularInline):
    model = MunicipalityAlias
    extra = 1


@admin.register(Municipality)
class MunicipalityAdmin(PublicAdmin):
    is_in_events = True
    inlines = (AliasInline,)
    list_display = ("name", "code", "province", "rmc_region")
    list_filter = ("province", "rmc_region")
    list_select_related = ("province", "rmc_region")
    search_fields = ("name", "aliases__name")
    filter_horizontal = ("samenwerkingsverbanden",)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        derive_again(form.instance.activities.all())
        tell_subscribers(form.instance.activities.all(), form)


@admin.register(Place)
class PlaceAdmin(PublicAdmin):
    is_in_events = True
    list_display = ("name", "province", "municipality", "latitude", "longitude")
    list_filter = ("province",)
    list_select_related = ("province", "municipality")
    search_fields = ("name",)
    autocomplete_fields = ("municipality",)


@admin.register(Activity)
class ActivityAdmin(admin.ModelAdmin):
    formfield_overrides = HTTPS
    list_display = ("title", "edition", "first_day", "kind", "status")
    list_filter = ("edition", "status", "kind")
    list_select_related = ("edition", "kind")
    search_fields = ("title", "organiser")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
