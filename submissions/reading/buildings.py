"""Words for buildings and rooms, and words that only seem to be a place."""

import re

NOUN = (
    r"(?:[\w-]{0,24}(?:school|college|lyceum|gymnasium|gemeenschap|bibliotheek|buurthuis|"
    r"wijkhuis|dorpshuis|doarpshûs|gemeentehuis|"
    r"stadhuis|stadskantoor|provinciehuis|raadhuis|cultuurhuis|huiskamer|theater|schouwburg|"
    r"centrum|caf[eé]|hotel|museum|kerk|"
    r"sporthal|aula|kantoor|boerderij|paviljoen|kasteel|clubgebouw|gebouw|atelier|studio|"
    r"werkplaats|filmhuis|bioscoop|"
    r"kantine|lokaal|restaurant|landgoed|villa|zalencentrum|kinderboerderij|kazerne|fabriek|"
    r"loods|tuin|park|plein|hoes|hûs|[a-z]{4,14}ruimte|"
    r"schuur|hoeve|biblioteek|speeltuin|zwembad|stadion|manege|hal|zaal|bieb|campus|huis|"
    r"universiteit|hogeschool|auditorium|kulturhus|buurtkamer|abdij|klooster|kapel|moskee|synagoge|"
    r"conferentieoord|congrescentrum|honk|pand|brasserie|galerie|kwekerij|terrein|veiling|mosterij|paardenstal|botenloods|"
    r"mediatheek|loods|garage|schaapskooi|foyer|molen|ateliers?|speelplaats|ziekenhuis|accommodatie|bedrijf)"
    r"|roc|mbo|mfc|mfa|huize|wijkteam|ggd|landgoed|kulturhus|stationshal|station|slot|huis|hof)"
)
NO_VENUE = re.compile(
    r"\W*(?:(?:nog|nader|later|locatie|plaats|exacte|precieze|deze|de|wordt|is|bij|op|in|aan|onze|ons|"
    r"eigen|het|een|nog)\s)*(?:onbekend|bepalen|bepaald|bekend\w*|volgt|volgen|invullen|"
    r"t\.?b\.?d\.?|n\.?t\.?b\.?|tba|school|kantoor|locatie|huis|ons|wisselend\w*|"
    r"divers\w* \w+|verschillend\w* \w+|meerdere \w+|landelijk|door het hele land|heel nederland|"
    r"eigen (?:gebouw|school|huis|pand)|te bepalen|bekend te maken)(?:\s(?:nog|later|gemaakt|"
    r"op school|via \w+))?\W*",
    re.IGNORECASE,
)
AREA = re.compile(
    r"\W*(?:in\s)?(?:(?:de\s)?(?:hele\s|gehele\s)?(?:provincie|regio|gemeente|omgeving|gem\.)|heel)\s"
    r"[\w' ’-]{2,40}\W*",
    re.IGNORECASE,
)


_NOT_YET = re.compile(
    r"\W*(?:(?:de|exacte|precieze|locatie|plaats|plek|adres)\s){0,3}(?:wordt\s|is\s|volgt\s)?(?:nog\s)?(?:nader\s|later\s)?"
    r"(?:te bepalen|onbekend|niet bekend|volgt|bekend\s?gemaakt|in overleg|op aanvraag)\b",
    re.IGNORECASE,
)


def not_known(words: str) -> bool:
    """Whether it says no more than that the place is still to be told."""
    return bool(NO_VENUE.fullmatch(words) or _NOT_YET.match(words[:80]))


def is_building(words: str) -> bool:
    """Whether a word for a building is in it."""
    return re.search(rf"\b{NOUN}\b", words, re.IGNORECASE) is not None
