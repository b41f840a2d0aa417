"""In which municipality a place lies: places of one name, postcodes, and what contradicts."""

import pytest

from submissions.facts import Facts
from submissions.reading.drafting import ReadDraft, draft
from submissions.reading.found import Found
from submissions.reading.venues import read_place_prose, read_place_value
from tests.submissions.readers import make_context, read, read_one

CONTEXT = make_context()
NAMES = {town.municipality: town.municipality_name for town in CONTEXT.towns.values()}


def home(facts: Facts) -> str:
    return NAMES.get(facts.municipality, "") if facts.municipality else ""


def of_label(value: str) -> ReadDraft:
    return draft(read_place_value(value, 0, CONTEXT, 0.95))[0]


def of_prose(text: str) -> ReadDraft:
    return draft(read_place_prose(text, CONTEXT))[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # A name that only one place bears, large and small, in both languages of Fryslân.
        ("Dorpshuis, Kerkstraat 1, Hantumerútbuorren", "Noardeast-Fryslân"),
        ("Dorpshuis, Kerkstraat 1, Hantumeruitburen", "Noardeast-Fryslân"),
        ("Kerkstraat 1, St. Annaparochie", "Waadhoeke"),
        ("Kerkstraat 1, Sint-Annaparochie", "Waadhoeke"),
        ("Kerkstraat 1, 't Goy", "Houten"),
        ("Kerkstraat 1, 7981 EE Diever", "Westerveld"),
        ("Kerkstraat 1, 9131 AB Ee", "Noardeast-Fryslân"),
        ("Kerkstraat 1, ’s-Heerenberg", "Montferland"),
        ("Kerkstraat 1, Weesp", "Amsterdam"),
        ("Kerkstraat 1, Hoogwoud", "Opmeer"),
        # What stands behind the name.
        ("Kerkstraat 1, Velp (Gld)", "Rheden"),
        ("Kerkstraat 1, Velp (NB)", "Land van Cuijk"),
        ("Kerkstraat 1, Velp (N.-Br.)", "Land van Cuijk"),
        ("Kerkstraat 1, Velp NB", "Land van Cuijk"),
        ("Kerkstraat 1, Velp (Noord-Brabant)", "Land van Cuijk"),
        ("Kerkstraat 1, Velp, gemeente Land van Cuijk", "Land van Cuijk"),
        ("Kerkstraat 1, Winsum (gemeente Het Hogeland)", "Het Hogeland"),
        ("Kerkstraat 1, Winsum, Waadhoeke", "Waadhoeke"),
        ("Kerkstraat 1, Winsum (Fr.)", "Waadhoeke"),
        ("Kerkstraat 1, Hengelo (Gld)", "Bronckhorst"),
        ("Kerkstraat 1, Hengelo Gld", "Bronckhorst"),
        ("Kerkstraat 1, Hengelo (O)", "Hengelo"),
        ("Kerkstraat 1, Bergen (NH)", "Bergen (NH.)"),
        ("Kerkstraat 1, Bergen, Limburg", "Bergen (L.)"),
        # A postcode beside it.
        ("Kerkstraat 1, 3921 AB Elst", "Rhenen"),
        ("Kerkstraat 1, 6661 AB Elst", "Overbetuwe"),
        ("Kerkstraat 1, 3921 Elst", "Rhenen"),
        ("Kerkstraat 1, Elst, 3921 AB", "Rhenen"),
        ("Kerkstraat 1, 2063 AB Spaarndam", "Haarlem"),
        ("4 juni 2027 Spaarndam", ""),
        ("Kerkstraat 1, 7255 AB Hengelo", "Bronckhorst"),
        ("Kerkstraat 1, 9751 AB Haren", "Groningen"),
        ("Kerkstraat 1, 5368 AB Haren", "Oss"),
        ("Kerkstraat 1, 6573 AB Beek", "Berg en Dal"),
        ("Kerkstraat 1, 7037 AB Beek", "Montferland"),
        ("Kerkstraat 1, 7382 AB Klarenbeek", "Voorst"),
        ("Kerkstraat 1, 4023 AB Rijswijk", "Buren"),
        # Without help: the one that is meant, or none.
        ("Kerkstraat 1, Hengelo", "Hengelo"),
        ("Kerkstraat 1, Rijswijk", "Rijswijk"),
        ("Kerkstraat 1, Velp", "Rheden"),
        ("Kerkstraat 1, Valkenburg", ""),
        ("Kerkstraat 1, Winsum", ""),
        ("Kerkstraat 1, Zuidwolde", ""),
    ],
)
def test_what_decides_between_places_of_one_name(value: str, expected: str) -> None:
    facts = of_label(value).facts
    assert home(facts) == expected
    assert facts.town


