"""A PDF with a text layer -> its text.

pypdfium2 does it because PDFium, the engine of a widespread browser, knows the Chinese character maps, is compiled and
has a free licence; pdfminer is plain Python and slower, the licence of MuPDF binds those who pass on what uses it.
"""

from __future__ import annotations

import threading

from ..errors import DocumentError
from ..wrapped_lines import BEGINS, WIDE, is_full, margin, width

# PDFium must not be called by two threads at once, and workers of a cluster have several.
_ONE_AT_A_TIME = threading.Lock()
PASSWORD = 4


def read_pdf(content: bytes) -> tuple[str, list[str]]:
    """Read a PDF page by page; a line that only the margin broke is joined with the next.

    Parameters
    ----------
    content
        The bytes of the file.

    Returns
    -------
    tuple of str, list of str
        Text and warnings (pages without text, characters without meaning).

    Raises
    ------
    DocumentError
        For a broken or protected file, and for one without text: a scan.
    """
    pages = [text.replace("\r\n", "\n").replace("\r", "\n") for text in _pages(content)]
    empty = [number for number, text in enumerate(pages, start=1) if not any(map(str.isalpha, text))]
    if len(empty) == len(pages):
        raise DocumentError(
            f"is a scan: none of its {len(pages)} page(s) holds text. Run a text recognition over it and save "
            "it as .txt, or find the page of the issuer that holds the text."
        )
    warnings = [f"page(s) without text, perhaps scanned: {', '.join(map(str, empty))}"] if empty else []
    return "\n".join("\n".join(join_wrapped(text.split("\n"))) for text in pages), warnings


def _pages(content: bytes) -> list[str]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if error.err_code == PASSWORD:
                message = "is protected by a password. Remove the protection, or print it into a new PDF."
            else:
                message = f"cannot be opened as a PDF ({error}). Fetch it again."
            raise DocumentError(message) from error
        try:
            return [_page(document, number) for number in range(len(document))]
        except pypdfium2.PdfiumError as error:
            raise DocumentError(f"has a page that cannot be read ({error}). Print it into a new PDF.") from error
        finally:
            document.close()


def _page(document, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def join_wrapped(lines: list[str]) -> list[str]:
    """Join the lines of one page that the right margin broke inside a sentence; where it is not clear, leave them.

    Joined is a line that reaches the margin, does not end a sentence or clause and has no gap between columns, with a
    next line that does not begin like a paragraph.

    >>> join_wrapped(["到2025年建成省级以上优质职业学校三", "所以及省级以上高水平专业群二十个以", "及企业学院三个。"])
    ['到2025年建成省级以上优质职业学校三所以及省级以上高水平专业群二十个以', '及企业学院三个。']
    """
    widths = [width(line) for line in lines]
    edge = margin(widths)
    joined: list[str] = []
    open_ = False
    for line, columns in zip(lines, widths, strict=True):
        if open_ and line and not BEGINS.match(line):
            joined[-1] += ("" if WIDE.match(joined[-1][-1]) or WIDE.match(line[0]) else " ") + line
        else:
            joined.append(line)
        open_ = is_full(line, columns, edge)
    return joined
