"""Documents of every kind made for the tests: no file of another program is needed."""

from __future__ import annotations

import io
import zipfile

import docx

PAGE = 842


def pdf(*pages: list[str], locked: bool = False) -> bytes:
    """Return a PDF of pages of lines, in a Chinese font that is named, not embedded; a locked one wants a password."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode())
    objects.append(b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>")
    objects.append(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>"
    )
    objects.append(
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 800/StemV 80>>"
    )
    for number, lines in enumerate(pages):
        shown = "".join(
            f"1 0 0 1 40 {PAGE - 60 - 20 * place} Tm <{_hex(line)}> Tj\n" for place, line in enumerate(lines)
        )
        drawn = f"BT /F 12 Tf\n{shown}ET" if lines else "40 40 200 200 re f"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {PAGE}]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream".encode())
    return _assembled(objects, locked)


def _hex(line: str) -> str:
    return line.encode("utf-16-be").hex()


def _assembled(objects: list[bytes], locked: bool) -> bytes:
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'5a' * 32}>/U<{'a5' * 32}>/P -44>>/ID[<{'00' * 16}><{'00' * 16}>]"
    size = len(objects) + 1
    out.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R".encode())
    out.write(f"{lock if locked else ''}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def word(*paragraphs: str, body: str = "") -> bytes:
    """Return a Word file of paragraphs, followed by `body`, WordprocessingML with the prefix `w`."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    saved = io.BytesIO()
    made.save(saved)
    return replace_in_word(saved.getvalue(), "<w:sectPr", f"{body}<w:sectPr") if body else saved.getvalue()


def replace_in_word(content: bytes, old: str, new: str) -> bytes:
    """Return a Word file with something replaced once in the XML of its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for member in archive.infolist():
            part = archive.read(member)
            if member.filename == "word/document.xml":
                part = part.decode("utf-8").replace(old, new, 1).encode("utf-8")
            changed.writestr(member.filename, part)
    return out.getvalue()