def test_of_several_in_one_province_the_province_is_known() -> None:
    facts = of_label("Kerkstraat 1, Oudega").facts
    assert (facts.town, home(facts), facts.province) == ("Oudega", "", "Fryslân")
    assert of_label("Kerkstraat 1, Valkenburg").facts.province == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kerkstraat 1, 6711 XB", ("Ede", "Gelderland")),
        ("De Kring, Kerkstraat 1, 6711XB", ("Ede", "Gelderland")),
        ("6711 XB", ("Ede", "Gelderland")),
        ("6711", ("Ede", "Gelderland")),
        ("postcode 9291", ("Noardeast-Fryslân", "Fryslân")),
        ("Kerkstraat 6711", ("", "")),
        ("1000 AA", ("", "")),  # given out to nobody who lives there
    ],
)
def test_a_postcode_alone_tells_municipality_and_province(
    value: str, expected: tuple[str, str]
) -> None:
    facts = of_label(value).facts
    assert (home(facts), facts.province) == expected
    assert facts.town == ""


def test_a_postcode_in_running_text_does_too_and_says_where_it_stands() -> None:
    text = "We zijn te vinden aan de Dorpsstraat 4, 6711 XB. Parkeren kan achter het huis."
    told = of_prose(text)
    assert home(told.facts) == "Ede"
    found = told.found["municipality"]
    assert text[found.start : found.end] == found.quote == "6711 XB"
    assert 0.5 < found.confidence < 0.95


@pytest.mark.parametrize(
    "text",
    [
        "In 2027 doen er 6711 leerlingen mee.",
        "Bel 6711 voor vragen over 1506 en 2611.",
        "Van 1400 tot 1630 uur is de zaal open.",
    ],
)
def test_four_figures_in_running_text_are_no_postcode(text: str) -> None:
    assert of_prose(text).facts.municipality == ""


def test_the_town_wins_from_a_postcode_that_contradicts_it() -> None:
    told = of_label("Kerkstraat 1, 6701 AB Ede")
    assert (home(told.facts), told.facts.postcode) == ("Ede", "6701 AB")
    found = told.found["municipality"]
    assert found.quote == "Ede"
    assert [NAMES[one.value] for one in found.alternatives] == ["Wageningen"]
    assert found.alternatives[0].quote == "6701 AB"


def test_a_postcode_of_elsewhere_does_not_choose_for_a_name_of_several() -> None:
    facts = of_label("Kerkstraat 1, 6701 AB Valkenburg").facts
    assert (facts.town, home(facts), facts.province) == ("Valkenburg", "", "")


def test_the_town_wins_also_when_label_and_postcode_stand_apart() -> None:
    facts = read_one(
        "Wat: inloop verzuim\nWanneer: 2 juni 2027, 14.00 uur\n"
        "Adres: Kerkstraat 1, 6701 AB\nPlaats: Ede"
    )
    assert (facts.town, home(facts), facts.province) == ("Ede", "Ede", "Gelderland")


