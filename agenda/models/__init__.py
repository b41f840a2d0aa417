"""The public programme: kept for ever, read by all."""

from agenda.models.activity import Activity, Attendance, Status, WhenFields
from agenda.models.edition import Edition
from agenda.models.fields import Species, fold
from agenda.models.kind import Audience, Kind
from agenda.models.material import Material, MaterialKind
from agenda.models.partner import Partner, Partnership, Role
from agenda.models.place import Municipality, MunicipalityAlias, Place, Region, RegionKind
from agenda.models.revision import PublicRevision

__all__ = [
    "Activity",
    "Attendance",
    "Audience",
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
