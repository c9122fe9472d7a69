"""Nesting, sections and notation: marks by hand, so that each rule of the encoder is seen alone."""

from __future__ import annotations

import pytest
from lxml import etree

from tei.encode import encode
from tei.encode.nesting import MAX_DEPTH, Node, nest_inline
from tei.encode.notation import instruction_text
from tei.encode.section import section
from tei.model import Document, Mark
from tei.text import Source, Span
from tei.verify import rebuild


class Page:
    """A document by hand: marks are put where a string stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.document = Document(Source(text))

    def span(self, string: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(string, at + 1)
        return Span(at, at + len(string))

    def block(self, kind: str, string: str, **attrs: str) -> None:
        self.document.blocks.append(Mark(kind, self.span(string), attrs))

    def bracket(self, kind: str, string: str, nth: int = 0, **attrs: str) -> None:
        start, end = self.span(string, nth)
        self.document.marks.append(Mark(kind, Span(start, end), attrs, (Span(start, start + 1), Span(end - 1, end))))

    def mark(self, kind: str, string: str, *syntax: Span, nth: int = 0, **attrs: str) -> None:
        self.document.marks.append(Mark(kind, self.span(string, nth), attrs, syntax))

    def body(self) -> str:
        """The children of body without name space and line breaks; the law of fidelity is checked on the way."""
        tree = encode(self.document)
        assert rebuild(etree.fromstring(tree.xml)) == self.text
        body = tree.root.find("{*}text/{*}body")
        assert body is not None
        text = etree.tostring(body, encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
        inner = text[text.index(">") + 1 : text.rindex("<")]
        return "".join(line.strip() if line.lstrip().startswith("<") else line for line in inner.split("\n")).strip()


def test_speaker_stands_before_the_paragraph() -> None:
    page = Page("Clifford: All right.\n\nAnd more.\n")
    page.block("p", "Clifford: All right.")
    page.block("p", "And more.")
    page.mark("sp", page.text.strip(), who="#clifford")
    page.mark("speaker", "Clifford:", page.span(":"))
    assert page.body() == '<sp who="#clifford"><speaker>Clifford</speaker><p>All right.</p><p>And more.</p></sp>'


def test_speaker_on_its_own_line_needs_no_empty_paragraph() -> None:
    page = Page("HAMLET\n\nTo be.\n")
    page.block("p", "HAMLET")
    page.block("p", "To be.")
    page.mark("sp", "HAMLET\n\nTo be.")
    page.mark("speaker", "HAMLET")
    assert page.body() == "<sp><speaker>HAMLET</speaker><p>To be.</p></sp>"


def test_speaker_without_speech_gets_the_paragraph_that_tei_wants() -> None:
    page = Page("Clifford:\n")
    page.block("p", "Clifford:")
    page.mark("sp", "Clifford:")
    page.mark("speaker", "Clifford:", page.span(":"))
    assert page.body() == "<sp><speaker>Clifford</speaker><p/></sp>"


def test_parentheses_of_an_interjection_are_notation() -> None:
    page = Page("(Pan: No.)\n\nYes.\n")
    page.block("p", "(Pan: No.)")
    page.block("p", "Yes.")
    page.mark("sp", "(Pan: No.)", page.span("("), page.span(")"), rend="parentheses")
    page.mark("speaker", "Pan:", page.span(":"))
    assert page.body() == '<sp rend="parentheses"><speaker>Pan</speaker><p>No.</p></sp><p>Yes.</p>'


def test_note_moves_to_its_marker() -> None:
    page = Page("A.[1] B.\n\n[1] First.\n\nMore of it.\n")
    page.block("p", "A.[1] B.")
    start = page.span("[1] First").start
    end = page.span("of it.").end
    page.document.blocks.append(Mark("note", Span(start, end), {"n": "1", "place": "end"}, (Span(start, start + 4),)))
    page.mark("noteref", "[1]", page.span("[1]"), n="1")
    assert page.body() == '<p>A.<note n="1" place="end" xml:id="n1"><p>First.</p><p>More of it.</p></note> B.</p>'


def test_notes_out_of_order_keep_their_places() -> None:
    page = Page("A[2], B[1], C[1].\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n")
    page.block("p", "A[2], B[1], C[1].")
    for number in "123":
        span = page.span(f"[{number}] ")
        end = page.text.index("\n", span.start)
        syntax = (Span(span.start, span.start + 4),)
        page.document.blocks.append(Mark("note", Span(span.start, end), {"n": number, "place": "end"}, syntax))
    for string, nth in (("[2]", 0), ("[1]", 0), ("[1]", 1)):
        page.mark("noteref", string, page.span(string, nth), nth=nth, n=string[1])
    body = page.body()
    assert '<ref type="note" target="#n1">1</ref>' in body
    assert body.endswith('<?src-note n1?><?src-note n2?><note n="3" place="end">Three.</note>')


def test_correction_in_a_choice() -> None:
    page = Page("They recieve [receive] it.\n")
    page.block("p", "They recieve [receive] it.")
    page.mark("choice", "recieve [receive]", Span(12, 13))
    page.mark("sic", "recieve")
    page.bracket("corr", "[receive]", resp="#x")
    assert page.body() == '<p>They <choice><sic>recieve</sic><corr resp="#x">receive</corr></choice> it.</p>'


def test_unusual_notation_is_remembered() -> None:
    page = Page("To do [p. 3] it\n\n\n\nnow.\n")
    page.block("p", "To do [p. 3] it")
    page.block("p", "now.")
    page.mark("pb", "[p. 3]", page.span("[p. 3]"), n="3")
    assert '<pb n="3"><?src-open |[p. 3]|?></pb>' in page.body()


def test_what_xml_cannot_hold() -> None:
    page = Page("a\x07b\n\x0c\nc\n")
    page.block("p", "a\x07b")
    page.block("p", "c")
    body = page.body()
    assert '<p>a<g ref="#u0007"/>b</p>' in body
    assert instruction_text("\n\x0c\n") == "|\n\ue000000c\ue001\n|"


def test_what_crosses_is_left_out_and_reported() -> None:
    diagnostics: list = []
    marks = [Mark("persName", Span(0, 9)), Mark("date", Span(5, 12)), Mark("rs", Span(6, 8))]
    forest = nest_inline(marks, diagnostics)
    assert [(n.kind, [c.kind for c in n.children]) for n in forest] == [("persName", ["rs"])]
    assert [d.message for d in diagnostics] == ["<date> was left out here: it crosses other markup or nests too deep"]


def test_depth_is_bounded() -> None:
    marks = [Mark("supplied", Span(i, 1000 - i)) for i in range(400)]
    depth, nodes = 0, nest_inline(marks, [])
    while nodes:
        depth, nodes = depth + 1, nodes[0].children
    assert depth == MAX_DEPTH


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("", "p"),
        ("head", "head p"),
        ("head p p", "head p p"),
        ("head opener p head p", "head opener p div(head p)"),
        ("p closer", "p closer"),
        ("p closer p", "div(p closer) div(p)"),
        ("closer", "p closer"),
        ("p pb head", "p pb div(head p)"),
        ("item dateline signed", "p div(opener(dateline) p closer(signed))"),
        ("pb", "pb p"),
        ("p head note", "p div(head note p)"),
    ],
)
def test_sections(kinds: str, expected: str) -> None:
    forest = [Node(kind, at, at + 1) for at, kind in enumerate(kinds.split())]
    assert " ".join(map(show, section(forest))) == expected


def show(node: Node) -> str:
    inner = " ".join(map(show, node.children))
    return f"{node.kind}({inner})" if inner else node.kind
