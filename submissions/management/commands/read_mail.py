"""Print what mails would become, without writing anything: to try the readers on files."""

import json
from argparse import ArgumentParser
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from agenda.opening import next_week
from mail import mime
from mail.message import ReadMessage
from submissions.facts import Facts
from submissions.opening.open import open_files
from submissions.reading.context import Context, Earlier, Week
from submissions.reading.propose import Reading, attached_name, propose
from submissions.remember import remember
from submissions.world import load_context


class Command(BaseCommand):
    help = (
        "Laat zien wat mails zouden worden, zonder iets op te slaan. Bestanden die samen worden "
        "genoemd, worden gelezen alsof ze in die volgorde kwamen."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--edition", type=int, metavar="YEAR", help="alleen deze editie telt")
        parser.add_argument("--json", action="store_true", help="als JSON, één object voor alles")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        context = _load_context(timezone.localdate())
        if options["edition"]:
            weeks = tuple(week for week in context.weeks if week.year == options["edition"])
            if not weeks:
                raise CommandError(f"Er is geen editie {options['edition']}.")
            context = replace(context, weeks=weeks)
        mails = read_all(files, context)
        if options["json"]:
            self.stdout.write(json.dumps(_document(mails, context), ensure_ascii=False, indent=1))
        else:
            for key, mail in mails.items():
                self.stdout.write(f"{key}: {mail['kind']}")
                for activity in mail["activities"]:
                    self.stdout.write("  " + json.dumps(activity, ensure_ascii=False))


def _load_context(today: date) -> Context:
    """As the worker has it, and the coming week too where no edition was opened for it yet."""
    try:
        context = load_context(today=today)
        coming = next_week(today)
    except DatabaseError as error:
        raise CommandError(
            "De database is nog leeg. Start eerst één keer `make run`, of doe `manage.py migrate` "
            "en `manage.py load_programme`."
        ) from error
    if any(week.year == coming.first.year for week in context.weeks):
        return context
    week = Week(coming.first.year, coming.first, coming.last)
    return replace(context, weeks=(*context.weeks, week))


def read_all(files: list[Path], context: Context) -> dict[str, dict[str, Any]]:
    """Each file in turn, with those before it known."""
    mails: dict[str, dict[str, Any]] = {}
    earlier: list[Earlier] = []
    towns = {town.municipality: town.municipality_name for town in context.towns.values()}
    provinces = {town.province: town.province_name for town in context.towns.values()}
    for path in files:
        try:
            message = open_files(mime.read(path.read_bytes()))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        reading = propose(message, replace(context, earlier=tuple(earlier)))
        key = path.name.removesuffix(".eml")
        mails[key] = _mail(path, message, reading, towns, provinces)
        earlier.append(remember(key, message, reading))
    return mails


def _document(mails: dict[str, dict[str, Any]], context: Context) -> dict[str, Any]:
    return {
        "schema": 1,
        "timezone": "Europe/Amsterdam",
        "editions": {
            str(week.year): [week.first.isoformat(), week.last.isoformat()]
            for week in context.weeks
        },
        "mails": mails,
    }


def _mail(
    path: Path,
    message: ReadMessage,
    reading: Reading,
    towns: dict[str, str],
    provinces: dict[str, str],
) -> dict[str, Any]:
    attachments = [
        {
            "name": one.name,
            "type": one.content_type,
            "size": one.part.size,
            "sha256": one.part.sha256,
            "action": str(one.action),
            "inline": one.part.inline,
            **({"inside": one.inside} if one.inside else {}),
        }
        for one in reading.files
    ] + [
        {"name": attached_name(one), "type": "message/rfc822", "size": None, "action": "keep"}
        for one in message.attached
        if not one.container
    ]
    return {
        "file": path.name,
        "kind": str(reading.kind),
        "edition": reading.year,
        "refers_to": reading.refers_to or None,
        "activities": [_activity(one.facts, towns, provinces) for one in reading.drafts],
        "attachments": attachments,
        "links": list(reading.links),
        "problems": list(reading.problems),
    }


def _activity(facts: Facts, towns: dict[str, str], provinces: dict[str, str]) -> dict[str, Any]:
    """The facts with the field names of the schema; nothing is there for what was not told."""
    online = {"online": True, "hybride": True, "locatie": False}.get(facts.attendance)
    street = " ".join(part for part in (facts.postcode, facts.town) if part)
    address = ", ".join(part for part in (facts.address, street if facts.postcode else "") if part)
    values = {
        "title": facts.title,
        "start": _start(facts),
        "end": _end(facts),
        "all_day": facts.all_day,
        "online": online,
        "venue": facts.venue,
        "address": address if facts.address else "",
        "municipality": towns.get(facts.municipality, ""),
        "province": provinces.get(facts.province, ""),
        "audience": list(facts.audiences),
        "organiser": facts.organiser,
        "website": facts.website,
        "registration_url": facts.registration_url,
        "contact_email": facts.contact_email,
    }
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _start(facts: Facts) -> str:
    if facts.first_day is None:
        return ""
    if facts.start_time is None:
        return facts.first_day.isoformat()
    return f"{facts.first_day}T{facts.start_time:%H:%M}"


def _end(facts: Facts) -> str:
    last = facts.last_day or facts.first_day
    if last is None:
        return ""
    if facts.end_time is not None:
        return f"{last}T{facts.end_time:%H:%M}"
    told = facts.start_time is None and (facts.last_day is not None or facts.all_day)
    return last.isoformat() if told else ""
