import pytest

from agenda.rich_text import rendered


def test_markdown_becomes_html():
    assert rendered("Een *week*.\n\n- a\n- b").startswith("<p>Een <em>week</em>.</p>")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '<a href="https://x.nl" onclick="y">x</a>',
        "<img src=x onerror=y>",
        '<p style="position:fixed">x</p>',
    ],
)
def test_what_could_run_is_taken_out(text):
    html = rendered(text)
    for never in ("script", "javascript", "onclick", "onerror", "style"):
        assert never not in html
