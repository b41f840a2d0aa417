"""What Outlook packs in a winmail.dat: the text of the mail, and its files."""

import base64
import json
from typing import Any

from compressed_rtf import decompress
from striprtf.striprtf import rtf_to_text
from tnefparse.tnef import TNEF

from mail.decoding import to_text
from submissions.opening.guard import Refused, serve

FILES = 50
RTF = 2_000_000  # bytes of formatted text
TEXT = 200_000  # characters


def read(payload: bytes) -> bytes:
    """JSON: `subject`, `text`, `html`, and `files` of a name and a content in base64."""
    try:
        packed = TNEF(payload, do_checksum=False)
    except MemoryError:
        raise
    except Exception as error:  # its parser raises whatever it runs into
        raise Refused("Dit winmail.dat is beschadigd.") from error
    charset = packed.codepage or "cp1252"
    html = _text(packed.htmlbody, charset)
    text = _text(packed.body, charset)
    told = {
        "subject": _subject(packed, charset),
        "text": text or ("" if html else _from_rtf(packed)),
        "html": html,
        "files": [_file(one, charset) for one in packed.attachments[:FILES]],
    }
    return json.dumps(told).encode()


def _text(value: Any, charset: str) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value else b""
    if isinstance(value, bytes):
        value = to_text(value, charset)[0]
    return str(value or "").strip("\0")[:TEXT]


def _subject(packed: TNEF, charset: str) -> str:
    found = (one.data for one in packed.msgprops if one.name == TNEF.ATTSUBJECT)
    return _text(next(found, ""), charset)[:300]


def _from_rtf(packed: TNEF) -> str:
    try:
        rtf = decompress(packed._rtfbody + b"\0") if packed._rtfbody else b""
        return rtf_to_text(rtf[:RTF].decode("cp1252", "replace"), errors="ignore")[:TEXT]
    except Exception:  # formatting that makes no sense; the files count for more
        return ""


def _file(one: Any, charset: str) -> dict[str, str]:
    try:
        name = _text(one.long_filename(), charset)
    except (ValueError, AttributeError):
        name = ""
    data = one.data if isinstance(one.data, bytes) else b""
    return {"name": name, "content": base64.b64encode(data).decode()}


if __name__ == "__main__":
    serve(read)
