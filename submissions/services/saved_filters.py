"""The choices of items that editors keep."""

from django.contrib.auth.models import User

from submissions.models import SavedFilter
from submissions.services.texts import one_line


def save(editor: User, *, name: str, query: str, is_shared: bool) -> SavedFilter:
    """Under a name that the editor used before it replaces that one."""
    return SavedFilter.objects.update_or_create(
        owner=editor,
        name=one_line(name, 60),
        defaults={"query": query[:500], "is_shared": is_shared},
    )[0]


def delete(saved: SavedFilter, *, editor: User) -> bool:
    """False when it is somebody else's."""
    return bool(SavedFilter.objects.filter(pk=saved.pk, owner=editor).delete()[0])
