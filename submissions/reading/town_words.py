"""Names of places that are more often something else."""

import re


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


_DE = "broek groeve hoef hoeve horst kiel klomp krim moer pijp pol punt rips steeg valk waal wijk"
# Words of every day, first names and surnames: with a capital, and only right after "in" or "te",
# or after a comma in the value of a place label.
EVERYDAY = frozenset(
    _words(
        """
        best echt leek made hoeven helden rijen haren grave lent balk doorn monster vries hall
        stad burg dam bergen beek  wel den nes kamp school bos hoek markt plein buren ten
        een heel mei online  putten zand loon dieren heeten berg hei spa son ell
        maarn maar  hengel werk wit zorg  praat  oost west noord zuid de het brug
        lage hoge schip gast huis kerk thuis   deel weert
        acht amen andel anderen ane baak baars basse beers beets boer born broek capelle dalen
        dijken ee ees eind elim elp engelen ens enter erica erm erp est etten gaast gestel groet
        handel hank hasselt hee heer hees heide hem hien horn horst ie iens joppe kaag kanis
        kats kessel kotten lage leur lies linde linden loo maren mechelen meers meeuwen
        middelaar mill neer nijland noorden nutter ool oranje partij peins philippine reek reeve
        rekken rha rhee riel rien rijs rutten schaft schijf schore sluis spier spijk spui tuil
        tuk veen velden vuren waal waarde well wetering wier winde winkel woold zegge zetten
        """
    )
) | {f"de {word}" for word in _words(_DE)}
# Here the other meaning is the usual one even after "in": a country, a province, a city abroad.
# They are only believed right after a postcode.
ELSEWHERE = frozenset({"bern", "giessen", "nederland", "zeeland", "zurich"})
