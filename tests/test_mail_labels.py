"""The opened and the held-back mails agree with their labels, the calendar and the map.

What fails names a number and no words, so that the held-back mails stay unread.
"""

import csv
import email
import hashlib
import html
import json
import re
import unicodedata
from collections import Counter
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PLACES = HERE.parent / "fixtures" / "places" / "municipalities.csv"
SETS = [HERE / "opened", HERE / "heldback"]
READ = [(folder, json.loads((folder / "expected.json").read_text("utf-8"))) for folder in SETS]
EDITIONS = {year: days for _, labels in READ for year, days in labels["editions"].items()}
MAILS = {number: mail for _, labels in READ for number, mail in labels["mails"].items()}
FOLDERS = {number: folder for folder, labels in READ for number in labels["mails"]}
FIELDS = [
    *["title", "start", "end", "all_day", "online", "venue", "address", "municipality", "province"],
    *["audience", "organiser", "website", "registration_url", "contact_email"],
]
KINDS = {
    *("submission", "update", "cancellation", "material", "question", "spam", "auto-reply"),
    *("bounce", "newsletter", "duplicate", "unreadable"),
}
AUDIENCES = {
    *("ouders", "jongeren", "onderwijs", "samenwerkingsverbanden", "gemeenten", "jgz"),
    *("jeugdhulp", "bestuurders", "professionals", "iedereen"),
}
CALENDARS = (
    r"microsoft\.com|zoom\.us|youtube\.com|vimeo\.com|google\.com|outlook\.com|office365\.com|"
    r"github\.com"
)
TWICE = {
    "zelfde-bericht-nog-eens",
    "tweede-bezorging",
    "podcast-tweede-bezorging",
    "zelfde-bericht",
}
CONTRADICTS = "verkeerde-weekdag"
AROUND_THE_WEEK = {"459"}
IN_A_DOCUMENT = {"alles-in-word", "alles-in-pdf"}
each_mail = pytest.mark.parametrize("number", MAILS)
ACTIVITIES = [(number, act) for number, mail in MAILS.items() for act in mail["activities"]]
each_activity = pytest.mark.parametrize(("number", "act"), ACTIVITIES)


def name_of(number: str) -> str:
    return MAILS[number]["file"].removeprefix("mails/").removesuffix(".eml")[4:]


def parsed(number: str) -> Message:
    return email.message_from_bytes((FOLDERS[number] / MAILS[number]["file"]).read_bytes())


def leaves(message: Message) -> list[Message]:
    return [part for part in message.walk() if not part.is_multipart()]


def content(part: Message) -> bytes:
    return part.get_payload(decode=True) or b""


def words(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in flat if not unicodedata.combining(char))
    return re.findall(r"[a-z0-9]+", kept.replace("'", " ").replace("’", " "))


