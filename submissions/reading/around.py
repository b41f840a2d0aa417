"""What stands around the text: in the subject, the signature, the words of an invitation."""

import re
from dataclasses import replace

from submissions.reading.audiences import read_audience_prose, read_audience_value
from submissions.reading.drafting import LIKELY, SURE, read_value
from submissions.reading.found import Found, Source, moved
from submissions.reading.invitation import Invitation
from submissions.reading.labels import Label
from submissions.reading.links import found_pages
from submissions.reading.moments import moment_found, read_moment
from submissions.reading.page import Page
from submissions.reading.people import read_contact
from submissions.reading.venues import read_place_prose


def from_subject_line(page: Page) -> list[Found]:
    """Day, hours and place that only the subject tells."""
    subject = page.passage.subject
    moment = read_moment(subject, page.context, page.reference)
    if moment.day is None:
        return []
    found = list(moment_found(subject, moment, 0.8))
    for piece in re.finditer(r"[^,|–]{3,100}", subject):
        told = read_value(Label.PLACE, "", piece[0].strip(), piece.start(), page.context)
        named = (
            any(one.field == "town" for one in told)
            and not read_moment(piece[0], page.context, page.reference).day
        )
        if named:
            found += [replace(one, confidence=0.6) for one in told]
    if not page.passage.text.strip():
        found += read_audience_prose(subject)
        found += [replace(o, confidence=0.55) for o in read_place_prose(subject, page.context)]
    return [replace(one, source=Source.SUBJECT) for one in found]


def from_signature(page: Page) -> list[Found]:
    """Contact, site and town that stand under the text: less trusted than what the text tells."""
    signature = page.passage.signature
    found = read_contact(signature, page.context.own, 0.65)
    found += [
        replace(one, confidence=0.5)
        for one in found_pages(signature, page.message.links, 0.5)
        if one.field == "website"
    ]
    return found


def from_description(page: Page, invitation: Invitation) -> list[Found]:
    """Whom it is for and where to read more, from the description of an invitation."""
    text = invitation.description or page.passage.text
    found = [*read_audience_prose(text), *found_pages(text, page.message.links, LIKELY)]
    title = next((o.value for o in invitation.found if o.field == "title"), "")
    if not any(one.field == "audiences" for one in found):
        found += _audience_of_title(str(title), text)
    return [replace(moved(one, 0), source=Source.CALENDAR, detail="DESCRIPTION") for one in found]


def _audience_of_title(title: str, text: str) -> list[Found]:
    return [
        replace(o, confidence=0.5) for o in read_audience_value(f"{title}\n{text[:300]}", 0, SURE)
    ]
