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
    r"kennistafel|(?:leer|ouder|lees|praat|gespreks|vader|moeder|vertel|thuis)kring|yoga|concert|quiz|toernooi|picknick|high\stea|kransje|diner|excursie|"
    r"tocht|wandelen|praatgroep|lotgenotencontact|kennisuur|proefles|open\sles|uitreiking|opening|"
    r"lancering|premi[eè]re|actiedag|flashmob|optocht|livestream|intervisie|denktank|hackathon|"
    r"brainstorm|ronde\stafel|seminar|presentatie|voorlichting|infomarkt|beurs|doe-ochtend|"
    r"bespreking|disco|bingo|battle|vergadering|ontvangst|les|spel|loop|project|atelier|campagne|proeverij|voorstelling|"
    r"discussion|meeting|workshop|talk|lecture|coffee|walk|exhibition|session|evening|afternoon)"
)
_NOT_NEW = re.compile(
    r"\b(?:iedere|elke|per|hele|alle|vorige?|naast de|naast het|na de|tijdens de|die|diezelfde|"
    r"andere|zelfde|iedere|gehele|goede|eerdere)\s$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:een|onze|de|het|gratis|speciale|bijzondere|open|online)\s|:\s{0,2})$", re.IGNORECASE
)
HOUSES = frozenset({"café", "cafe", "theater", "atelier", "huiskamer"})  # "bij café De Kroon"
AT_HOUSE = re.compile(
    r"\b(?:bij|in|naar|van|achter|tegenover|vanuit)\s(?:(?:het|ons|onze|"
    r"de)\s)?$",
    re.IGNORECASE,
)
MANY = 8  # candidates of one sort; the first ones are the likeliest
_KIND_OF = (
    r"(?:(?:open|online|digitale?|interactieve?|feestelijke?|creatieve?|informatieve?|besloten|"
    r"stille|muzikale?|telefonisch|regionale?|walk-and-talk)\s)?"
)
_NOUN = re.compile(rf"(?<![\w-]){_KIND_OF}{EVENT}(?![\w-])", re.IGNORECASE)
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
    ervoor erna daarvoor komende aankomende eerstvolgende
    aanmelden aan luidt luiden opgeven melden meld dus gekregen
    september schooljaar week uur klaar open gepland centraal
    """,
    )
)
_AS_A_NAME = re.compile(
    r"\b(?!(?:in|bij|op|naar|van|aan|uit|vanuit|achter|tegenover|te|tijdens|na)\s)[a-zà-ÿ]{2,20},?\s"
    r"(?:het|de|ons|onze|een)\s$"
)
_DURING = re.compile(r"\btijdens\s(?:de|het|onze)\s$", re.IGNORECASE)
_WITHIN = re.compile(r"[a-zà-ÿ],?\s$")
_LONG = re.compile(r"\d|anderhalf|twee|drie|een$|één$|half$", re.IGNORECASE)  # "van anderhalf uur"
_OURS = frozenset({"mij", "ons", "onze", "jou", "jullie", "u", "hem", "haar", "hen"})
_WHERE = frozenset({"bij", "in", "te", "op", "@"})
_PLAIN_NOUNS = frozenset(
    re.findall(
        r"\S+",
        """
    dag middag avond ochtend actie film tafel college gesprek lunch markt reeks serie inloop
    borrel activiteit café cafe sessie panel huiskamer podcast les spel loop project opening
    ontvangst vergadering presentatie atelier campagne tocht voorlichting markt gesprek evening
    afternoon meeting talk session coffee walk beurs bijeenkomst debat consult
    """,
    )
)
_GREETING_NOUN = re.compile(
    r"(?:omstreeks|brasserie|patisserie|rotisserie|(?:maan|dins|woens|donder|vrij|zater|zon|mid|na|werk|feest|school|verjaar|openings|slot|"
    r"sluitings|start|markt|vakantie|pinkster|trouw|wereld)dag|"
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
        before = text[max(0, match.start() - 20) : match.start()]
        end = _phrase_end(text, match.end())
        named = match[0][:1].isupper() and _WITHIN.search(before) is not None
        if named and text.startswith(" voor ", match.end()):
            end = match.end()  # "een Tuinmiddag voor kinderen": the capital is that of the name
        position = max(end, match.end())
        phrase = " ".join(text[match.start() : end].split())
        noun = match[0].lower()
        if _GREETING_NOUN.match(noun) or len(phrase) < 4:
            continue
        alone = end == match.end()
        if alone and noun in _PLAIN_NOUNS:
            continue
        during = _DURING.search(before) is not None and noun not in _PLAIN_NOUNS
        if (_NOT_NEW.search(before) and not during) or (noun in HOUSES and AT_HOUSE.search(before)):
            position = match.end()
            continue
        confidence = (0.46 if alone else 0.52) + 0.02 * bool(_ANNOUNCED.search(before))
        if _AS_A_NAME.search(before) and noun not in _PLAIN_NOUNS and match[0][:1].isupper():
            confidence += 0.18  # "het Verzuimontbijt": a capital within a sentence
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
        following = _NEXT_WORD.match(text, match.end())
        if word in _WHERE and following and following[1][:1].isupper():
            break
        if word in _ENDING or word[:1].isdigit():
            break
        if word == "van" and following and _LONG.match(following[1]):
            break
        if word == "bij" and following and following[1].lower() in _OURS:
            break
        end = match.end()
        joining = word in _JOINING
        if not joining:
            told = end
    return told
