"""The schema: made from its source, a strict subset of TEI, refusing what it should, described in the ODD."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from lxml.isoschematron import Schematron

import schema_cases as cases
import tei
from data import HAS_SHARED, ROOT, SEED, SHARED, dev_texts, needs_shared
from schema_odd import expanded
from schema_sampler import Grammar, Sampler
from tei.ns import TEI

SCHEMAS = ROOT / "schemas"
NS = {"t": TEI}
EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
FEWEST, MOST = 300, 900


@pytest.fixture(scope="session")
def source() -> etree._Element:
    return etree.parse(str(SCHEMAS / "record.rng")).getroot()


@pytest.fixture(scope="session")
def grammar(source: etree._Element) -> Grammar:
    return Grammar(source)


@pytest.fixture(scope="session")
def record(source: etree._Element) -> etree.RelaxNG:
    return etree.RelaxNG(source)


@pytest.fixture(scope="session")
def rules() -> Schematron:
    return Schematron(etree.parse(str(SCHEMAS / "record.sch")), store_report=True)


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(SHARED / "tei" / "tei_all.rng")))


@pytest.fixture(scope="session")
def odd() -> etree._Element:
    return etree.parse(str(SCHEMAS / "record.odd")).getroot()


@pytest.fixture
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("schemas_build", SCHEMAS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parsed(body: str, header: str = cases.HEADER) -> etree._Element:
    """A record with this body; a parser that collects ids would refuse one that is used twice."""
    return etree.fromstring(cases.record(body, header), etree.XMLParser(collect_ids=False))


def broken(rules: Schematron, document: etree._Element) -> list[str]:
    """The ids of the rules that a document breaks."""
    rules.validate(document)
    return [failed.get("id", "") for failed in rules.validation_report.iter(f"{SVRL}failed-assert")]


# made from its source


def test_record_rng_is_current(build: ModuleType) -> None:
    assert build.main(["--check"]) == 0, "run python schemas/build.py"


def test_a_stale_record_rng_is_told(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (SCHEMAS / "record.rnc").read_text(encoding="utf-8")
    (tmp_path / "record.rnc").write_text(words.replace('"high" | "medium" | "low"', '"high" | "low"'), encoding="utf-8")
    (tmp_path / "record.rng").write_bytes((SCHEMAS / "record.rng").read_bytes())
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().err == "record.rng is not what record.rnc says: run python schemas/build.py\n"
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0


# a strict subset of TEI


@needs_shared
def test_no_element_has_what_tei_does_not_give_it(grammar: Grammar) -> None:
    """Children and attributes of every element; their order is for the documents below."""

    def children(grammar: Grammar) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for element in grammar.elements():
            found.setdefault(element.name, set()).update(grammar.children(element))
        return found

    theirs = children(Grammar(etree.parse(str(SHARED / "tei" / "tei_all.rng")).getroot()))
    ours = children(grammar)
    assert {tag: more for tag, has in ours.items() if (more := has - theirs.get(tag, set()))} == {}
    assert len(ours) > 90


def test_what_it_generates_it_accepts_and_so_does_tei(
    grammar: Grammar, record: etree.RelaxNG, request: pytest.FixtureRequest
) -> None:
    """Random documents, until every element, attribute and listed value has been shown."""
    outer = request.getfixturevalue("tei_all") if HAS_SHARED else None
    sampler = Sampler(grammar, seed=1)
    wanted = set[tuple[str, ...]]().union(*grammar.wanted.values())
    number = 0
    while number < FEWEST or not wanted <= sampler.met:
        assert number < MOST, sorted(wanted - sampler.met)
        document = etree.fromstring(etree.tostring(sampler.document()))
        assert record.validate(document), (number, record.error_log.last_error)
        if outer is not None:
            assert outer.validate(document), (number, outer.error_log.last_error)
        number += 1
    if outer is None:
        pytest.skip("the shared test data is not beside this checkout: TEI itself was not asked")


# accepted, refused, found


@pytest.mark.parametrize("body", cases.ACCEPTED.values(), ids=cases.ACCEPTED)
def test_accepted(body: str, record: etree.RelaxNG, rules: Schematron, request: pytest.FixtureRequest) -> None:
    document = parsed(body)
    assert record.validate(document), record.error_log.last_error
    assert broken(rules, document) == []
    if HAS_SHARED:
        assert request.getfixturevalue("tei_all").validate(document)


@pytest.mark.parametrize(
    "body", [*cases.NARROWER.values(), *cases.REFUSED.values()], ids=[*cases.NARROWER, *cases.REFUSED]
)
def test_refused(body: str, record: etree.RelaxNG) -> None:
    assert not record.validate(parsed(body))


@needs_shared
def test_narrower_than_tei(tei_all: etree.RelaxNG) -> None:
    """The examples are what they say: TEI allows the first table, and refuses the second."""
    for name, body in cases.NARROWER.items():
        assert tei_all.validate(parsed(body)), (name, tei_all.error_log.last_error)
    for name, body in cases.REFUSED.items():
        assert not tei_all.validate(parsed(body)), name


@pytest.mark.parametrize(("rule", "body"), cases.FOUND.items(), ids=cases.FOUND)
def test_found(rule: str, body: str, rules: Schematron) -> None:
    assert broken(rules, parsed(body)) == [rule]


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("person-id", '<person xml:id="l">', "<person>"),
        ("person-name", "<persName>L</persName>", "<persName><date/></persName>"),
        (
            "corresp-field",
            "<sourceDesc>",
            '<notesStmt><note type="field" n="Credits" corresp="#x"/></notesStmt><sourceDesc>',
        ),
    ],
)
def test_found_in_the_header(rule: str, old: str, new: str, rules: Schematron) -> None:
    document = parsed("<p>x</p>", cases.HEADER.replace(old, new, 1))
    assert rule in broken(rules, document)


@pytest.mark.parametrize("body", cases.FOUND.values(), ids=cases.FOUND)
def test_one_mistake_is_told_once_and_in_its_place(body: str) -> None:
    """The grammar, the rules and the toolkit's own checks do not repeat each other."""
    found = cases.faults(cases.record(body))
    assert len(found) == 1
    assert found[0].column > cases.record("").index(b"<body>")


