import base64
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mail.mime import read
from tests.mail.samples import make_raw, real, real_mails


def alternative(plain: str, html: str) -> bytes:
    message = EmailMessage()
    message["From"] = "jo@example.org"
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return bytes(message)


def test_plain_mail_with_emoji_in_its_subject() -> None:
    message = read(real("002"))
    assert message.subject == "Landelijke Actieweek Thuiszitters – webinar voor ouders 💻"
    assert message.sender.name == "Ouderplatform Thuis in Onderwijs"
    assert message.sender.address == "ouderplatform.tio@example.com"
    assert message.date is not None
    assert message.date.isoformat() == "2027-04-12T21:36:08+02:00"
    assert message.text_source == "plain"
    assert not message.is_auto
    assert message.problems == ()


def test_table_rows_stay_on_one_line() -> None:
    message = read(real("005"))
    assert message.text_source == "html"
    [row] = [line for line in message.text.split("\n") if "Spreekuur leerplicht" in line]
    assert "di 4 juni" in row
    assert "Ouders en jongeren" in row
    assert "\nSchoolleiders" not in message.text
    assert any(link.text == "inschrijven" for link in message.links)


def test_invitation_gives_its_calendar_once() -> None:
    message = read(real("015"))
    [calendar] = message.calendars
    assert calendar.method == "REQUEST"
    assert calendar.text.startswith("BEGIN:VCALENDAR")


def test_mail_without_declared_charset_is_read_as_western() -> None:
    message = read(real("023"))
    assert "Wij hóren het graag, hè!" in message.text
    assert message.message_id == ""
    assert message.subject == "Idee voor de Actieweek – kan dat nog? (reünie)"


def test_bounce_is_of_a_machine() -> None:
    message = read(real("027"))
    assert message.is_auto
    assert "verslag van een mailserver" in message.robot


def test_broken_off_mail_says_so_and_keeps_its_file() -> None:
    message = read(real("033"))
    assert "Het bericht is afgebroken of onvolledig." in message.problems
    assert [part.name for part in message.parts] == ["flyer café.pdf"]
    assert message.text


def test_unreadable_mail_is_still_shown() -> None:
    message = read(real("034"))
    assert message.problems
    assert message.text


def test_attached_mail_is_readable_in_the_same_way() -> None:
    [attached] = read(real("035")).attached
    assert attached.subject
    assert attached.sender.address
    assert attached.text


def test_hostile_names_are_harmless() -> None:
    message = read(real("039"))
    assert "\n" not in message.subject
    for part in message.parts:
        assert not set(part.name) & set("/\\\r\n\u202e\x00")
    by_name = {part.name: part for part in message.parts}
    assert by_name["uitnodigingfdp.exe"].declared_type == "application/pdf"
    assert by_name["uitnodigingfdp.exe"].content_type == "application/x-msdownload"


def test_plain_text_goes_before_html_unless_it_is_empty() -> None:
    both = read(alternative("Gewone tekst", "<p>Opgemaakte tekst</p>"))
    assert (both.text, both.text_source) == ("Gewone tekst", "plain")
    assert both.html_as_text == "Opgemaakte tekst"
    empty = read(alternative(" \n", "<p>Opgemaakte tekst</p>"))
    assert (empty.text, empty.text_source) == ("Opgemaakte tekst", "html")


def test_flowed_lines_are_put_together() -> None:
    raw = make_raw(
        "Dit gaat \r\nverder.\r\n> citaat \r\n> verder\r\n-- \r\nJo",
        content_type="text/plain; format=flowed",
    )
    assert read(raw).text == "Dit gaat verder.\n> citaat verder\n-- \nJo"


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("utf-8", "één".encode(), "één"),
        ("iso-8859-1", "één €".encode("cp1252"), "één €"),
        ("us-ascii", "één".encode(), "één"),
        ("utf-8", "één".encode("cp1252"), "één"),
        ("iso-8859-1", "één".encode(), "één"),
        ("bestaat-niet", "één".encode(), "één"),
        ("iso-8859-15", "€".encode("iso-8859-15"), "€"),
        ("utf-16", "één".encode("utf-16"), "één"),
        ("utf-7", b"een +2AA-", "een ?"),  # half of a surrogate pair
        ("hex", b"hoi", "hoi"),
        ("idna", b"hoi", "hoi"),
        ("x" * 500, b"hoi", "hoi"),
    ],
)
def test_charset_as_declared_then_utf8_then_western(
    charset: str, data: bytes, expected: str
) -> None:
    raw = f"From: a@b.nl\r\nContent-Type: text/plain; charset={charset}\r\n\r\n".encode() + data
    assert read(raw).text == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("From: =?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?= <a@b.nl>", ("Café", "a@b.nl")),
        ('From: "Jansen, Jo" <a@b.nl>', ("Jansen, Jo", "a@b.nl")),
        ("From: a@b.nl (Jo)", ("Jo", "a@b.nl")),
        ("From: =?utf-8?B?w6k?= <a@b.nl>", ("é", "a@b.nl")),
        ("From: =?bestaat-niet?Q?Jo?= <a@b.nl>", ("Jo", "a@b.nl")),
        ("From: <<a@b.nl>", ("", "a@b.nl")),
        ("From: " + "(" * 5000 + " a@b.nl", ("", "a@b.nl")),
        ("From: ", ("", "")),
    ],
)
def test_sender(field: str, expected: tuple[str, str]) -> None:
    sender = read(f"{field}\r\n\r\nx".encode()).sender
    assert (sender.name, sender.address) == expected


