"""Bytes to text and to payload, whatever is wrong with them. Nothing here raises."""

import binascii
import codecs
import re
import unicodedata

# Encodings of Python that are none of mail, or that take quadratic time.
_NOT_FOR_MAIL = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
# Browsers and mailers mean Windows-1252 when they say these.
_REALLY_CP1252 = frozenset({"ascii", "iso8859-1", "cp1252"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def to_text(data: bytes, charset: str) -> tuple[str, str]:
    """The text and, when the declared charset was not right, what to tell an editor about it."""
    name = _codec(charset)
    if name and name not in _REALLY_CP1252:
        try:
            text = data.decode(name)
        except (ValueError, LookupError):  # LookupError: a codec that does not give text
            pass
        else:
            # It alone can give halves of surrogate pairs, which nothing can store.
            return text.encode("utf-8", "replace").decode() if name == "utf-7" else text, ""
    try:
        # Bytes that are UTF-8 are never by chance: also when the mail says something else.
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        problem = name not in _REALLY_CP1252 or "\ufffd" in text
    else:
        problem = bool(charset) and not text.isascii()
    if not problem:
        return text, ""
    told = f"De tekenset ‘{charset[:40]}’ klopt niet" if charset else "De tekenset is niet genoemd"
    return text, f"{told}; sommige letters kunnen verkeerd zijn."


def _codec(charset: str) -> str:
    """Python's name of an encoding that mail may use, or nothing."""
    try:
        name = codecs.lookup(charset.strip("\"' ")).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_FOR_MAIL else name


def payload(data: bytes, encoding: str) -> tuple[bytes, str]:
    """Undo the Content-Transfer-Encoding; the second value is a problem, or nothing."""
    encoding = encoding.strip().lower()
    if encoding == "base64":
        return _from_base64(data)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data), ""
    if encoding in {"", "7bit", "8bit", "binary"}:
        return data, ""
    return data, f"De codering ‘{encoding[:40]}’ is onbekend."


def _from_base64(data: bytes) -> tuple[bytes, str]:
    try:
        return binascii.a2b_base64(data), ""
    except binascii.Error:
        letters = _NOT_BASE64.sub(b"", data)
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)), "Een deel is afgebroken."


# Blanks that do not break a line: for people they are blanks.
_BLANKS = str.maketrans("\u00a0\u2007\u202f", "   ")


def clean(text: str) -> str:
    """With line feeds only, and without controls that hide or turn around what is shown."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    return _CONTROLS.sub("", lines)


def one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub("", text).split())


def file_name(text: str) -> str:
    """What follows the last slash, without control and direction characters."""
    shown = "".join(c for c in text[-1000:] if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    name = " ".join(re.split(r"[/\\]", shown)[-1].split())
    if len(name) > 150:  # the end tells what kind of file it is
        name = name[:100] + "…" + name[-49:]
    return "" if name.strip(". ") == "" else name


def unflow(text: str, delete_space: bool) -> str:
    """RFC 3676: lines that end with a space go on in the next one of the same quote depth."""
    result: list[str] = []
    open_depth = -1  # quote depth of a line that goes on, or -1
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        part = content[:-1] if flows and delete_space else content
        if open_depth == depth and content != "-- ":
            result.append(part)
        else:
            result.append(("\n" if result else "") + (">" * depth + " " if depth else "") + part)
        open_depth = depth if flows else -1
    return "".join(result)
