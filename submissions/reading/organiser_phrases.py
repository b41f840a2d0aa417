"""How a sentence names who holds it: "verzorgd door …", "namens …", "… organiseert"."""

import re

# No hour and no bare figure: "houden wij van 13.00 tot 16.00 uur".
_UP = r"(?!\d{1,2}(?:[.:u]\d|\b))[A-ZÀ-Ý0-9][\w’'&.-]{0,30}(?<![.])"
LOW = (
    r"(?:stichting|vereniging|gemeente|basisschool|school|scholengroep|samenwerkingsverband|team|"
    r"zorgteam|jeugdteam|wijkteam|oudergroep|oudervereniging|werkgroep|netwerk|platform|bureau|"
    r"bibliotheek|kenniscentrum|praktijk|provincie|jongerenraad|buurtteam|steunpunt)"
)
NAME = (
    rf"(?:{LOW}|{_UP})(?: (?:(?:van|voor|der|den|de|het|en|in|op|aan|'t|&|-) ){{0,2}}{_UP}){{0,5}}"
)
_ACTS = (
    r"(?:heeft het genoegen|heeft de eer|organise(?:ert|ren)|verzorgt|houdt|presenteert|nodigt|"
    r"biedt|opent|doet (?:\w+ ){0,2}mee|"
    r"zet .{0,20}deuren|start|trapt|viert)"
)
_THE = r"(?:het |de )?"
BY_WORDS = tuple(
    (re.compile(pattern), confidence)
    for pattern, confidence in (
        (
            r"\b(?:georganiseerd|verzorgd|gehouden|opgezet|aangeboden) door "
            rf"{_THE}(?P<who>{NAME})",
            0.8,
        ),
        (rf"\b(?:organised|organized|hosted) by (?:the )?(?P<who>{NAME})", 0.8),
        (
            r"\b(?:[Nn]amens|[Vv]oor|[Ii]n opdracht van) (?:(?:onze|mijn|"
            r"haar) )?(?:opdrachtgever|klant|cli[ëe]nt|"
            rf"relatie),? {_THE}(?P<who>{NAME})",
            0.9,
        ),
        (
            r"\b[Nn]amens (?:mijn|onze|ons|het) (?:collega\W?s|team|bestuur|directie) (?:van|bij) "
            rf"{_THE}(?P<who>{NAME})",
            0.76,
        ),
        (rf"\b[Ii]n opdracht van {_THE}(?P<who>{NAME})", 0.9),
        (rf"\b[Nn]amens (?:het |de |onze )?(?P<who>{NAME})", 0.74),
        (
            r"\b(?:gr|groet\w*|mvg)\b[.,]?\s(?:van\s)?[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){0,2}"
            r"\s?\((?P<who>[^()\n]{3,60})\)",
            0.7,
        ),
        (rf"\b(?:gr|[Gg]roet\w*|mvg)\b[.,]? (?P<who>{NAME})", 0.6),
        (rf"\b(?:gr|[Gg]roet\w*|mvg)\b[.,]? {_UP}(?: {_UP})?, (?P<who>{NAME})", 0.62),
        (rf"\bbij (?P<who>(?:HC|TC|BC|VV|SV|FC|RKVV|LTC|KV|HV|AV) {NAME})", 0.45),
        (rf"(?P<who>{NAME}) noemen (?:we|wij) ons\b", 0.66),
        (rf"\binitiatief van {_THE}(?P<who>{NAME})", 0.74),
        (rf"\b[Ww]ij,? van {_THE}(?P<who>{NAME})", 0.66),
        (rf"\b[Ww]ij,? (?:van |\(){_THE}(?P<who>[^\n.,;()]{{3,60}})(?:\)|,)", 0.62),
        (rf"(?P<who>{NAME}) {_ACTS}\b", 0.6),
        (rf"(?:^|[.!?]\s{{1,2}}|\n)(?P<who>{NAME}) [a-z]{{2,14}}(?:t|en)\b", 0.5),  # as a subject
        (
            rf"\b(?:organise(?:ert|ren)|verzorg(?:t|en)|presenteert|opent|geven|geeft|houdt|"
            rf"houden) {_THE}(?P<who>{NAME})",
            0.6,
        ),
        (rf"\b(?:[Mm]ijn|[Oo]nze) (?:school|stichting),? {_THE}(?P<who>{NAME})", 0.62),
        (
            # "In de bibliotheek van Gouda" is where it is.
            r"(?<!\b[Ii]n de )(?<!\b[Ii]n het )(?<!\bbij de )(?<!\bop de )"
            rf"\b(?P<who>{LOW} (?:(?:de|het|van) )?{_UP}(?: {_UP}){{0,3}})",
            0.45,
        ),
    )
)
# "Ik ben leerkracht op De Vuurvogel in Ede": there the name needs no word for a school.
WORKS_AT = re.compile(
    r"\b[Ii]k (?:ben|werk als) (?:\w+ ){0,2}(?:leerkracht|lerares|leraar|docente?|mentor|"
    r"directeur|juf|meester|"
    r"intern begeleider|ib\W?er|zorgco[oö]rdinator|teamleider|schoolleider|conrector) (?:op|bij|"
    r"van|aan) "
    rf"(?:de |het )?(?P<who>{_UP}(?: (?:(?:van|de|het|der|'t) )?{_UP}){{0,3}})"
)
