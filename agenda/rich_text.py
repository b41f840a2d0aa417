"""Texts that editors write: Markdown to safe HTML."""

import markdown
import nh3
from django.utils.safestring import SafeString, mark_safe

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "blockquote"}


def rendered(text: str) -> SafeString:
    """Whatever the text holds, only the tags above and web or mail links come out."""
    html = markdown.markdown(text, output_format="html")
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    )
    return mark_safe(clean)
