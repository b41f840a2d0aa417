from mail.mime import read
from mail.structure import DEPTH_LIMIT, PARTS_LIMIT
from tests.mail.samples import make_raw


def nested(depth: int, inner: bytes = b"Content-Type: text/plain\r\n\r\ndiep") -> bytes:
    for number in range(depth):
        mark = b"b%d" % number
        inner = b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n%s\r\n--%s--\r\n" % (
            mark,
            mark,
            inner,
            mark,
        )
    return inner


def test_deep_nesting_is_read_to_its_limit() -> None:
    assert read(nested(150)).text == "diep"
    too_deep = read(nested(DEPTH_LIMIT * 10))
    assert "Het bericht is te diep genest; het binnenste is niet gelezen." in too_deep.problems


def test_mails_within_mails_end_somewhere() -> None:
    raw = make_raw("diep")
    for _ in range(500):
        raw = b"Content-Type: message/rfc822\r\n\r\n" + raw
    level = read(raw)
    while level.attached:
        [level] = level.attached
    assert level.parts[0].declared_type == "message/rfc822"


def test_too_many_parts_are_counted_out() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    raw += b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * (PARTS_LIMIT + 10) + b"--b--"
    message = read(raw)
    assert len(message.parts) == PARTS_LIMIT
    assert any("te veel delen" in problem for problem in message.problems)


def test_a_hundred_thousand_headers() -> None:
    raw = b"".join(b"X-%d: y\r\n" % number for number in range(100_000)) + b"\r\nHallo"
    message = read(raw)
    assert message.text == "Hallo"
    assert len(message.headers.fields) == 100_000
