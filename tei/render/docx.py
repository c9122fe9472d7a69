"""DOCX: Word's own headings, lists, tables and footnotes. The same bytes each time.

python-docx makes the document; it has no footnotes, so their part is made here
(ECMA-376, part 1, 17.11: https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lxml import etree

from tei.render.archive import archive
from tei.render.settle import settle

__all__ = ["finish"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_THEN = datetime(2000, 1, 1)  # a document without a time of its own
_INDENT = 360  # of a block in a block, in twentieths of a point
_DEEPEST = 8
_PROPERTIES = {
    "strong": "b",
    "em": "i",
    "stage": "i",
    "delivery": "i",
    "underline": "u",
    "strike": "strike",
    "sup": "vertAlign",
    "sub": "vertAlign",
}
_VALUES = {"underline": "single", "sup": "superscript", "sub": "subscript"}


def finish(made: etree._ElementTree, _: Mapping[str, str]) -> bytes:
    """A DOCX file of a document for reading."""
    import docx

    settled = settle(made.getroot())
    document = docx.Document()
    body = document.element.body
    for element in [*body]:
        if not str(element.tag).endswith("}sectPr"):
            body.remove(element)
    _properties(document.core_properties, settled)
    writer = _Writer(document.part)
    writer.blocks = [_paragraph([_run(settled.findtext("meta/title") or "")], style="Title")]
    for field in settled.iterfind("meta/field"):
        label = _run(f"{field.get('label')}: ", ("strong",))
        writer.blocks.append(_paragraph([label, _run(field.text or "")]))
    content = settled.find("content")
    if content is not None:
        writer.inside(content, 0)
    for at, block in enumerate(writer.blocks):
        body.insert(at, block)
    if writer.notes:
        _add_notes(document.part, writer.notes)
    return _steady(document)


class _Writer:
    """Word's blocks, one after the other."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.blocks: list[etree._Element] = []
        self.notes: list[list[etree._Element]] = []

    def inside(self, holder: etree._Element, depth: int) -> None:
        for number, block in enumerate(holder, 1):
            self.block(block, depth, number)

    def block(self, block: etree._Element, depth: int, number: int) -> None:
        name = block.tag
        if name == "table":
            self.table(block)
        elif name == "item":
            holder = block.getparent()
            kind = "" if holder is None else holder.get("kind")
            before = len(self.blocks)
            self.inside(block, depth)
            mark = {"bulleted": "•\t", "ordered": f"{number}.\t"}.get(kind or "")
            if mark and len(self.blocks) > before and self.blocks[before].tag == f"{{{_W}}}p":
                properties = self.blocks[before].find(f"{{{_W}}}pPr")
                self.blocks[before].insert(0 if properties is None else 1, _run(mark))
        elif name in ("quote", "list", "verse"):
            self.inside(block, depth + 1)
        elif name in ("section", "turn", "figure", "cell", "row"):
            self.inside(block, depth)
        elif name == "heading":
            level = min(max(int(block.get("level", "2")) - 1, 1), 9)
            self.blocks.append(_paragraph(self.runs(block), style=f"Heading{level}"))
        elif name == "rule":
            self.blocks.append(_paragraph([_run("* * *")], centred=True))
        elif name == "speaker":
            runs = self.runs(block, ("strong",))
            self.blocks.append(
                _paragraph([*runs, _run(":", ("strong",))] if block.get("colon") else runs, depth=depth, keep=True)
            )
        else:
            marks = ("strong",) if block.get("kind") == "head" else ()
            self.blocks.append(_paragraph(self.runs(block, marks), depth=depth))

    def table(self, table: etree._Element) -> None:
        rows = [
            [(cell, int(cell.get("columns", "1")) if cell.get("columns", "1").isdigit() else 1) for cell in row]
            for row in table
        ]
        columns = max((sum(span for _, span in row) for row in rows), default=1) or 1
        made = _element("tbl")
        properties = _child(made, "tblPr")
        _child(properties, "tblStyle", val="TableGrid")
        _child(properties, "tblW", w="0", type="auto")
        grid = _child(made, "tblGrid")
        for _ in range(columns):
            _child(grid, "gridCol", w=str(9000 // columns))
        for row in rows:
            line = _child(made, "tr")
            left = columns
            for cell, span in row:
                span = min(span, left)
                left -= span
                self.cell(line, cell, span)
            for _ in range(left):
                self.cell(line, None, 1)
        self.blocks.append(made)
        self.blocks.append(_paragraph([]))  # two tables side by side would be one

    def cell(self, line: etree._Element, cell: etree._Element | None, span: int) -> None:
        made = _child(line, "tc")
        properties = _child(made, "tcPr")
        if span > 1:
            _child(properties, "gridSpan", val=str(span))
        outer, self.blocks = self.blocks, []
        if cell is not None:
            self.inside(cell, 0)
        if not self.blocks or self.blocks[-1].tag != f"{{{_W}}}p":
            self.blocks.append(_paragraph([]))  # a cell ends with a paragraph
        made.extend(self.blocks)
        self.blocks = outer

    def runs(self, element: etree._Element, marks: tuple[str, ...] = ()) -> list[etree._Element]:
        made = [_run(element.text, marks)] if element.text else []
        for child in element:
            if child.tag == "note":
                made.append(self.note(child))
            elif child.tag == "page":
                made.append(_run(f"[{child.get('label', '')} {child.get('n', '')}]", (*marks, "page")))
            elif child.tag == "break":
                run = _element("r")
                _child(run, "br")
                made.append(run)
            elif child.tag == "link" and child.get("to", "").startswith(("http://", "https://")):
                made.append(self.link(child, marks))
            else:
                inner = (*marks, child.get("kind", "")) if child.tag == "emph" else marks
                made += self.runs(child, inner)
            if child.tail:
                made.append(_run(child.tail, marks))
        return made

    def link(self, link: etree._Element, marks: tuple[str, ...]) -> etree._Element:
        made = _element("hyperlink")
        made.set(
            f"{{{_RELATIONS}}}id", self.part.relate_to(link.get("to"), f"{_RELATIONS}/hyperlink", is_external=True)
        )
        made.extend(self.runs(link, (*marks, "underline")))
        return made

    def note(self, note: etree._Element) -> etree._Element:
        outer, self.blocks = self.blocks, []
        self.inside(note, 0)
        blocks, self.blocks = self.blocks, outer
        if not blocks or blocks[0].tag != f"{{{_W}}}p":
            blocks.insert(0, _paragraph([]))
        properties = blocks[0].find(f"{{{_W}}}pPr")
        # the record's own number, not Word's: other texts cite it
        blocks[0].insert(0 if properties is None else 1, _run(f"{note.get('n', '')} ", ("sup",)))
        self.notes.append(blocks)
        run = _element("r")
        _child(_child(run, "rPr"), "vertAlign", val="superscript")
        _child(run, "footnoteReference", customMarkFollows="1", id=str(len(self.notes)))
        _child(run, "t").text = note.get("n", "")
        return run


def _element(name: str) -> etree._Element:
    from docx.oxml import parse_xml

    made: etree._Element = parse_xml(f'<w:{name} xmlns:w="{_W}" xmlns:r="{_RELATIONS}"/>')
    return made


def _child(parent: etree._Element, name: str, **values: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_W}}}{name}", {f"{{{_W}}}{key}": value for key, value in values.items()})


