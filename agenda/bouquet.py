"""Every activity is a flower; an edition is the bouquet of its activities. Here as SVG.

The drawings themselves are pure shapes in `drawing`, where `pictures` paints the same with Pillow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape

from agenda.drawing.arrangement import HEIGHT, MOST_DRAWN, TAG, WIDTH, arranged, top
from agenda.drawing.bloom import Bloom, Layer, bloom, single
from agenda.drawing.flowers import INK, LINE, VARIANTS
from agenda.drawing.svg import Drawing, transform
from agenda.models import Species

__all__ = ["MOST_DRAWN", "Bloom", "bloom", "bouquet_svg", "flower_svg", "flower_use", "sprite"]

# Of all ids, so that a flower on a card finds its drawing in the page's bouquet or sprite.
PREFIX = "b"
INHERITED = (
    f'fill="none" stroke="{INK}" stroke-width="{LINE}"'
    ' stroke-linecap="round" stroke-linejoin="round"'
)


def sprite(flowers: Iterable[Bloom]) -> str:
    """A hidden SVG with the drawings of `flower_use`; once on a page that shows no bouquet."""
    return _sprite(frozenset(replace(flower, tilt=0, size=1) for flower in flowers))


@lru_cache(maxsize=8)  # of some 60 KB; a change of one activity seldom brings another drawing
def _sprite(flowers: frozenset[Bloom]) -> str:
    defs = _drawing([layer for flower in flowers for layer in single(flower)]).defs()
    return (
        f'<svg class="sprite" width="0" height="0" aria-hidden="true">{defs}</svg>' if defs else ""
    )


def draw_everything() -> None:
    """Every drawing there is, so that processes forked after this have them in common."""
    sprite(
        Bloom(species, variant, cancelled=cancelled)
        for species in Species
        for variant in range(VARIANTS)
        for cancelled in (False, True)
    )


def flower_use(flower: Bloom) -> str:
    """One flower on a page that holds the `sprite`; the kind stands beside it in words."""
    uses = "".join(_use(layer) for layer in single(flower))
    return f'<svg class="flower" viewBox="0 0 200 260" aria-hidden="true" {INHERITED}>{uses}</svg>'


def flower_svg(flower: Bloom, title: str) -> str:
    """One flower that needs nothing else on the page, with a name of its own."""
    return _document(single(flower), "flower", "0 0 200 260", title)


def bouquet_svg(
    flowers: Sequence[Bloom],
    *,
    title: str,
    description: str,
    label: str = "",
    also: Sequence[Bloom] = (),
) -> str:
    """The bouquet of an edition.

    `flowers` come newest first, and at most `MOST_DRAWN` are drawn. `label` hangs from the ribbon,
    in lines. `also` are flowers that stand elsewhere on the page by `flower_use`.
    """
    begin = top(flowers)
    box = f"0 {begin} {WIDTH} {HEIGHT - begin}"
    layers = arranged(flowers, label)
    more = [layer for flower in also for layer in single(flower)]
    return _document(layers, "bouquet", box, title, description, _label(label), more)


def _document(
    layers: Sequence[Layer],
    css_class: str,
    box: str,
    title: str,
    description: str = "",
    after: str = "",
    also: Sequence[Layer] = (),
) -> str:
    drawing = _drawing([*layers, *also])
    drawn = "".join(_use(layer) if layer.name else drawing.body(layer.shapes) for layer in layers)
    words = f"<title>{escape(title)}</title>"
    words += f"<desc>{escape(description)}</desc>" if description else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" role="img" viewBox="{box}"'
        f" {INHERITED}>{words}<defs>{drawing.defs()}</defs>{drawn}{after}</svg>"
    )


def _drawing(layers: Iterable[Layer]) -> Drawing:
    drawing = Drawing(PREFIX, LINE)
    for name, layer in sorted({layer.name: layer for layer in layers}.items()):
        if name:
            drawing.symbol(name, layer.shapes)
    return drawing


def _use(layer: Layer) -> str:
    # Line drawings follow the text's colour in dark mode, the others keep their ink.
    line = ' class="line"' if layer.name.endswith("-lijn") else ""
    return f'<use href="#{PREFIX}{layer.name}"{line}{transform(layer.move)}/>'


def _label(label: str) -> str:
    if not label:
        return ""
    rows = label.splitlines()
    spans = "".join(
        f'<tspan x="86" y="{49 + 22 * (index - (len(rows) - 1) / 2):g}">{escape(row)}</tspan>'
        for index, row in enumerate(rows)
    )
    return (
        f'<text{transform(TAG)} fill="{INK}" stroke="none" font-size="19" text-anchor="middle"'
        f' font-family="Actieweek, sans-serif" font-weight="700">{spans}</text>'
    )