def decoded(data: bytes, charset: str) -> str:
    """What is UTF-8 is read as such, whatever it calls itself; cp1252 for what it cannot be."""
    for name in ("utf-8", charset, "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def header(value: str) -> str:
    try:
        return str(email.header.make_header(email.header.decode_header(value)))
    except LookupError:
        return str(value)


def everything(number: str) -> str:
    """All words of a mail: headers and texts, decoded, and the documents' in the file's bytes."""
    message = parsed(number)
    heads = [header(value) for value in message.values()]
    texts = []
    for part in leaves(message):
        if part.get_content_maintype() == "text":
            body = decoded(content(part), part.get_content_charset() or "cp1252")
            if part.get_content_subtype() == "calendar":
                body = re.sub(r"\r?\n[ \t]", "", body)
            if part.get_content_subtype() == "html":
                body = html.unescape(body)
            texts += [re.sub(r"<[^>]+>|&nbsp;|\\", " ", body), body]
    return " ".join([*heads, *texts])


def provinces() -> dict[str, str]:
    with PLACES.open(encoding="utf-8") as rows:
        return {row["name"]: row["province"] for row in csv.DictReader(rows)}


def test_every_mail_has_a_label():
    there = {(path.parents[1], path.name) for folder in SETS for path in folder.glob("mails/*.eml")}
    assert there == {(FOLDERS[number], Path(m["file"]).name) for number, m in MAILS.items()}
    assert len(MAILS) == sum(len(labels["mails"]) for _, labels in READ)


@each_mail
def test_mail_has_a_label_of_the_schema(number: str):
    mail = MAILS[number]
    assert mail["kind"] in KINDS
    assert mail["edition"] is None or str(mail["edition"]) in EDITIONS
    changes = mail["kind"] in ("update", "cancellation", "duplicate")
    assert changes == bool(mail["refers_to"])
    assert not changes or mail["refers_to"] < number
    assert bool(mail["activities"]) == (mail["kind"] in ("submission", "update", "cancellation"))
    assert ("links" in mail) == (mail["kind"] == "material")


@each_activity
def test_field_is_given_absent_or_ignored(number: str, act: dict):
    for name in FIELDS:
        assert [name in act, name in act["absent"], name in act.get("ignore", [])].count(True) == 1
    assert set(act.get("audience", [])) <= AUDIENCES
    assert set(act.get("also", {})) <= set(FIELDS)


@each_activity
def test_times_lie_in_the_edition_of_the_mail(number: str, act: dict):
    if number in AROUND_THE_WEEK:
        return
    first, last = EDITIONS[str(MAILS[number]["edition"])]
    start = act.get("start", first)
    end = act.get("end", start)
    assert first <= start[:10] <= end[:10] <= last
    assert len(start) == len(end)
    assert start <= end


@each_activity
def test_municipality_lies_in_its_province(number: str, act: dict):
    if "municipality" in act:
        assert provinces()[act["municipality"]] == act["province"]
    elif "province" in act:
        assert act["province"] in provinces().values()


@each_activity
def test_addresses_stand_in_the_mail(number: str, act: dict):
    if name_of(number) in IN_A_DOCUMENT:
        return
    text = everything(number).casefold().replace("%2f", "/")
    for name in ("website", "registration_url", "contact_email"):
        wanted = act.get(name, "").casefold().split("//")[-1].partition("?")[0]
        wanted = wanted.removeprefix("www.").rstrip("/")
        assert wanted in text


@each_activity
def test_words_of_title_stand_in_the_mail(number: str, act: dict):
    if name_of(number) in IN_A_DOCUMENT:
        return
    there = set(words(everything(number)))
    assert set(words(act["title"])) <= there
    assert set(words(act.get("organiser", ""))) <= there


@each_mail
def test_files_are_listed_with_their_size(number: str):
    message = parsed(number)
    parts = [part for part in leaves(message) if part.get_filename()]
    there = Counter(hashlib.sha256(content(part)).hexdigest() for part in parts)
    listed = MAILS[number]["attachments"]
    named = [file for file in listed if file["name"] != "*.ics"]  # a calendar part needs no name
    told = Counter(file["sha256"] for file in named if "sha256" in file)
    inside = Counter(f["sha256"] for f in listed if f.get("inside") == "winmail.dat")
    if MAILS[number]["kind"] != "unreadable":
        assert there == told - inside
    sizes = {hashlib.sha256(content(part)).hexdigest(): len(content(part)) for part in parts}
    assert all(sizes[f["sha256"]] == f["size"] for f in listed if f.get("sha256") in sizes)


@each_mail
def test_nobody_real_is_written_to(number: str):
    text = everything(number)
    hosts = re.findall(r"(?:https?://|@)([\w-]+(?:\.[\w-]+)+)", text)
    invented = rf"(.*\.)?(example(\.(org|nl|com))?|{CALENDARS}|w3\.org)|198\.51\.100\.\d+"
    of_programs = r"thread\.v2|[\da-f]{8}\.[\da-f]{8}"  # ids of threads, of pictures in the text
    known = re.compile(f"{invented}|{of_programs}")
    assert [host for host in hosts if not known.fullmatch(host.casefold())] == []


def test_only_redelivered_mails_share_a_message_id():
    ids = Counter(parsed(number)["message-id"] for number in MAILS)
    again = [name_of(number) for number in MAILS if ids[parsed(number)["message-id"]] > 1]
    assert len(again) == 2 * len(TWICE)
    assert set(again[1::2]) == TWICE


DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
MONTHS = {"mei": 5, "juni": 6}


@each_mail
def test_weekdays_in_the_mails_are_those_of_their_dates(number: str):
    if name_of(number) == CONTRADICTS:
        return
    year = MAILS[number]["edition"] or 2027
    first, last = EDITIONS[str(year)]
    for day, at, month in re.findall(
        rf"({'|'.join(DAYS)})\w* (\d\d?) (mei|juni)\b", everything(number)
    ):
        on = date(year, MONTHS[month], int(at))
        if first <= on.isoformat() <= last:
            assert DAYS[on.weekday()] == day, on
