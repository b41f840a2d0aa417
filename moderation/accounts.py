"""Accounts of the desk: an editor decides, an administrator also keeps the programme's lists."""

from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q

EDITORS = "redacteur"
ADMINISTRATORS = "beheerder"

_DESK = Q(content_type__app_label="submissions", codename__regex=r"^(view|add|change)_")
# An activity is hidden at the desk, with its history, and never deleted.
_LISTS = Q(content_type__app_label="agenda") & ~Q(codename="delete_activity")
_GRANTS = {EDITORS: _DESK, ADMINISTRATORS: _DESK | _LISTS}


def make_groups(**_signal: Any) -> None:
    """The two groups with their rights, as they should be; runs after every migrate."""
    for name, rights in _GRANTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(rights))


@transaction.atomic
def add_editor(email: str, *, password: str, administrator: bool = False, name: str = "") -> User:
    """The account of an editor, made or renewed: the password and the roles become as told.

    Raises ValidationError when the password is too weak.
    """
    address = email.strip().lower()
    first, _, last = name.partition(" ")
    user = User.objects.filter(username=address).first() or User(username=address)
    user.email, user.is_active, user.is_staff = address, True, administrator
    if name:
        user.first_name, user.last_name = first, last
    validate_password(password, user)
    user.set_password(password)
    user.save()
    roles = [EDITORS, ADMINISTRATORS] if administrator else [EDITORS]
    user.groups.set(Group.objects.filter(name__in=roles))
    return user
