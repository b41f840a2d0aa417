import random
import re
from uuid import UUID
from xml.etree import ElementTree

import brotli
import pytest

from agenda.bouquet import MOST_DRAWN, Bloom, bloom, bouquet_svg, flower_svg, flower_use, sprite
from agenda.drawing.arrangement import KNOT, arranged
from agenda.drawing.flowers import PAPER
from agenda.models import Species

SVG = "{http://www.w3.org/2000/svg}"
ONE = UUID("10b5cc20-c46c-5fbe-982a-60ca6682064d")


def some_flowers(count: int, *, cancelled: float = 0) -> list[Bloom]:
    chance = random.Random(count)
    return [
        bloom(
            list(Species)[index % len(Species)],
            UUID(int=chance.getrandbits(128)),
            cancelled=chance.random() < cancelled,
        )
        for index in range(count)
    ]


def drawn(flowers: list[Bloom], **words: str) -> str:
    words = {"title": "Boeket", "description": "Bloemen", "label": "2019"} | words
    return bouquet_svg(flowers, **words)


def heads(svg: str) -> list[str]:
    """The symbols of the flowers' heads, from back to front."""
    species = "|".join(species.value for species in Species)
    return re.findall(rf'<use href="#b((?:{species})-\d(?:-lijn)?)"', svg)


def test_flower_of_an_id_never_changes():
    assert bloom("zonnebloem", ONE) == Bloom(
        Species.SUNFLOWER, variant=2, tilt=15, size=pytest.approx(1.08)
    )


@pytest.mark.parametrize("species", Species)
def test_ids_differ_in_tilt_petals_and_size(species):
    flowers = [bloom(species, UUID(int=number)) for number in range(200)]
    assert {flower.variant for flower in flowers} == {0, 1, 2}
    assert len({flower.tilt for flower in flowers}) == 7
    assert len({flower.size for flower in flowers}) == 7


def test_bouquet_is_the_same_every_time():
    assert drawn(some_flowers(20)) == drawn(some_flowers(20))


@pytest.mark.parametrize("count", [0, 1, 2, 7, 60, 61, 900])
def test_bouquet_is_well_formed_and_every_use_has_its_drawing(count):
    root = ElementTree.fromstring(drawn(some_flowers(count, cancelled=0.1)))
    defined = [node.get("id") for node in root.iter() if node.get("id")]
    used = {node.get("href").removeprefix("#") for node in root.iter(f"{SVG}use")}
    assert len(defined) == len(set(defined))
    assert used <= set(defined)


@pytest.mark.parametrize(("count", "cancelled"), [(60, 0), (60, 0.1), (900, 0.05)])
def test_full_bouquet_weighs_less_than_six_kilobytes_as_sent(count, cancelled):
    svg = drawn(some_flowers(count, cancelled=cancelled), label="Actieweek\n2019\nen nog 840")
    assert len(brotli.compress(svg.encode())) < 6 * 1024


def test_full_bouquet_gives_a_browser_few_elements_to_style():
    """Every `use` copies what it points at; 8000 of them took a phone most of a second."""
    root = ElementTree.fromstring(drawn(some_flowers(60)))
    named = {node.get("id"): node for node in root.iter() if node.get("id")}

    def styled(node: ElementTree.Element) -> int:
        copied = 1 + styled(named[node.get("href")[1:]]) if node.tag == f"{SVG}use" else 0
        return 1 + copied + sum(map(styled, node))

    assert sum(styled(node) for node in root if node.tag != f"{SVG}defs") < 1700


def test_at_most_sixty_flowers_are_drawn_and_they_are_the_newest():
    flowers = some_flowers(70)
    assert heads(drawn(flowers)) == [flower.name for flower in reversed(flowers[:MOST_DRAWN])]


def test_newest_stands_in_front():
    old, new = Bloom(Species.ROSE), Bloom(Species.DAISY)
    assert heads(drawn([new, old])) == ["roos-1", "madelief-1"]


def test_all_heads_stand_above_the_knot_and_inside_the_picture():
    flowers = some_flowers(60)
    for layer in arranged(flowers, ""):
        if layer.name in {flower.name for flower in flowers}:
            assert 60 < layer.move.x < 540
            assert 30 < layer.move.y < KNOT.y - 60


def test_without_activities_there_are_buds_and_an_invitation():
    svg = drawn([], label="Jouw\nactiviteit\nhier")
    assert heads(svg) == []
    assert "knop" in svg
    assert "activiteit" in svg


def test_words_for_screen_readers_are_escaped():
    svg = drawn([], title="A & B", description="<script>", label="<b>")
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "A & B"
    assert root.findtext(f"{SVG}desc") == "<script>"


def test_cancelled_flower_is_a_line_drawing_without_colour():
    svg = flower_svg(bloom("klaproos", ONE, cancelled=True), "Klaproos")
    assert set(re.findall(r'fill="(#\w+)"', svg)) == {PAPER}
    assert set(re.findall(r'stroke="(#\w+)"', svg)) == {"#1E2433"}


def test_flower_on_a_card_finds_its_drawing_in_the_sprite():
    flowers = some_flowers(9, cancelled=0.3)
    defined = set(re.findall(r'<symbol id="([^"]+)"', sprite(flowers)))
    for flower in flowers:
        assert set(re.findall(r'href="#([^"]+)"', flower_use(flower))) <= defined


def test_bouquet_holds_the_drawings_of_flowers_elsewhere_on_the_page():
    card = bloom("lavendel", ONE)
    svg = bouquet_svg(some_flowers(1), title="x", description="y", also=[card])
    assert f'<symbol id="b{card.name}"' in svg
    assert '<symbol id="bsteel"' in svg


def test_no_flowers_no_sprite():
    assert sprite([]) == ""
