"""The words by which a mail shows what it is, as patterns without backtracking."""

import re

TO_US = re.compile(
    r"\b(?:beste|geachte|hallo|hoi|dag|lieve|aan|"
    r"goede\w*)\W{1,3}(?:de\s)?(?:\w+\s){0,2}(?:redactie|actieweek|organisatie)|"
    r"(?:melden|geven|doorgeven|aanmelden|aan te melden|plaatsen|plaatst|opnemen|meenemen|zetten|"
    r"zet|toevoegen|vermelden|graag|voor|komt|kan).{0,60}(?:actieweek|\bagenda|\bsite\b|"
    r"website|kalender)|onder (?:uw|jullie|je) aandacht|ter plaatsing|graag (?:plaatsen|opnemen)|"
    r"onze (?:bijdrage|activiteit|aanmelding|inzending)\b|steentje bij",
    re.IGNORECASE,
)
# Words to the editors alone: what a newsletter asks of all its readers is not among them.
TO_EDITORS = re.compile(
    r"\b(?:beste|geachte|hallo|hoi|dag|lieve|aan|goede\w*)\W{1,3}(?:de\s)?(?:\w+\s){0,2}(?:redactie|"
    r"actieweek|organisatie)\b|ter plaatsing|graag (?:plaatsen|opnemen)|(?:in|op) (?:jullie|uw) "
    r"(?:agenda|kalender|site|website)|(?:op te nemen|opnemen|plaatsen|te plaatsen) (?:in|op) de "
    r"(?:agenda|kalender|site)|onze (?:bijdrage|aanmelding|inzending)\b",
    re.IGNORECASE,
)
SECURE = re.compile(
    r"(?:beveiligde?|versleutelde?|beschermde?|veilige?) (?:bericht|e-?mail|mail|"
    r"omgeving|bestand)\w*\b|(?:secured?|encrypted|protected) (?:message|mail|e-?mail)|"
    r"(?:bericht|e-?mail|mail) is (?:versleuteld|beveiligd) (?:met|via|door)|"
    r"bericht ?versleuteling|message encryption|zivver|smartlockr|cryptshare|filecap|virtru|"
    r"veilig mailen|zorgmail|secumail|vertrouwelijk bericht",
    re.IGNORECASE,
)
EXPIRES = re.compile(
    r"(?:bericht|link|code|toegang)\b.{0,60}\b(?:gewist|verwijderd|verloopt|vervalt|"
    r"beschikbaar tot)",
    re.IGNORECASE,
)
SCANNER = re.compile(
    r"verzonden vanaf ['\"]?RNP|scandatum|scan(?:ned)? (?:from|date)|gescand (?:met|op|vanaf)|"
    r"multifunctional",
    re.IGNORECASE,
)
CANCEL = re.compile(
    r"(?:gaa[nt]|ga) (?:[\w’'-]+ ){0,10}niet (?:meer )?door\b|niet (?:meer )?door(?:gaat|gaan|ga|"
    r"gang)\b|geen doorgang|"
    r"\b(?:afgelast|geannuleerd|geannulleerd|gecanceld|gecancelled|afgeblazen|afgezegd|"
    r"geschrapt|ingetrokken)\b|"
    r"\b(?:we|wij|ik|helaas)\b.{0,40}(?:annuleren|afzeggen|zeggen .{0,40}\baf\b)|"
    r"\bzeg(?:gen)? (?:wij|we|ik) .{0,60}\baf\b|"
    r"komt te vervallen|komen te vervallen|\bvervalt\b|\bvervallen\b|"
    r"(?:moeten|moet|willen|wil) (?:[\w’'-]+ ){0,8}(?:annuleren|afzeggen|afgelasten|cancelen|"
    r"afblazen|intrekken|schrappen)|trekken (?:[\w’'-]+ ){0,8}(?:terug|in)\b|"
    r"\bcancell?ed\b|giet net troch|kunnen (?:wij|we) .{0,60}(?:helaas|toch) niet (?:\w+ )?"
    r"(?:spelen|komen|geven|organiseren|houden|ontvangen|meedoen|laten)|"
    r"called off|niet (?:te |kunnen |meer ){0,2}laten doorgaan|"
    r"laten (?:wij|we) .{0,60}\b(?:schieten|varen)\b|trek(?:ken)? (?:\w+ ){0,2}de stekker|"
    r"won.t take place|will not take place|"
    r"(?:lukt|kan|kunnen|zal|mag) (?:[\w’'-]+ ){0,6}niet (?:meer )?doorgaan|"
    r"(?:zien|zie) (?:[\w’'-]+ ){0,4}(?:ervan )?af (?:van|om)\b|"
    r"(?:zien|zie) (?:[\w’'-]+ ){0,2}ervan af\b|blazen (?:[\w’'-]+ ){0,8}af\b|"
    r"(?:streep|zet) (?:\w+ )?(?:een )?streep door|van de baan\b|gaat (?:hem|’m|'m|m|het) niet "
    r"worden|(?:gelasten|gelast|blaas) (?:[\w’'-]+ ){0,8}af\b|(?:komt|komen) er (?:\w+ )?niet "
    r"(?:meer )?van|(?:houden|organiseren|geven|doen) (?:wij|we) (?:[\w’'-]+ ){0,5}(?:toch )?niet "
    r"meer\b|(?:gaat|gaan) (?:\w+ ){0,3}niet lukken|(?:trek|haal) (?:ik|we|wij) (?:[\w’'-]+ ){0,8}"
    r"(?:terug|in)\b",
    re.IGNORECASE,
)
OFF_THE_SITE = re.compile(
    r"\b(?:haal|halen|gooi|schrap|streep|verwijder)\b (?:[\w’']+ ){0,5}(?:eraf|"
    r"er ?(?:maar |dan |dus |weer )?(?:af|uit)|(?:maar )?(?:af|weg))(?=\W|$)|"
    r"(?:van|uit) (?:de|jullie|uw) (?:agenda|site|website|kalender) (?:af ?)?(?:halen|verwijderen|"
    r"schrappen)|(?:halen|verwijderen|schrappen|haal|verwijder).{0,40}(?:van|uit) (?:de|jullie|uw) "
    r"(?:agenda|site|website|kalender)|(?:willen|kunnen|wil|kun|kunt) (?:jullie|u|je)\b.{0,80}"
    r"(?:verwijderen|weghalen|eraf halen|schrappen)",
    re.IGNORECASE,
)
# What may be taken off the site while the activity stays.
A_DETAIL = re.compile(
    r"\b(?:mijn|ons|onze|zijn|haar|een|de|het|die|dat) (?:[\w-]{1,20} )?"
    r"(?:[\w-]{0,20}nummer|foto\w*|[\w-]{0,10}naam|persoonsgegevens|[\w-]{0,10}adres|logo|typefout)\b",
    re.IGNORECASE,
)
CANCELLED_SUBJECT = re.compile(
    r"^\W{0,3}(?:(?:re|fwd?|antw|doorst)\s?:\s?){0,4}\W{0,3}(?:afgelast|"
    r"geannuleerd|gecanceld|cancell?ed|annulering|afmelding activiteit|"
    r"gaat niet door|vervalt|vervallen|intrekking)\b",
    re.IGNORECASE,
)
NOT_CANCELLED = re.compile(
    r"\b(?:als|indien|mocht|tenzij|wanneer|alleen bij|bij (?:slecht|te weinig|regen|onvoldoende|"
    r"storm|onweer|code)|in geval van|"
    r"vorig\w* jaar|destijds|in 20\d\d)\b|\bof het\b.{0,30}doorga|niet geannuleerd|"
    r"gaat (?:ook )?(?:gewoon|wel) door|(?:kaart|plaats|reservering|aanmelding|recht)\w* "
    r".{0,40}verv|kosteloos annuleren",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"wijzig|\bandere (?:tijd|zaal|locatie|datum|plek|dag|plaats)|verplaatst|"
    r"verplaatsen|\bverzet\b|verzetten|uitgesteld|vervroegd|verlaat naar|"
    r"\baangepaste?\b|aanpassing|aanpassen|correctie|rectificatie|verschoven|verschuift|schuift|"
    r"(?:locatie|zaal|tijd|datum|plaats|adres|aanvang\w*|begintijd|dag) verandert|"
    r"(?:eerder|later) dan (?:gepland|gemeld|doorgegeven)|begint (?:\w+ "
    r"){0,4}(?:later|eerder)|niet (?:meer )?(?:om|op|in|van|bij) .{2,60}\bmaar (?:\w+ )?(?:om|op|"
    r"in|van|bij|naar)|"
    r"foutje|vergissing|klopte? (?:toch )?niet|verkeerde? (?:datum|tijd\w*|link|adres|plaats|dag|"
    r"zaal|postcode|\w*nummer|\w*adres|aanvangs\w+)|"
    r"\bbijgewerkt\b|\btoch (?:niet )?(?:op|om|in)\b|bijgesteld|had moeten (?:zijn|staan)|"
    r"moe(?:t|st|ten)(?: [\w.-]{1,20}){0,4} zijn\b|"
    r"fout(?:je)? (?:geslopen|gemaakt|in (?:onze|mijn|de))|"
    r"heet (?:voortaan|nu)\b|(?:nieuwe|andere) naam\b|\b(?:ipv|i\.p\.v\.)|aanvulling op",
    re.IGNORECASE,
)
ASKS_CHANGE = re.compile(
    r"\b(?:kunnen|willen|kun|wil|kunt|wilt) (?:jullie|u|je)\b.{0,80}\b(?:wijzigen|veranderen|"
    r"aanpassen|corrigeren|verbeteren|vervangen|bijwerken|maken)\b",
    re.IGNORECASE,
)
# What stands there is not so: "begint niet om 9.00 uur maar om 9.30 uur".
INSTEAD = re.compile(
    r"\bniet\b.{0,40}\bmaar\b|\bin plaats van\b|"
    r"\b(?:uur|kwartier|dag|week) (?:later|eerder)\b",
    re.IGNORECASE,
)
# Something that was fixed got another day or place: nobody says so of what is new.
MOVED = re.compile(
    r"\b(?:is|wordt|zijn|worden)\b[^.!?]{0,60}\b(?:uitgesteld|verplaatst|verzet|gewijzigd|"
    r"vervroegd|verschoven|omgezet)\b",
    re.IGNORECASE,
)
MAY_CHANGE = re.compile(
    r"(?:half uur|uur|uurtje|kwartier|minuten|dag|week) (?:later|eerder)\b|"
    r"verhuist|verhuizen|in plaats van|nieuwe (?:datum|tijd|locatie|zaal|link|tijden|aanvangstijd|"
    r"plek)|aanvulling|wordt nu|is nu\b|niet meer\b|verandert|veranderd|uitgebreid|\btoch\b|"
    r"extra (?:info|informatie)|(?:nog )?toevoegen|aanvullen|erbij zetten|ontbrak|"
    r"vergeten|definitie|bekend",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"(?:overige|andere) .{0,40}(?:blijven|gaan door|ongewijzigd)|zoals (?:opgegeven|gemeld|"
    r"gepland)|"
    r"nog steeds|ongewijzigd|nog even over|"
    r"(?:onze|mijn|eerdere?|vorige|laatste) (?:\w+ ){0,2}(?:aanmelding|inzending|opgave|mail|"
    r"e-mail|bericht|aankondiging)|"
    r"eerder (?:\w+ ){0,2}(?:gemeld|doorgegeven|aangemeld|gestuurd|gemaild|ingestuurd|opgegeven)|"
    r"(?:sta(?:at|an)|stond\w*) (?:\w+ ){0,4}(?:op (?:de|jullie) (?:site|website)|in (?:de|jullie)"
    r" agenda)|(?:doorgaven|aanmeldden|instuurden|doorgegeven|aangemeld|opgegeven|ingestuurd)\b|"
    r"vorige week (?:\w+ ){0,3}(?:gemeld|gestuurd)",
    re.IGNORECASE,
)
# One more of the same sender, told in an answer about the first.
ANOTHER = re.compile(
    r"\b(?:ook|nog|meteen) (?:\w+ ){0,2}(?:deze|eentje|een (?:tweede|andere|extra|nieuwe)|"
    r"een activiteit)\b|\b(?:tweede|volgende|andere|nieuwe|extra) (?:activiteit|bijeenkomst|"
    r"aanmelding)\b|\bdaarnaast (?:organis|houd|hebben|geven|is er)\w*|\bnaast\b.{3,60}\book\b",
    re.IGNORECASE,
)
MATERIAL = re.compile(
    r"foto(?:'|’)?s?\b|\bfoto\b|plaatjes\b|toolbox|verslag|presentatie|\bdia(?:'|’)?s\b|"
    r"hand-?outs?\b|aftermovie|\bfilm(?:pje|s|pjes)?\b|\bvideo|opname|terugblik|terugkijk|"
    r"handreiking|handleiding|\bposter\b|\bsheets\b|\bmateria(?:al|len)\b|impressie|\bbrochure|"
    r"\bfolder\b|\bflyer|infographic|werkblad\w*|lesbrief|powerpoint|podcast|geslaagd|\blogo\b|"
    r"documentaire|gesprekskaart\w*|checklist|factsheet|beeldmateriaal|\bbeeld\b|stappenplan|"
    r"rapport\b|onderzoek\b|\bgids\b|e-book|animatie|praatplaat|publicatie|artikel\b|rechtenvrij",
    re.IGNORECASE,
)
FREE_USE = re.compile(
    r"vrij te (?:delen|gebruiken|verspreiden|downloaden)|(?:vrij|gratis|gerust|rustig) "
    r"(?:\w+ ){0,3}(?:gebruik\w*|delen|deel|verspreid\w*|download\w*|overnemen|toolbox)|"
    r"mag (?:iedereen|je|men|u) (?:\w+ )?gebruiken|iedereen mag (?:\w+ ){0,3}(?:gebruik\w*|"
    r"delen|downloaden)|mag door iedereen|"
    r"(?:in|voor|bij|aan|op) (?:in )?(?:de|jullie|onze) (?:toolbox|verzameling|materialen|"
    r"partnerpagina|archief|fotopagina|terugblik)|mogen (?:\w+ ){0,3}(?:op de site|gebruikt|"
    r"gedeeld)",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"\bwas (?:het|een|er|erg|weer|zeer|heel)\b|\bwat was\b|\bwaren er\b|gisteren|afgelopen "
    r"(?:week|maan|dins|woens|donder|vrij|zater|zon)|terugblik|kijken (?:\w+ ){0,4}terug|"
    r"geslaagd|mochten we|\bgenoten\b|vorige week|(?:dank|bedankt) voor (?:de|jullie|een|alle) "
    r"(?:komst|mooie|geslaagde|inzet)",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"overwegen|overweeg|\b(?:we|wij|ik)\b.{0,40}\bmisschien\b|misschien (?:willen|kunnen|gaan) |"
    r"\b(?:een|het) idee (?:om|voor|was)|denken (?:erover|eraan|na |aan )|te denken aan|"
    r"(?:zou|zouden) (?!je|jij|u|jullie)(?:\w+ ){0,4}(?:willen|meedoen|aanhaken|(?:iets|wat) "
    r"(?:doen|organiseren))|weten (?:\w+ )?(?:niet|nog niet) (?:\w+ )?(?:of|wat|hoe|welke)\b|"
    r"\biets (?:te )?(?:doen|organiseren)\b|is dat te laat|weten we pas|"
    r"nog niet (?:zeker|bekend|definitief|rond|vast|uit)|plannen om|twijfel|dubben|"
    r"knoop .{0,20}door|nog geen (?:datum|idee)|"
    r"van plan|kan dat nog\b|onder voorbehoud|\bbroeden\b|niets? vast\b|nog niet op de (?:site|"
    r"agenda)|moet er nog over",
    re.IGNORECASE,
)
TENTATIVE = re.compile(
    r"onder voorbehoud|niets? vast\b|vragen? vooraf|in de agenda hoeft|denken (?:we|"
    r"wij) (?:\w+ )?na over|"
    r"nog (?:niets?|niks) (?:van )?(?:op de|in de|plaatsen|"
    r"publiceren)|(?:zet|plaats|publiceer) (?:[\w’']+ ){0,4}nog (?:niet|niets|niks)\b|nog geen "
    r"(?:aanmelding|opgave|inzending)|moet er nog over|"
    r"(?:twijfelen|dubben|weifelen|twijfel) (?:nog )?(?:tussen|over|of)\b|"
    r"(?:zodra|als) (?:we|wij|ik) (?:\w+ ){0,3}knoop|eruit zijn|"
    r"(?:telt|geldt) (?:zoiets|dit|"
    r"dat) (?:mee )?als",
    re.IGNORECASE,
)
# A detail that is still open does not make the whole uncertain.
HEDGED_DETAIL = re.compile(
    r"(?:locatie|zaal|lokaal|ruimte|programma|spreker\w*|sprekers|link|adres|plek|tijden|tijd|"
    r"kosten|aantal).{0,60}nog niet|nog niet .{0,40}(?:locatie|zaal|sprekers?|programma|link)",
    re.IGNORECASE,
)
VISIT = re.compile(
    r"\bik (?:kom|ga|wil|zou|heb me|ben van plan)\b.{0,80}(?:bijwonen|deelnemen|aanmelden|"
    r"inschrijven|opgeven|naar (?:de|het|een|jullie)|komen|aanwezig)|"
    r"\b(?:zag|las|vond|lees|zie|zagen|lazen) .{0,40}(?:op|in) (?:jullie|de|uw) (?:site|agenda|"
    r"website)|\b(?:me|mij|ons) (?:graag )?(?:aanmelden|inschrijven|opgeven) voor|"
    r"met (?:een|twee|drie|vier|\d) person|kaart(?:je)?s? (?:bestellen|reserveren|kopen)|"
    r"als bezoeker",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"\b(?!zou|wil|kun|kon|mog|moe|heb|zit|hor|wet|zoek|vrag|ove|den|zij|war|kom|vind|zul|won|hop)"
    r"[a-z]{3,20}en (?:wij|we)\b|"
    r"organise\w+|organisearje|\bhouden\b|\bhoudt\b|verzorg\w+|\bopen(?:en|t)\b|\bstart\w*|"
    r"\bgeven (?:wij|we)|(?:wij|we) geven|\bgeeft\b|vind(?:t|en) .{0,60}plaats|plaatsvind\w*|"
    r"presente\w+|\bbied(?:en|t)\b|trap(?:pen|t)\b.{0,40}af|\bdeur(?:en)?\b|"
    r"nodig\w* .{0,60}\buit\b|uitgenodigd|welkom\b|(?:wij|we) doen|doen (?:wij|we)|"
    r"bijdrage|steentje|aanschuiven|binnenlopen|langskomen|\bkom(?:t|en)? (?:ook|langs|allen|"
    r"gerust)|te gast|\bgaa?n? (?:wij|we)\b|(?:wij|we) gaan|\b(?:is|komt|zijn) er\b|\ber "
    r"(?:is|komt|zijn)\b|zitten (?:wij|we)|aankondig\w*|laten (?:wij|we)|(?:wij|we) laten|"
    r"(?:maken|lopen|praten|vieren|ontvangen|vertonen|draaien|zetten|staan|bakken|koken) (?:wij|"
    r"we)\b|(?:wij|we) (?:maken|lopen|praten|vieren|ontvangen|vertonen|draaien|zetten|staan|"
    r"willen|bakken|koken)|toegang|entree|\binloop|meelopen|aanmelden (?:kan|via|is|voor)|"
    r"inschrijven|inschrijving|opgeven|\bstaat\b|nemen .{0,80}over\b|verzamelen|bedoeld voor|"
    r"\bvoor (?:iedereen|ouders|alle)",
    re.IGNORECASE,
)
ASKS_INDIRECT = re.compile(
    r"(?:hoor|horen|verneem|vernemen|benieuwd|weet|weten|vraag me af|vragen ons af|vroeg me af)"
    r"(?:\s\w+){0,4}\s(?:of|wat|hoe|wanneer|waar|welke|tot)\b|is het (?:nog )?mogelijk|"
    r"\bvraagje\b.{0,5}$|ik heb een vraag|wij hebben een vraag|we hebben een vraag",
    re.IGNORECASE,
)
ASKS_SHORT = re.compile(r"(?:kan|mag|lukt|klopt) (?:dat|dit|het)\s?\?$", re.IGNORECASE)
ASKS_US = re.compile(
    r"\b(?:jullie|ik|wij|we|mij|ons|ergens)\b|\bkunt u\b|\bkun je\b|\b(?:is|zijn|komt) er\b|"
    r"\btot wanneer\b|te laat",
    re.IGNORECASE,
)
TO_READER = re.compile(
    r"\b(?:je|jij|jouw|u|uw)\b|^(?:wat|waarom|hoe|wie) (?:als|kan|is|zijn|helpt|werkt|betekent)\b|"
    r"^(?:voor wie|waar|wanneer|wat|hoe laat|kosten|wie)\?",
    re.IGNORECASE,
)
PLACE_QUESTION = re.compile(
    r"plaats(?:en|t)\b|opnemen|opgenomen|\bzetten\b|op (?:de|jullie) (?:site|website)|"
    r"in (?:de|jullie|die) (?:\w+ )?(?:agenda|kalender|actieweek)|erbij|toevoegen|meenemen|"
    r"vermelden|\bdelen\b|nog mee\b|publiceren|aankondigen|aanpassen|wijzigen|verwerken|"
    r"doorvoeren|doorzetten|doorsturen|veranderen|"
    r"afhalen|verwijderen|goed zo|ontvangst bevestigen|gelukt",
    re.IGNORECASE,
)
# "Mag onze wandeling ook in jullie agenda?"
MAY_BE_PLACED = re.compile(
    r"\b(?:mag|mogen|kan|kunnen) (?:onze?|mijn|deze|dit|ons)\b[^?]{0,60}\b(?:in|op) "
    r"(?:de|jullie|uw|het) (?:\w+ )?(?:agenda|kalender|site|website|programma)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\bvraag(?:je)?\b|\bvragen (?:over|we|wij|ons|of)\b|tot wanneer|\bhoe (?:kan|kunnen|moet|"
    r"werkt|meld)|\bmag (?:ik|dat|je|een|het)|"
    r"kun(?:nen|t)? (?:u|jullie|je|wij|we|ik)|\bweten jullie|is het mogelijk|graag (?:hoor|"
    r"willen weten|weten)|wat kost|wie kan|waar (?:vind|kan)",
    re.IGNORECASE,
)
