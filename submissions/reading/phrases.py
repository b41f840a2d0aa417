"""What it is, in the words of the text: ``koffieochtend voor ouders van thuiszitters``."""

import re
from collections.abc import Iterator

from submissions.reading.found import Found

EVENT = (
    r"[\w-]{0,24}(?:avond|ochtend|middag|bijeenkomst|webinar|lezing|workshop|symposium|"
    r"conferentie|congres|spreekuur|ontbijt|"
    r"wandeling|expositie|tentoonstelling|training|cursus|voorstelling|debat|regiotafel|tafel|"
    r"(?:hoor|gast|mini|avond|online[ -])college|festival|doe-dag|studiedag|"
    r"themadag|open\sdag|open\shuis|inloop|gesprek|ontmoeting|beraad|speeddate|masterclass|"
    r"rondleiding|filmvertoning|film|"
    r"huiskamer|vragenuur\w*|kijkje|dialoog\w*|panel|lunch|borrel|markt|dag|kennissessie|sessie|"
    r"challenge|estafette|podcast|"
    r"reeks|serie|caf[eé]|consult|atelier|escaperoom|theatervoorstelling|manifestatie|"
    r"kennistafel|leerkring)"
)
MANY = 8  # candidates of one sort; the first ones are the likeliest
_NOUN = re.compile(rf"(?<![\w-]){EVENT}(?![\w-])", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s([^\s,.;:()!?\n|“”\"]{1,30})")
# Words that a name may go on with, when a word of its own follows; others end it.
_JOINING = frozenset(
    re.findall(r"\S+", "voor over van en of de het een je jouw 't zonder rond bij met op in naar")
)
_ENDING = frozenset(
    re.findall(
        r"\S+",
        """
    wordt worden is zijn was die dat waar waarin waarbij waarvoor te gaat gaan vindt vinden
    staat staan start begint tijdens vanaf tot aan organiseert organiseren houden houdt
    plaats we wij ons onze ik u jullie om als want maar dan ook niet zal zullen kan kunnen
    hebben heeft komen komt mogen waarop aanstaande a.s. deze dit samen ter geven verzorgen
    u daarna elke iedere vorig volgende per toe door maandag dinsdag woensdag donderdag
    vrijdag zaterdag zondag ma di wo do vr za zo juni mei morgen actieweek landelijke
    september schooljaar week uur
    """,
    )
)
_PLAIN_NOUNS = frozenset(
    re.findall(
        r"\S+",
        """
    dag middag avond ochtend actie film tafel college gesprek lunch markt reeks serie inloop
    borrel activiteit café cafe sessie panel huiskamer podcast
    """,
    )
)
_GREETING_NOUN = re.compile(
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon|mid|na|werk|feest|school|verjaar)dag|"
    r"goede\w*|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)|(?:na|"
    r"voor)middag)$",
    re.IGNORECASE,
)


def phrases(text: str) -> Iterator[Found]:
    """What it is, in the words of the text: ``koffieochtend voor ouders van thuiszitters``."""
    position = 0
    for _ in range(MANY):
        match = _NOUN.search(text, position)
        if match is None:
            return
        end = _phrase_end(text, match.end())
        position = max(end, match.end())
        phrase = " ".join(text[match.start() : end].split())
        noun = match[0].lower()
        if _GREETING_NOUN.match(noun) or len(phrase) < 4:
            continue
        alone = end == match.end()
        if alone and noun in _PLAIN_NOUNS:
            continue
        confidence = 0.46 if alone else 0.52
        yield Found(
            "title", phrase, match.start(), end, text[match.start() : end], confidence=confidence
        )


def _phrase_end(text: str, end: int) -> int:
    """Where the name ends that begins with a noun: before a verb, a day, or a mark."""
    told, joining = end, False
    for _ in range(8):
        match = _NEXT_WORD.match(text, end)
        if match is None or "\n" in match[0]:
            break
        word = match[1].lower()
        if word in _ENDING or word[:1].isdigit():
            break
        end = match.end()
        joining = word in _JOINING
        if not joining:
            told = end
    return told
