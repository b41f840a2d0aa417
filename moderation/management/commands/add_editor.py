"""Give somebody an account at the desk."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from moderation.accounts import add_editor


class Command(BaseCommand):
    help = (
        "Maak een account voor de redactie, of geef een bestaand account een nieuw wachtwoord. "
        "Het wachtwoord staat één keer op het scherm."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="E-MAILADRES")
        parser.add_argument("--name", default="", help="voornaam en achternaam")
        parser.add_argument(
            "--administrator", action="store_true", help="mag ook in /beheer/ (groep beheerder)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = secrets.token_urlsafe(12)
        try:
            validate_email(options["email"])
            user = add_editor(
                options["email"],
                password=password,
                administrator=options["administrator"],
                name=options["name"],
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Account:    {user.username}\nWachtwoord: {password}")
