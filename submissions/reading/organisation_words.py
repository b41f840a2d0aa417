"""Words by which the name of an organisation is known, and those of somebody's job."""

import re

ORGANISATION = re.compile(
    r"samenwerkingsverband|\bswv\b|school|college|lyceum|gymnasium|atheneum|gemeente|stichting|"
    r"vereniging|\bggd|\bjgz|team\b|platform|netwerk|\braad\b|raad\b|bureau|regio|\brmc\b|\broc\b|"
    r"bibliotheek|groep|jongeren|jeugd|centrum|instelling|instituut|kliniek|praktijk|provincie|"
    r"ministerie|inspectie|vakbond|collectief|co[oö]peratie|alliantie|onderwijs|universiteit|"
    r"caf[eé]|bibliobus|welzijn|zorg|huis\b|redactie|organisatie|expertise|steunpunt|meldpunt|"
    r"kring\b|initiatief|advoca\w+|advies|theater|museum|scouting|\bb\.?v\b|fonds|loket|\bhub\b|"
    r"\blab\b|bond\b|unie\b|federatie|koepel|dienst|werkplaats|academie|academy|\bobs\b|\bbs\b|\bcbs\b|"
    r"\brkbs\b|\bsbo\b|\bvso\b|\bmavo\b|\bhavo\b|\bvmbo\b|\bpabo\b|\bikc\b|\bcsg\b|dalton|montessori|opvang|speeltuin|coöp|commissie|club|\b(?:fc|sc|hc|tc|bc|vv|sv|av|kv|hv|rkvv|ltc)\b|"
    r"maatschap|(?:tele|hulp|kinder|zorg|steun|luister|jeugd)\w{0,9}lijn\b|society|foundation|council|skoalle|stifting|gemeinte|omroep",
    re.IGNORECASE,
)
# "Jeugdverpleegkundige GGD Noordoost", "adviseur bij Stichting De Stap": a job and whose it is.
WORKS_FOR = re.compile(
    r"\s(?:(?:bij|van|namens|voor)\s)?(?:de\s|het\s)?(?P<who>(?:GGD|JGZ|SWV|ROC|RMC|CJG|OBS|CBS|IKC|[Ss]amenwerkingsverband|"
    r"Stichting|[Gg]emeente|Vereniging|[Ww]ijkteam|Scholengemeenschap|[Bb]asisschool|Bibliotheek|"
    r"Jeugdteam|Sociaal Team|Provincie|"
    r"[A-ZÀ-Ý][a-z]{0,20}(?:huis|punt|school|centrum|college|museum|praktijk|vereniging|stichting|groep|raad|netwerk|team|werk|commissie|collectief)|[A-Z]{3,6})"
    r"\s[A-ZÀ-Ý][^,|]{2,60})$"
)
JOB = re.compile(
    r"^(?:(?:senior|junior|waarnemend|adjunct|plv\.?|lokaal|regionaal|strategisch)[ -]?)?"
    r"(?:beleids\w*|leraar|leerkracht|docent|leerplicht\w*|co[oö]rdinator|\w*co[oö]rdinator|"
    r"directeur|directie|directielid|medewerker|\w*medewerker|adviseur|\w*adviseur|consulent|"
    r"\w*consulent|\w*leider|jeugdarts\w*|jeugdverpleegkundige|orthopedagoog|psycholoog|"
    r"\w{0,12}secretaris|secretaresse|voorzitter|penningmeester|bestuurder|bestuurslid|manager|mentor|"
    r"intern begeleider|"
    r"ib'?er|trainer|coach|wethouder|griffier|rector|teamleider|eigenaar|oprichter|vrijwilliger|"
    r"(?:team|afdeling|bureau)\s(?:marketing|communicatie|pers|publiciteit|secretariaat|administratie|educatie|redactie)|"
    r"communicatie\w*|jeugdverple\w*|schoolmaatschappelijk\s\w+|pedagoog|contactpersoon|"
    r"office manager|head|teacher|director)\b",
    re.IGNORECASE,
)
