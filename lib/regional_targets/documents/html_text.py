"""A web page -> its text, in the order of the page; scripts and styles are dropped, nothing else.

Inscriptis does it because it follows the block model of browsers (a sentence over several spans stays one line) and
does not guess what is main text, as readability tools do: what they lose may be a target, and a menu does no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import DocumentError
from .encoding import decode

if TYPE_CHECKING:
    from inscriptis.model.config import ParserConfig
    from lxml.html import HtmlElement

# In the first bytes, where browsers look too, but farther: pages put long scripts before it.
DECLARATION = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
SEARCHED = 8192
BLOCKS = ("section", "form", "fieldset", "center", "dl", "dt", "dd", "caption", "table", "tr", "td", "th", "option")


def read_html(content: bytes) -> tuple[str, str, list[str]]:
    """Read a web page.

    Each cell of a table is parted by a tab from the one before, each row stands on lines of its own; elements that a
    style hides are kept, for scripts show them. Runs of blanks become one, as in a browser.

    Parameters
    ----------
    content
        The bytes of the page; its encoding is taken from the byte order mark, the `meta` element, or guessed.

    Returns
    -------
    tuple of str, str, list of str
        Text, encoding, warnings.

    Raises
    ------
    DocumentError
        When the encoding cannot be found or the page cannot be parsed.
    """
    from inscriptis.html_engine import Inscriptis
    from lxml import etree, html

    found = DECLARATION.search(content[:SEARCHED])
    page, encoding, warnings = decode(content, found[1].decode("ascii") if found else "")
    # The declaration is of the bytes; lxml refuses it in a decoded text.
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page)
    if not page.strip():
        return "", encoding, warnings
    try:
        tree = html.document_fromstring(page)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError(f"cannot be read as a web page ({error}). Save the page again from the browser.") from error
    # Word leaves processing instructions; where libxml2 is older than 2.14, Inscriptis would drop the text after one.
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    config = _config()
    for row in tree.iter("tr"):
        if row.find(".//table") is None:
            _flatten(row, config)
    return Inscriptis(tree, config).get_text(), encoding, warnings


def _config() -> ParserConfig:
    from inscriptis.css_profiles import STRICT_CSS_PROFILE
    from inscriptis.html_properties import Display
    from inscriptis.model.config import ParserConfig
    from inscriptis.model.html_element import HtmlElement
    from inscriptis.model.tag import CustomHtmlTagHandlerMapping

    def nothing(*_: object) -> None:
        """Leave an element to the block model: no drawn columns, no bullets that the page does not hold."""

    css = STRICT_CSS_PROFILE | {name: HtmlElement(display=Display.block) for name in (*BLOCKS, "ul", "ol")}
    css["q"] = HtmlElement()
    drawn = ("table", "tr", "td", "th", "ul", "ol", "li")
    mapping = CustomHtmlTagHandlerMapping(dict.fromkeys(drawn, nothing), dict.fromkeys(drawn, nothing))
    config = ParserConfig(css=css, custom_html_tag_handler_mapping=mapping)
    config.attribute_handler.attribute_mapping = {}
    return config


def _flatten(row: HtmlElement, config: ParserConfig) -> None:
    """Replace a row's cells by their texts with tabs between; side by side, their lines would mix."""
    from inscriptis.html_engine import Inscriptis
    from lxml import etree

    stray = [row.text, *(cell.tail for cell in row)]
    if any(cell.tag not in ("td", "th") for cell in row) or any(text and text.strip() for text in stray):
        return
    cells = list(row)
    for cell in cells:
        cell.tail = None
    texts = [Inscriptis(cell, config).get_text().strip() for cell in cells]
    for cell in cells:
        row.remove(cell)
    if any(texts):
        etree.SubElement(row, "pre").text = "\t".join(texts)