def test_what_a_name_could_mean_as_well_is_an_alternative() -> None:
    found = of_label("Kerkstraat 1, Velp").found["municipality"]
    assert [NAMES[one.value] for one in found.alternatives] == ["Land van Cuijk"]
    assert all(one.confidence < 0.5 for one in found.alternatives)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ""),
        ("Groet,\nGemeente Valkenburg aan de Geul", "Valkenburg aan de Geul"),
        ("Groet,\nLeerplicht Katwijk", "Katwijk"),
        ("Groet,\nAnna\nHoofdstraat 2\n2235 AB Valkenburg", "Katwijk"),
        ("Wij werken in heel Limburg.\n\nGroet,\nAnna", "Valkenburg aan de Geul"),
        ("Ook Katwijk en Valkenburg aan de Geul doen mee.", ""),
        ("Groet,\nGemeente Ede, 6711 XB", ""),
    ],
)
def test_the_rest_of_the_mail_decides_what_the_name_leaves_open(more: str, expected: str) -> None:
    facts = read_one(f"Op 2 juni is er open huis in De Kring in Valkenburg, voor ouders.\n\n{more}")
    assert (facts.town, home(facts)) == ("Valkenburg", expected)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Groet,\nGemeente Bronckhorst", "Bronckhorst"),
        ("Ook ouders uit Bronckhorst zijn welkom.", "Hengelo"),
        ("Wij werken in heel Gelderland.", "Hengelo"),
    ],
)
def test_a_name_that_is_meant_needs_more_to_mean_another(more: str, expected: str) -> None:
    facts = read_one(f"Op 2 juni is er open huis in Hengelo, voor ouders.\n\n{more}")
    assert home(facts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Best veel ouders komen, en dat is Echt leuk. Made by us.",
        "Handel, Winkel en Horeca doen mee. Groet, Rien",
        "Wij zijn er voor heel Nederland. In Nederland wordt veel verzuimd.",
        "Leerlingen in Zeeland en in Zurich doen mee.",
        "We blijven in de wijk. De Wijk, dat is van ons. De wijk, de Hoef en de punt.",
        "Een partij in handel en in winkel, in de krim.",
        "Mevrouw De Vries en de heer Van Driel, Jan Rutten en Lies Monster komen ook.",
        "Contact: Erica Linden, Hank Nijland en Joppe van Velden.",
        "Onderwijs, Zorg, Werk, Handel, Sluis en Waarde: wie doet wat?",
    ],
)
def test_words_and_names_of_people_are_no_towns(text: str) -> None:
    assert of_prose(text).facts.town == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We zitten in Best.", "Best"),
        ("We zitten in Handel bij de kerk.", "Gemert-Bakel"),
        ("Kerkstraat 1, 8362 AB Nederland", "Steenwijkerland"),
        ("Kerkstraat 1, 5411 AB Zeeland", "Maashorst"),
        ("We zitten in de Krim.", "Hardenberg"),
        ("We zitten in De Lutte.", "Losser"),
        ("We zitten in gorssel.", "Lochem"),
    ],
)
def test_in_the_place_of_a_place_they_are(text: str, expected: str) -> None:
    assert home(of_prose(text).facts) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *[("Best", "Best"), ("Horst", "Horst aan de Maas"), ("Elst", "Overbetuwe")],
        *[("best", ""), ("Bij De Horst", ""), ("De Wijk", ""), ("Een winkel", "")],
        *[("Sluis", "Sluis"), ("Nederland", "")],
    ],
)
def test_a_place_label_may_hold_nothing_but_such_a_name(value: str, expected: str) -> None:
    assert home(of_label(value).facts) == expected


def test_online_has_no_municipality_by_its_postcode() -> None:
    (one,) = read(
        "Wat: webinar verzuim\nWanneer: 2 juni 2027, 14.00 uur\nWaar: online via Teams\n"
        "Postcode: 6711 XB"
    ).drafts
    assert one.facts.municipality == ""


def test_alternatives_of_the_town_keep_its_words() -> None:
    found = draft(
        [
            Found("town", "Ede", 10, 13, "Ede", confidence=0.6),
            Found("municipality", "GM0289", 0, 7, "6701 AB", confidence=0.9),
            Found("municipality", "GM0228", 10, 13, "Ede", confidence=0.6),
        ]
    )[0].found["municipality"]
    assert (found.value, found.quote) == ("GM0228", "Ede")
    assert [one.value for one in found.alternatives] == ["GM0289"]
