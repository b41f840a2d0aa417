"""The words by which a mail shows what it is, as patterns without backtracking."""

import re

BOUNCE = re.compile(
    r"undeliver|returned mail|delivery status|delivery (?:has )?fail|failure notice|mail "
    r"delivery|onbestelbaar|niet bezorgd|"
    r"kan niet worden bezorgd|returned to sender",
    re.IGNORECASE,
)
DAEMON = re.compile(r"mailer-daemon|postmaster|mail delivery", re.IGNORECASE)
AWAY = re.compile(
    r"^\W{0,3}(?:automatisch(?:e)? (?:antwoord|beantwoord\w*|reactie)|automatic reply|"
    r"auto(?:matische)?[- ]?reply|out of (?:the )?office|"
    r"afwezig\b|afwezigheid|niet aanwezig|ik ben (?:er )?niet|vakantie(?:bericht|melding)|"
    r"ontvangstbevestiging|wij hebben uw bericht)",
    re.IGNORECASE,
)
AWAY_TEXT = re.compile(
    r"(?:ben|zijn) (?:ik|wij)?.{0,60}(?:afwezig|niet aanwezig|met (?:verlof|vakantie)|niet op "
    r"kantoor|out of (?:the )?office)|"
    r"dit is een automatisch(?:e)? (?:antwoord|bericht|reactie|bevestiging|gegenereerd)|i am "
    r"(?:currently )?out of (?:the )?office",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"nieuwsbrief|newsletter|nieuwsflits|mailing\b|e-zine|update \d+ van", re.IGNORECASE
)
UNSUBSCRIBE = re.compile(
    r"afmelden|uitschrijven|unsubscribe|bekijk in (?:de|uw|je) browser", re.IGNORECASE
)
TO_US = re.compile(
    r"\b(?:beste|geachte|hallo|hoi|dag|lieve|aan|"
    r"goede\w*)\W{1,3}(?:de\s)?(?:\w+\s){0,2}(?:redactie|actieweek|organisatie)|"
    r"(?:melden|geven|doorgeven|aanmelden|plaatsen|opnemen|meenemen|zetten|"
    r"toevoegen).{0,60}(?:actieweek|agenda|site\b|kalender)",
    re.IGNORECASE,
)
SECURE = re.compile(
    r"beveiligd (?:bericht|e-?mail)|versleuteld (?:bericht|e-?mail)|secure (?:message|mail|"
    r"e-?mail)|encrypted (?:message|mail)|"
    r"beveiligde (?:mail|e-?mail|omgeving)|zivver|smartlockr|cryptshare|veilig mailen|beschermd "
    r"bericht|zorgmail",
    re.IGNORECASE,
)
SPAM_WORDS = re.compile(
    r"eerste pagina|zoekmachine|\bseo\b|backlinks?|google[- ]?positie|top \d+ (?:binnen|"
    r"garantie)|garander\w+|\d+ ?% korting|"
    r"alleen deze week|bitcoin|begunstigde|crypto|casino|gokk|lening|krediet|erfenis|loterij|"
    r"viagra|pillen|"
    r"afvallen|"
    r"openstaande? (?:factuur|rekening)|incasso|betaal(?:t|d)? (?:binnen|direct)|rekening is "
    r"geblokkeerd|account (?:verloopt|is geblokkeerd|wordt)|"
    r"uw (?:pakket|wachtwoord|mailbox|postvak)|verifieer|bevestig uw (?:gegevens|account)|"
    r"gefeliciteerd|gewonnen|miljoen euro|"
    r"investeer|rendement|webdesign|nieuwe website laten|leads\b|domeinnaam|hosting|stuur stop|"
    r"wij zagen uw (?:site|website)|"
    r"uw site|uw website|gratis (?:scan|analyse|offerte)|kosteloos rapport|websitebezoekers|"
    r"conversie|ranking|vrijblijvende offerte",
    re.IGNORECASE,
)
OUR_WORLD = re.compile(
    r"thuiszit|schoolverzuim|verzuim|leerplicht|passend onderwijs|samenwerkingsverband|ouders|"
    r"leerling|jongeren|jeugd|school",
    re.IGNORECASE,
)
CANCEL = re.compile(
    r"(?:gaa[nt]|ga) (?:[\w’'-]+ ){0,10}niet (?:meer )?door\b|niet door(?:gaat|gaan|ga)\b|"
    r"(?:is|zijn|"
    r"wordt|worden|:|^)\W{0,3}(?:helaas )?(?:afgelast|geannuleerd|gecanceld|"
    r"gecancelled|afgeblazen|afgezegd)|\b(?:afgelast|geannuleerd|gecanceld|gecancelled|"
    r"afgeblazen)\b|komt te vervallen|komen te vervallen|\bvervalt\b|\bvervallen\b|"
    r"moeten (?:\w+ ){0,6}(?:annuleren|afzeggen|afgelasten|cancelen)|trekken (?:\w+ "
    r"){0,6}(?:terug|in)\b|"
    r"van de (?:agenda|site|kalender) (?:halen|af|verwijderen)|(?:halen|verwijderen).{0,30}van "
    r"de (?:agenda|site)|\bcancell?ed\b|giet net troch",
    re.IGNORECASE | re.MULTILINE,
)
NOT_CANCELLED = re.compile(
    r"\bals\b.{0,60}niet door|of het.{0,30}doorgaat|niet geannuleerd|gaat (?:gewoon|wel) door",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"wijzig|gewijzigd|\bandere (?:tijd|zaal|locatie|datum|plek|dag|plaats)|verplaatst|"
    r"verplaatsen|verhuist|verhuizen|\bverzet\b|verzetten|"
    r"aangepaste?|aanpassen|correctie|rectificatie|verschoven|verschuift|nieuwe (?:datum|tijd|"
    r"locatie|zaal|link|tijden|aanvangstijd)|"
    r"in plaats van|(?:eerder|later) dan (?:gepland|gemeld|doorgegeven)|begint (?:\w+ "
    r"){0,4}(?:later|eerder)|niet (?:om|op|in|van) .{2,40}\bmaar (?:om|op|in|van)|"
    r"foutje|klopte? niet|verkeerde? (?:datum|tijd|link)|\bbijgewerkt\b|toch (?:niet )?(?:op|om|"
    r"in)\b|bijgesteld",
    re.IGNORECASE,
)
MATERIAL = re.compile(
    r"foto(?:'|’)?s?\b|\bfoto\b|toolbox|verslag|presentatie|hand-?outs?\b|aftermovie|"
    r"\bfilm(?:pje|s|pjes)?\b|\bvideo|opname|terugblik|terugkijk|"
    r"handreiking|\bposter\b|\bsheets\b|\bmateria(?:al|len)\b|impressie|\bbrochure|\bfolder\b|"
    r"infographic|werkblad|lesbrief|powerpoint|podcast|geslaagd",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"overwegen|overweeg|misschien|\bidee\b|denken (?:erover|eraan|na)|zouden? (?:\w+ )?willen|"
    r"kan dat nog|is dat te laat|weten we pas|"
    r"nog niet (?:zeker|bekend|definitief)|plannen om|twijfel|onder voorbehoud|van plan",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\bvraag(?:je)?\b|\bvragen (?:over|we|wij|ons|of)\b|tot wanneer|\bhoe (?:kan|kunnen|moet|"
    r"werkt|meld)|\bmag (?:ik|dat|je|een|het)|"
    r"kun(?:nen|t)? (?:u|jullie|je|wij|we|ik)|\bweten jullie|is het mogelijk|graag (?:hoor|"
    r"willen weten|weten)|wat kost|wie kan|waar (?:vind|kan)",
    re.IGNORECASE,
)
