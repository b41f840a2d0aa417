"""The public programme: kept for ever, read by all."""

from agenda.models.activity import Activity, Attendance, Status
from agenda.models.calendar_event import CalendarEvent
from agenda.models.edition import Edition
from agenda.models.fields import Species, WhenFields, fold
from agenda.models.material import Material, MaterialKind
from agenda.models.partner import Partner, Partnership, Role
from agenda.models.place import Municipality, MunicipalityAlias, Place, Region, RegionKind
from agenda.models.revision import PublicRevision
from agenda.models.vocabulary import Audience, Kind

__all__ = [
    "Activity",
    "Attendance",
    "Audience",
    "CalendarEvent",
    "Edition",
    "Kind",
    "Material",
    "MaterialKind",
    "Municipality",
    "MunicipalityAlias",
    "Partner",
    "Partnership",
    "Place",
    "PublicRevision",
    "Region",
    "RegionKind",
    "Role",
    "Species",
    "Status",
    "WhenFields",
    "fold",
]