def test_every_rule_has_an_example() -> None:
    """A rule that no example breaks is a rule that nobody has seen work."""
    schema = etree.parse(str(SCHEMAS / "record.sch"))
    asserts = [a.get("id") for a in schema.iter("{http://purl.oclc.org/dsdl/schematron}assert")]
    assert sorted(asserts) == sorted([*cases.FOUND, "person-id", "person-name", "corresp-field"])


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            "who-one",
            "the speaker #nobody has no person in the header; add one to listPerson, or correct @who",
        ),
        ("gap-reason", "say with @reason why something is missing"),
        (
            "next-mutual",
            "this says that it goes on in #b; that must be in the document and point back with @prev",
        ),
        ("date-one", "a date has one value: @when, or @from and @to, or @notBefore and @notAfter"),
        ("id-unique", "the id a is used twice; give one of the elements another id"),
    ],
)
def test_the_words_of_a_rule(rule: str, message: str, rules: Schematron) -> None:
    rules.validate(parsed(cases.FOUND[rule]))
    texts = [" ".join("".join(f.itertext()).split()) for f in rules.validation_report.iter(f"{SVRL}failed-assert")]
    assert texts == [message]


def test_a_register_keeps_its_ids(record: etree.RelaxNG) -> None:
    header = cases.HEADER.replace('xml:id="l"', 'xml:id="p_KHA1.毛"')
    assert record.validate(parsed('<p><persName ref="#p_KHA1.毛">x</persName></p>', header))


def test_notes_in_notes_take_no_longer() -> None:
    """Content that begins in two ways doubles libxml2's work at each level: forty levels would never end."""
    schema = etree.RelaxNG(etree.parse(str(SCHEMAS / "record.rng")))
    for tag in ("note", "supplied reason='omitted'", "persName"):
        deep = f"<{tag}>" * 40 + "x" + f"</{tag.split()[0]}>" * 40
        assert schema.validate(parsed(f"<p>{deep}</p>"))


# what the converter writes


def converted() -> Iterator[tuple[str, bytes]]:
    for path in (SEED, *dev_texts()):
        yield path.name, tei.convert(path).xml