@pytest.mark.parametrize(
    "date", ["Fri, 32 Mai 2027 25:61:00 +9900", "gisteren", "Mon, 1 Jan 9999 00:00:00 +1400", ""]
)
def test_senseless_date_is_no_date(date: str) -> None:
    assert read(make_raw(date=date)).date is None


@pytest.mark.parametrize(
    ("lines", "sender", "machine"),
    [
        ([], "a@b.nl", False),
        ([], "", True),
        (["Return-Path: <>"], None, True),
        (["Auto-Submitted: auto-replied"], None, True),
        (["Auto-Submitted: no"], None, False),
        (["List-Id: <nieuws.example.org>"], None, True),
        (["Precedence: bulk"], None, True),
        (["Content-Type: multipart/report; boundary=x"], None, True),
    ],
)
def test_mail_of_a_machine(lines: list[str], sender: str | None, machine: bool) -> None:
    body = "--x\r\n\r\nx\r\n--x--"
    assert read(make_raw(body, *lines), envelope_sender=sender).is_auto is machine


def test_thread_and_addresses() -> None:
    raw = make_raw(
        in_reply_to="<a@b>", references="<z@b> <a@b>", to="x@y.nl, Jo <j@y.nl>", cc="c@y.nl",
        reply_to="antwoord@y.nl", message_id="<m@b>",
    )  # fmt: skip
    message = read(raw)
    assert (message.message_id, message.in_reply_to) == ("<m@b>", "<a@b>")
    assert message.references == ("<z@b>", "<a@b>")
    assert [mailbox.address for mailbox in message.to] == ["x@y.nl", "j@y.nl"]
    assert message.cc[0].address == "c@y.nl"
    assert message.reply_to[0].address == "antwoord@y.nl"
    assert message.headers.get("SUBJECT") == "Test"


def test_file_in_an_encoding_that_is_broken_off() -> None:
    encoded = base64.b64encode(b"een heel bestand").decode()[:-5]
    raw = make_raw(
        encoded,
        content_type='application/pdf; name="=?utf-8?Q?caf=C3=A9.pdf?="',
        content_transfer_encoding="base64",
    )
    [part] = read(raw).parts
    assert b"een heel bestand".startswith(part.payload)
    assert part.name == "café.pdf"


def test_encrypted_mail_is_said_to_be() -> None:
    raw = make_raw("xyz", content_type="application/pkcs7-mime; name=smime.p7m")
    assert "De inhoud is versleuteld en is hier niet te lezen." in read(raw).problems


@given(st.binary(max_size=3000))
@example(b"")
@example(b"\n")
@example(b"Message-ID: <[abc@x>\n\n")
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\n")
@example(b"Content-Type: text/plain; charset*=''x\n\n")
def test_any_bytes_can_be_read(raw: bytes) -> None:
    read(raw)


@given(st.data())
def test_damaged_mail_can_be_read(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(real_mails())).read_bytes())
    for _ in range(data.draw(st.integers(0, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(raw[: data.draw(st.integers(0, len(raw)))]))


@given(st.lists(st.sampled_from(
    [b"--b", b"--b--", b"\r\n", b"\n", b"Content-Type: ", b"multipart/mixed", b"; boundary=b",
     b"text/html", b"; charset=", b"utf-8", b"message/rfc822", b"Content-Transfer-Encoding: base64",
     b"=?utf-8?B?", b"?=", b"From: ", b"<p>", b"\x00", b"\xff", b" ", b"multipart/alternative"]
), max_size=60))  # fmt: skip
def test_any_order_of_what_mails_are_made_of_can_be_read(pieces: list[bytes]) -> None:
    read(b"".join(pieces))
