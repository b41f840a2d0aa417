"""Who may do what at the desk and in the administration."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from moderation.accounts import add_editor, make_groups

pytestmark = pytest.mark.django_db
PASSWORD = "een lang wachtwoord 123"


def test_editor_decides_but_does_not_administer(client: Client) -> None:
    editor = add_editor("Redactie@Example.org", password=PASSWORD)
    assert editor.username == "redactie@example.org"
    assert editor.has_perm("submissions.change_submission")
    assert not editor.has_perm("agenda.change_edition")
    client.force_login(editor)
    assert client.get("/beheer/").status_code == 302


def test_administrator_keeps_the_lists_but_deletes_no_activity(client: Client) -> None:
    administrator = add_editor("beheer@example.org", password=PASSWORD, administrator=True)
    assert administrator.has_perms(["submissions.change_submission", "agenda.change_edition"])
    assert not administrator.has_perm("agenda.delete_activity")
    client.force_login(administrator)
    assert client.get("/beheer/").status_code == 200


def test_administrator_cannot_raise_an_account(client: Client) -> None:
    administrator = add_editor("beheer@example.org", password=PASSWORD, administrator=True)
    assert not any(right.startswith("auth.") for right in administrator.get_all_permissions())


def test_groups_are_as_they_should_be_after_every_migrate() -> None:
    editor = add_editor("redactie@example.org", password=PASSWORD)
    editor.groups.get().permissions.clear()
    make_groups()
    assert User.objects.get(pk=editor.pk).has_perm("submissions.change_submission")


def test_weak_password_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValidationError):
        add_editor("redactie@example.org", password="kort")
    assert not User.objects.exists()


def test_add_editor_again_renews_password_and_roles(client: Client) -> None:
    add_editor("redactie@example.org", password=PASSWORD, administrator=True, name="Noor de Wit")
    again = add_editor("redactie@example.org", password="een ander wachtwoord 456")
    assert again.check_password("een ander wachtwoord 456")
    assert not again.is_staff
    assert again.get_full_name() == "Noor de Wit"


def test_command_tells_the_password_once() -> None:
    out = StringIO()
    call_command("add_editor", "redactie@example.org", stdout=out)
    password = out.getvalue().split()[-1]
    assert User.objects.get().check_password(password)


def test_command_refuses_what_is_no_address() -> None:
    with pytest.raises(CommandError):
        call_command("add_editor", "redactie")