def test_whatever_the_converter_writes_is_accepted(
    record: etree.RelaxNG, rules: Schematron, request: pytest.FixtureRequest
) -> None:
    outer = request.getfixturevalue("tei_all") if HAS_SHARED else None
    for name, xml in converted():
        document = etree.fromstring(xml)
        assert record.validate(document), (name, record.error_log.last_error)
        assert broken(rules, document) == [], name
        assert outer is None or outer.validate(document), name


# the ODD


def test_the_odd_names_the_same_elements(odd: etree._Element, grammar: Grammar) -> None:
    included = [name for m in odd.iterfind(".//t:moduleRef[@include]", NS) for name in m.get("include", "").split()]
    specified = [e.get("ident") for e in odd.iterfind(".//t:elementSpec", NS)]
    assert sorted(included) == sorted(specified) == sorted(grammar.attributes)


def test_the_odd_says_the_same_of_each(odd: etree._Element, source: etree._Element) -> None:
    """The words of ``##`` in record.rnc are those of ``desc``."""
    documentation = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
    in_grammar: dict[str, str] = {}
    for element in source.iter("{http://relaxng.org/ns/structure/1.0}element"):
        said = element.find(documentation)
        if said is None:
            said = element.getparent().find(documentation)
        in_grammar[element.findtext("{*}name", "")] = " ".join(said.text.split())
    in_odd = {
        e.get("ident"): " ".join(e.findtext("t:desc", "", NS).split()) for e in odd.iterfind(".//t:elementSpec", NS)
    }
    assert in_odd == in_grammar


@needs_shared
def test_the_odd_leaves_the_same_attributes_and_values(odd: etree._Element, grammar: Grammar) -> None:
    """TEI less what the ODD takes away is what the grammar has: names, which are required, closed lists."""
    left = expanded(odd, etree.parse(str(SHARED / "tei" / "p5subset.xml")).getroot())
    assert set(left) == set(grammar.attributes)
    for tag, attributes in grammar.attributes.items():
        assert left[tag] == attributes, tag


@needs_shared
def test_the_odd_is_tei(odd: etree._Element, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(odd), tei_all.error_log.last_error


def test_the_examples_of_the_odd_are_valid(odd: etree._Element, record: etree.RelaxNG) -> None:
    homes = {"msDesc": "sourceDesc", "person": "listPerson", "respStmt": "titleStmt", "note": "fileDesc"}
    examples = list(odd.iter(f"{EXAMPLE}egXML"))
    assert len(examples) > 15
    for example in examples:
        document = parsed("")
        content = deepcopy(example)
        for element in content.iter(f"{EXAMPLE}*"):
            element.tag = element.tag.replace(EXAMPLE, f"{{{TEI}}}")
        first = etree.QName(content[0]).localname
        home = document.find(f".//t:{homes.get(first, 'body')}", NS)
        if first == "note":
            home.insert(2, etree.Element(f"{{{TEI}}}notesStmt"))
            home = home[2]
        if first == "msDesc":
            del home[:]
        home.extend(list(content))
        if not len(document.find(".//t:body", NS)):
            etree.SubElement(document.find(".//t:body", NS), f"{{{TEI}}}p")
        assert record.validate(document), (etree.tostring(example), record.error_log.last_error)


def test_the_odd_shows_every_inline_element(odd: etree._Element, grammar: Grammar) -> None:
    """An editor finds each element of the text in an example, with the brackets that it stands for."""
    shown = {etree.QName(e).localname for x in odd.iter(f"{EXAMPLE}egXML") for e in x.iter(f"{EXAMPLE}*")}
    speech = next(e for e in grammar.elements() if e.name == "p")
    assert {name for name in grammar.children(speech) if name[0] not in "@#"} <= shown


# where documents find it


def test_documents_point_at_the_schemas() -> None:
    head = tei.convert("A text.").xml.decode().split("<TEI")[0]
    assert 'href="record.rng"' in head
    assert 'href="record.sch"' in head


def test_schemas_are_in_the_wheel_configuration() -> None:
    assert '"schemas" = "tei/_data/schemas"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