def _run(text: str, marks: tuple[str, ...] = ()) -> etree._Element:
    made = _element("r")
    names = {m: _PROPERTIES[m] for m in dict.fromkeys(marks) if m in _PROPERTIES}
    if names or "page" in marks:
        properties = _child(made, "rPr")
        for tag in dict.fromkeys(("b", "i", "strike", *(["color", "sz"] if "page" in marks else []), "u", "vertAlign")):
            mark = next((m for m, name in names.items() if name == tag), None)
            if mark is not None:
                _child(properties, tag, **({"val": _VALUES[mark]} if mark in _VALUES else {}))
            elif tag == "color":
                _child(properties, tag, val="666666")
            elif tag == "sz":
                _child(properties, tag, val="16")
    for at, part in enumerate(text.split("\t")):
        if at:
            _child(made, "tab")
        if part:
            words = _child(made, "t")
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            words.text = part
    return made


def _paragraph(
    runs: list[etree._Element], *, style: str = "", depth: int = 0, centred: bool = False, keep: bool = False
) -> etree._Element:
    made = _element("p")
    if style or depth or centred or keep:
        properties = _child(made, "pPr")
        if style:
            _child(properties, "pStyle", val=style)
        if keep:
            _child(properties, "keepNext")
        if depth:
            _child(properties, "ind", left=str(_INDENT * min(depth, _DEEPEST)))
        if centred:
            _child(properties, "jc", val="center")
    made.extend(runs)
    return made


def _add_notes(part: Any, notes: list[list[etree._Element]]) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = _element("footnotes")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = _child(root, "footnote", type=kind, id=str(number))
        _child(_child(_child(note, "p"), "r"), kind)
    for number, blocks in enumerate(notes, 1):
        _child(root, "footnote", id=str(number)).extend(blocks)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, data, part.package)
    part.relate_to(made, f"{_RELATIONS}/footnotes")


def _properties(properties: Any, settled: etree._Element) -> None:
    fields = [(f.get("name"), f.text or "") for f in settled.iterfind("meta/field")]
    properties.title = (settled.findtext("meta/title") or "")[:255]
    properties.author = "; ".join(value for name, value in fields if name == "author")[:255]
    properties.comments = ""
    properties.language = settled.get("lang", "")[:255]
    properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = _THEN


def _steady(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as saved:
        return archive((name, saved.read(name)) for name in saved.namelist())
