"""Which mail was sent by a machine, so that it is never answered (RFC 3834, section 2)."""

from mail.message import Headers


def reasons(headers: Headers, content_type: str, envelope_sender: str | None) -> tuple[str, ...]:
    """Why this is the mail of a machine, in Dutch; empty when nothing says so."""
    found: list[str] = []
    return_path = headers.get("return-path") if "return-path" in headers else None
    if envelope_sender == "" or return_path == "<>":
        found.append("zonder afzender op de envelop")
    if headers.get("auto-submitted").lower().partition(";")[0].strip() not in {"", "no"}:
        found.append("automatisch verstuurd")
    if "list-id" in headers or "list-unsubscribe" in headers:
        found.append("van een verzendlijst")
    if headers.get("precedence").lower() in {"bulk", "list", "junk", "auto_reply"}:
        found.append("bulkpost")
    if "x-autoreply" in headers or "x-autorespond" in headers:
        found.append("automatisch antwoord")
    if content_type == "multipart/report":
        found.append("verslag van een mailserver")
    return tuple(found)
