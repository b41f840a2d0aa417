import io

import pytest
from PIL import Image

from agenda.bouquet import flower_svg
from agenda.drawing import pictures
from agenda.drawing.bloom import Bloom, bloom
from agenda.drawing.flowers import CORN, EARTH, LAVENDER, LEAF, PAPER, POPPY, ROSE, SUN
from agenda.drawing.pictures import bouquet_picture, face, flower_picture
from agenda.models import Species, Status
from agenda.when import When
from tests.agenda.test_bouquet import ONE, some_flowers
from tests.factories import make_activity, make_municipality

PETALS = {
    Species.SUNFLOWER: SUN,
    Species.POPPY: POPPY,
    Species.CORNFLOWER: CORN,
    Species.LAVENDER: LAVENDER,
    Species.DAISY: SUN,
    Species.ROSE: ROSE,
    Species.DANDELION: EARTH,
}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def pixels_of(image: Image.Image, colour: str) -> int:
    """How many are nearly of that colour."""
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return sum(
        count
        for count, found in image.getcolors(1 << 24)
        if all(abs(a - b) < 12 for a, b in zip(found, wanted, strict=True))
    )


@pytest.mark.parametrize("species", Species)
def test_picture_has_the_colours_of_the_svg(species):
    image = opened(flower_picture(Bloom(species), "Titel", "4 juni 2019"))
    assert image.size == (1200, 630)
    assert PETALS[species] in flower_svg(Bloom(species), "Titel")
    assert pixels_of(image, PETALS[species]) > 300
    assert pixels_of(image, LEAF) > 1000


def test_cancelled_flower_has_no_colour_in_a_picture_either():
    image = opened(flower_picture(bloom("klaproos", ONE, cancelled=True), "", ""))
    assert pixels_of(image, POPPY) == 0
    assert pixels_of(image, "#1E2433") > 1000


def test_pictures_are_the_same_every_time():
    flowers = some_flowers(12)
    once, again = (bouquet_picture(flowers, "2019", "Actieweek", "juni") for _ in range(2))
    assert once == again


def test_bouquet_picture_fills_the_right_and_stays_small():
    content = bouquet_picture(some_flowers(60), "Actieweek\n2019", "Actieweek 2019", "3 t/m 7 juni")
    image = opened(content)
    right = image.crop((700, 20, 1180, 500))
    assert pixels_of(right, PAPER) < right.width * right.height * 0.6
    assert len(content) < 300_000


def test_a_title_of_any_length_fits():
    for title in ("x" * 150, "woord " * 25, "", "é\u200f😀"):
        assert opened(flower_picture(Bloom(Species.ROSE), title, "")).size == (1200, 630)


def test_face_has_the_letters_of_dutch():
    font = face(20)
    unknown = font.getmask("\uffff").tobytes() if hasattr(font.getmask("a"), "tobytes") else None
    for letter in "éëïüöêèáàçó€‘’“”–…":
        assert font.getlength(letter) > 0
        if unknown is not None:
            assert font.getmask(letter).tobytes() != unknown


@pytest.mark.django_db
def test_picture_of_an_activity_tells_title_day_and_place(client, monkeypatch):
    told = []

    def draw(flower, title, below):
        told.append((title, below))
        return b""

    monkeypatch.setattr(pictures, "flower_picture", draw)
    make_activity(slug="ede", title="Kom langs", town="Ede")
    make_activity(slug="thuis", title="Kijk mee", attendance="online", when=When())
    make_activity(slug="af", title="Wandeling", municipality=make_municipality("Zeist"),
                  status=Status.CANCELLED)  # fmt: skip
    for slug in ("ede", "thuis", "af"):
        client.get(f"/2019/agenda/{slug}.png")
    assert told == [
        ("Kom langs", "maandag 3 juni 2019\nEde"),
        ("Kijk mee", "datum niet bekend\nOnline"),
        ("Gaat niet door: Wandeling", "maandag 3 juni 2019\nZeist"),
    ]


def test_every_line_at_the_foot_of_a_picture_stays_left_of_the_flower():
    below = "maandag 3 juni t/m donderdag 6 juni 2019\nNieuwerkerk aan den IJssel"
    image = opened(flower_picture(Bloom(Species.ROSE), "Titel", below))
    rows = [image.crop((70, top, 680, top + 44)) for top in (428, 476, 524)]
    assert all(pixels_of(row, "#1E2433") > 300 for row in rows)
    assert pixels_of(image.crop((690, 420, 760, 570)), "#1E2433") == 0
