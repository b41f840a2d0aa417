"""Which item a mail goes on with, and whether it comes from somebody who may speak for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agenda.models import Activity
from mail.message import ReadMessage
from submissions import links
from submissions.errors import DomainError
from submissions.models import Submission
from submissions.models.submission import REFERENCE_ALPHABET, REFERENCE_LENGTH

TEXT_LIMIT = 60_000  # characters in which a reference or a link is looked for
CODES_LIMIT = 20
ADDRESSES_LIMIT = 50
_CODE = re.compile(rf"(?<![\w-])[{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}}(?![\w-])")
_NAMED = re.compile(r"\b(?:kenmerk|referentie|reference)\b\W{1,10}(\w{5,12})", re.IGNORECASE)
_PAGE = re.compile(r"/([1-9]\d{3})/agenda/([-\w]{1,80})/?")
_OWN_PAGE = re.compile(r"/aanmelden/([\w.-]{10,200})/?")


@dataclass(frozen=True, slots=True)
class Talk:
    """`item` is the very one that was answered, not only the first of its conversation.

    `proven` says that the mail may speak for the item: it holds a secret that only we and its
    sender have, or comes from an address that is known of it and did not fail the check.
    """

    item: Submission
    proven: bool

    @property
    def root(self) -> Submission:
        return self.item.thread or self.item


def talk_of(message: ReadMessage, recipients: Sequence[str] = ()) -> Talk | None:
    """By the address it came to, by a secret link it quotes, by its thread, by a reference."""
    secret = _first(_addressed(message, recipients))
    secret = secret or _linked(message)
    item = secret or _threaded(message) or _first(named_items(message))
    if item is None:
        return None
    trusted = secret is not None or is_known(message.sender.address, item)
    return Talk(item, trusted and not message.dmarc_failed)


def is_known(address: str, item: Submission) -> bool:
    """Whether the address is one that this item and its conversation told us."""
    return bool(address) and address.lower() in known_addresses(item)


def known_addresses(item: Submission) -> set[str]:
    """Of the senders of the item and of the first of its conversation, and their contacts."""
    items = [item, item.thread] if item.thread else [item]
    known = {one.sender_email for one in items}
    for one in items:
        known |= {proposal.facts.contact_email for proposal in one.proposals.all()}
    return {address.lower() for address in known if address}


def named_items(message: ReadMessage) -> Iterator[Submission]:
    """Those whose reference the mail names, in the order in which it does."""
    text = f"{message.subject}\n{message.text[:TEXT_LIMIT]}"
    codes = [match[1].upper() for match in _NAMED.finditer(text)]
    codes += [match[0] for match in _CODE.finditer(text)]
    codes = list(dict.fromkeys(codes))[:CODES_LIMIT]
    if not codes:
        return
    items = Submission.objects.select_related("thread").filter(reference__in=codes)
    found = {item.reference: item for item in items}
    yield from (found[code] for code in codes if code in found)


def named_activity(message: ReadMessage) -> Activity | None:
    """The one activity of the agenda whose page the mail points at."""
    texts = [message.text[:TEXT_LIMIT], *(link.url for link in message.links[:200])]
    found = {(match[1], match[2]) for text in texts for match in _PAGE.finditer(text)}
    if len(found) != 1:
        return None
    year, slug = found.pop()
    return Activity.objects.public().filter(edition__year=int(year), slug=slug).first()


def pointed_at(message: ReadMessage, recipients: Sequence[str] = ()) -> set[int]:
    """The items that it names by reference, by an address of their own, or by their page."""
    items = [*_addressed(message, recipients), _linked(message), *named_items(message)]
    found = {item.pk for item in items if item is not None}
    activity = named_activity(message)
    if activity is not None:
        found |= set(activity.proposals.values_list("submission_id", flat=True))
    return found


def _addressed(message: ReadMessage, recipients: Sequence[str]) -> Iterator[Submission | None]:
    """By the envelope; by the header where the way in keeps no envelope, such as a mailbox."""
    told = [*message.headers.all("delivered-to"), *message.headers.all("x-original-to")]
    told += [one.address for one in (*message.to, *message.cc)]
    for address in list(dict.fromkeys([*recipients, *told]))[:ADDRESSES_LIMIT]:
        yield links.addressed(address)


def _linked(message: ReadMessage) -> Submission | None:
    """The item of a secret link, which stands in every mail of ours and so in its quotation."""
    texts = [message.text[:TEXT_LIMIT], *(link.url for link in message.links[:200])]
    tokens = [match[1] for text in texts for match in _OWN_PAGE.finditer(text)]
    for token in list(dict.fromkeys(tokens))[:CODES_LIMIT]:
        try:
            return links.resolve(token)
        except DomainError:
            continue
    return None


def _threaded(message: ReadMessage) -> Submission | None:
    """The item whose mail it answers: ours to its sender, or that of its sender."""
    thread = [one for one in (message.in_reply_to, *reversed(message.references)) if one]
    if not thread:
        return None
    pk = next(_item_ids(thread), 0)
    return Submission.objects.select_related("thread").filter(pk=pk).first()


def _item_ids(thread: Sequence[str]) -> Iterator[int]:
    """The nearest mail of the thread first; at each, ours before theirs."""
    ours = Submission.objects.filter(history__outgoing__message_id__in=thread)
    theirs = Submission.objects.filter(message__message_id__in=thread)
    columns = (
        dict(ours.order_by("-pk").values_list("history__outgoing__message_id", "pk")),
        dict(theirs.order_by("-pk").values_list("message__message_id", "pk")),
    )
    for message_id in thread:
        yield from (column[message_id] for column in columns if message_id in column)


def _first(items: Iterable[Submission | None]) -> Submission | None:
    return next((item for item in items if item is not None), None)
