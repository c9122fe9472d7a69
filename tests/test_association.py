"""Which schema: what is asked for, what the document names, catalogs, the cache, and what the network may do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tei.errors import InputError, ResourceError
from tei.parse import parse_xml
from tei.resources import resource
from tei.validate import cache, fetch, validate
from tei.validate.association import SchemaRef, UnresolvedError, schemas_for
from tei.validate.catalog import Catalogs, from_environment

RNG = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
RELAXNG, ISO = "http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"
CATALOG = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"{more}>{entries}</catalog>'


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("XML_CATALOG_FILES", raising=False)


def catalog(path: Path, entries: str, more: str = "") -> Path:
    path.write_text(CATALOG.format(entries=entries, more=more))
    return path


# Catalogs


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., str | None]:
    def ask(entries: str, name: str, kind: str = "uri", more: str = "", **options: bool) -> str | None:
        made = Catalogs([catalog(tmp_path / "catalog.xml", entries, more)])
        found: str | None = getattr(made, kind)(name, **options)
        return None if found is None else found.replace(tmp_path.as_uri(), "HERE")

    return ask


@pytest.mark.parametrize(
    ("entries", "name", "found"),
    [
        ('<uri name="urn:a" uri="a.rng"/>', "urn:a", "HERE/a.rng"),
        ('<uri name="urn:a" uri="a.rng"/>', "urn:b", None),
        ('<rewriteURI uriStartString="http://x/" rewritePrefix="x/"/>', "http://x/y/a.rng", "HERE/x/y/a.rng"),
        # the longest beginning counts, wherever it stands; an exact name before any beginning
        (
            '<rewriteURI uriStartString="http://x/" rewritePrefix="x/"/><rewriteURI uriStartString="http://x/y/" rewritePrefix="z/"/>',
            "http://x/y/a.rng",
            "HERE/z/a.rng",
        ),
        (
            '<rewriteURI uriStartString="http://x/" rewritePrefix="x/"/><uri name="http://x/a" uri="b"/>',
            "http://x/a",
            "HERE/b",
        ),
        ('<uriSuffix uriSuffix="/tei_all.rng" uri="t.rng"/>', "https://y/tei_all.rng", "HERE/t.rng"),
        ('<group xml:base="g/"><uri name="urn:a" uri="a.rng" xml:base="h/"/></group>', "urn:a", "HERE/g/h/a.rng"),
        ('<other xmlns="urn:x" name="urn:a" uri="b"/><uri name="urn:a" uri="https://z/a.rng"/>', "urn:a", "https://z/a.rng"),
    ],
)  # fmt: skip
def test_addresses(asked: Callable[..., str | None], entries: str, name: str, found: str | None) -> None:
    assert asked(entries, name) == found


def test_system_and_public_identifiers(asked: Callable[..., str | None]) -> None:
    entries = '<system systemId="t.dtd" uri="a"/><rewriteSystem systemIdStartString="http://" rewritePrefix="w/"/>'
    entries += '<public publicId="-//A//B" uri="p"/><systemSuffix systemIdSuffix="z.dtd" uri="z"/>'
    assert asked(entries, "t.dtd", "system") == "HERE/a"
    assert asked(entries, "http://q", "system") == "HERE/w/q"
    assert asked(entries, "ftp://z.dtd", "system") == "HERE/z"
    assert asked(entries, " -//A//B ", "public") == "HERE/p"
    assert asked(entries, "-//A//B", "public", ' prefer="system"', has_system=True) is None
    assert asked(entries, "-//A//B", "public", ' prefer="system"') == "HERE/p"
    grouped = f'<group prefer="public">{entries}</group>'
    assert asked(grouped, "-//A//B", "public", ' prefer="system"', has_system=True) == "HERE/p"


def test_catalogs_lead_to_others(tmp_path: Path) -> None:
    catalog(tmp_path / "one.xml", '<nextCatalog catalog="two.xml"/><nextCatalog catalog="https://x/c.xml"/>')
    catalog(tmp_path / "two.xml", '<uri name="urn:a" uri="a"/><nextCatalog catalog="one.xml"/>')
    assert Catalogs([tmp_path / "one.xml"]).uri("urn:a") == (tmp_path / "a").as_uri()
    assert Catalogs([tmp_path / "one.xml"]).uri("urn:b") is None


def test_who_is_delegated_to_decides(tmp_path: Path) -> None:
    delegated = '<delegateURI uriStartString="urn:x:" catalog="x.xml"/><nextCatalog catalog="all.xml"/>'
    catalog(tmp_path / "one.xml", delegated)
    catalog(tmp_path / "x.xml", '<uri name="urn:x:a" uri="a"/>')
    catalog(tmp_path / "all.xml", '<uri name="urn:x:b" uri="b"/><uri name="urn:y" uri="y"/>')
    made = Catalogs([tmp_path / "one.xml"])
    assert made.uri("urn:x:a") == (tmp_path / "a").as_uri()
    assert made.uri("urn:x:b") is None
    assert made.uri("urn:y") == (tmp_path / "y").as_uri()


def test_the_usual_document_type_of_a_catalog_is_not_read(tmp_path: Path) -> None:
    path = catalog(tmp_path / "c.xml", '<uri name="urn:a" uri="a"/>')
    path.write_text(f'<!DOCTYPE catalog PUBLIC "-//OASIS//DTD" "http://localhost:1/catalog.dtd">\n{path.read_text()}')
    assert Catalogs([path]).uri("urn:a") == (tmp_path / "a").as_uri()


def test_what_is_no_catalog(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_text("<html/>")
    with pytest.raises(ResourceError, match="this is not an XML catalog: its root is <html>"):
        Catalogs([path]).uri("urn:a")
    catalog(path, '\n<uri name="urn:a"/>')
    with pytest.raises(ResourceError) as caught:
        Catalogs([path]).uri("urn:a")
    assert (caught.value.message, caught.value.line) == ("<uri> needs @name and @uri", 2)


def test_catalogs_of_the_environment(tmp_path: Path) -> None:
    path = catalog(tmp_path / "c.xml", "")
    assert from_environment(f"{path} {path.as_uri()} https://x/c.xml {tmp_path}/none") == [str(path), str(path)]


# What a document names


def document(*instructions: str, root: str = "<a/>") -> bytes:
    return "\n".join([*(f"<?xml-model {i}?>" for i in instructions), root]).encode()


def named(tmp_path: Path, *instructions: str, **more: object) -> list[tuple[str, str]]:
    path = tmp_path / "doc" / "a.xml"
    path.parent.mkdir(exist_ok=True)
    found = schemas_for(parse_xml(document(*instructions)), path=path, **more)
    return [(ref.kind, str(ref.path).replace(str(tmp_path), "T")) for ref in found]


@pytest.mark.parametrize(
    ("instruction", "kind"),
    [
        (f'href="s.xyz" schematypens="{RELAXNG}"', "relaxng"),
        (f'href="s.xyz" schematypens="{ISO}"', "schematron"),
        ('href="s.xyz" type="application/relax-ng-compact-syntax"', "rnc"),
        (f'href="s.rnc" schematypens="{RELAXNG}" type="text/plain"', "rnc"),
        ("href='s.sch'", "schematron"),
        ("href='s.rng' type='application/xml'", "relaxng"),
    ],
)
def test_kinds(tmp_path: Path, instruction: str, kind: str) -> None:
    (tmp_path / "doc").mkdir()
    for suffix in ("xyz", "rng", "rnc", "sch"):
        (tmp_path / "doc" / f"s.{suffix}").write_text(RNG)
    ((found, _),) = named(tmp_path, instruction)
    assert found == kind


def test_all_instructions_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "doc" / "sub").mkdir(parents=True)
    for name in ("a.rng", "sub/b&c.sch"):
        (tmp_path / "doc" / name).write_text(RNG)
    ask = ('href="a.rng"', 'href="x.dtd" type="application/xml-dtd"', 'href="sub/b&amp;c.sch" phase="early"')
    assert named(tmp_path, *ask) == [("relaxng", "T/doc/a.rng"), ("schematron", "T/doc/sub/b&c.sch")]
    refs = schemas_for(parse_xml(document(*ask)), path=tmp_path / "doc" / "a.xml")
    assert [ref.phase for ref in refs] == [None, "early"]


def test_without_a_name_the_project_s_own(tmp_path: Path) -> None:
    own = [
        SchemaRef("relaxng", resource("schemas", "record.rng")),
        SchemaRef("schematron", resource("schemas", "record.sch")),
    ]
    assert schemas_for(parse_xml(b"<a/>")) == own
    # what tei convert writes, where tei schema has not put the files
    asked = (f'href="record.rng" schematypens="{RELAXNG}"', f'href="record.sch" schematypens="{ISO}"')
    assert schemas_for(parse_xml(document(*asked)), path=tmp_path / "a.xml") == own
    assert schemas_for(parse_xml(document(*asked))) == own


def test_a_file_outside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "s.rng").write_text(RNG)
    for href in ("../s.rng", (tmp_path / "s.rng").as_uri(), str(tmp_path / "s.rng")):
        with pytest.raises(UnresolvedError):
            named(tmp_path, f'href="{href}"')
        assert named(tmp_path, f'href="{href}"', within=tmp_path) == [("relaxng", "T/s.rng")]
    with pytest.raises(UnresolvedError) as caught:
        named(tmp_path, 'href="ok.dtd"', 'href="../s.rng"')
    assert str(caught.value.message) == (
        "the document names the schema ../s.rng, which is not in the folder of the document, and is not read"
    )
    assert caught.value.line == 2


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "s.rng").write_text(RNG)
    (tmp_path / "doc").mkdir()
    (tmp_path / "doc" / "s.rng").symlink_to(tmp_path / "s.rng")
    with pytest.raises(UnresolvedError):
        named(tmp_path, 'href="s.rng"')


def test_a_catalog_answers_for_an_address(tmp_path: Path) -> None:
    entries = '<uri name="https://x/tei.rng" uri="local.rng"/><system systemId="https://x/old.rng" uri="old.rng"/>'
    made = catalog(tmp_path / "c.xml", entries)
    (tmp_path / "local.rng").write_text(RNG)
    (tmp_path / "old.rng").write_text(RNG)
    ask = ('href="https://x/tei.rng"', 'href="https://x/old.rng"')
    found = [("relaxng", "T/local.rng"), ("relaxng", "T/old.rng")]
    assert named(tmp_path, *ask, catalogs=[made]) == found
    (tmp_path / "old.rng").unlink()
    with pytest.raises(UnresolvedError, match=r"which a catalog says is .*/old\.rng; there is no such file"):
        named(tmp_path, *ask, catalogs=[made])


def test_an_address_that_is_nowhere_is_a_finding(tmp_path: Path) -> None:
    xml = document('href="https://example.org/x.rng"', root='<a who="#b"/>')
    missing, dangling = validate(xml, name="a.xml")
    assert (missing.code, missing.line, missing.column) == ("schema-unresolved", 1, 1)
    assert missing.message == "the document names the schema https://example.org/x.rng, which is not here"
    assert missing.hint == "get it once with --fetch, or give one with --schema"
    assert dangling.code == "pointer-dangling"


def test_names(tmp_path: Path) -> None:
    tree = parse_xml(b"<a/>")
    assert schemas_for(tree, schema="record") == [SchemaRef("relaxng", resource("schemas", "record.rng"))]
    with pytest.raises(InputError, match=r"tei_al: no such schema \(did you mean tei_all\)"):
        schemas_for(tree, schema="tei_al")
    with pytest.raises(InputError, match=r"tei_all\.rng is not here \(get it once with --fetch"):
        schemas_for(tree, schema="tei_all")
    kept = cache.keep("https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng", RNG.encode())
    assert schemas_for(tree, schema="tei_all") == [SchemaRef("relaxng", kept)]


def test_several_schemas_are_all_held_against(tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text(RNG)
    rule = (
        f'<schema xmlns="{ISO}"><pattern><rule context="a"><assert test="@n">number</assert></rule></pattern></schema>'
    )
    (tmp_path / "a.sch").write_text(rule)
    found = validate(b"<a x='y'/>", schema=[tmp_path / "a.rng", tmp_path / "a.sch"])
    assert sorted(d.code for d in found) == ["attribute-misplaced", "schematron"]
    assert [d.code for d in validate(b"<a x='y'/>", schema=tmp_path / "a.sch")] == ["schematron"]
    assert [
        d.code for d in validate(b"<a x='y'/>", schema=[tmp_path / "a.rng", tmp_path / "a.sch"], grammar_only=True)
    ] == ["attribute-misplaced"]


# The network


class Server:
    """Answers as told; remembers what was asked."""

    def __init__(self, *answers: tuple[int, str, bytes]) -> None:
        self.answers, self.asked = list(answers), []

    def __call__(self, host: str, port: int, path: str) -> Server:
        self.asked.append((host, port, path))
        self.status, self.location, self.body = self.answers.pop(0)
        return self

    def getheader(self, name: str) -> str | None:
        return self.location

    def read(self, amount: int) -> bytes:
        piece, self.body = self.body[:amount], self.body[amount:]
        return piece


def test_what_is_fetched_is_kept() -> None:
    server = Server((301, "/b.rng?x=1", b""), (200, "", b"<x/>"))
    assert fetch.fetch("https://example.org/a.rng", open_=server) == b"<x/>"
    assert server.asked == [("example.org", 443, "/a.rng"), ("example.org", 443, "/b.rng?x=1")]
    assert fetch.fetch("https://example.org/a.rng", open_=Server()) == b"<x/>"
    path = cache.cached("https://example.org/a.rng")
    assert path is not None
    assert path.name == "a.rng"


def test_a_copy_that_was_changed_is_not_used() -> None:
    path = cache.keep("https://example.org/a.rng", b"<x/>")
    path.write_bytes(b"<y/>")
    with pytest.raises(ResourceError, match=r"the copy of https://example.org/a.rng is not what was fetched"):
        cache.cached("https://example.org/a.rng")
    assert cache.cached("https://example.org/other") is None


@pytest.mark.parametrize(
    ("url", "answers", "message"),
    [
        ("http://example.org/a", [], "http://example.org/a is not fetched: only https is"),
        ("file:///etc/passwd", [], "file:///etc/passwd is not fetched: only https is"),
        ("https://u:p@example.org/a", [], "https://u:p@example.org/a is not fetched: only https is"),
        ("https://example.org:x/a", [], "https://example.org:x/a is no address"),
        ("https://example.org/a b", [], "https://example.org/a b is no address"),
        (
            "https://example.org/a",
            [(302, "http://other/", b"")],
            "http://other/ is not fetched (where https://example.org/a leads): only https is",
        ),
        ("https://example.org/a", [(302, "/a", b"")] * 6, "https://example.org/a leads on more than 5 times"),
        ("https://example.org/a", [(404, "", b"")], "https://example.org/a answered 404"),
        ("https://example.org/a", [(200, "", b"x" * (2**25 + 1))], "https://example.org/a is larger than 32 MB, the limit for schemas"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_is_not_fetched(url: str, answers: list[tuple[int, str, bytes]], message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        fetch.fetch(url, open_=Server(*answers))
    assert caught.value.message == message
    assert cache.cached(url) is None


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1", "0.0.0.0"]
)
def test_private_addresses_are_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    public = (2, 1, 6, "", ("93.184.216.34", 443))
    monkeypatch.setattr(fetch.socket, "getaddrinfo", lambda *_, **__: [public, (2, 1, 6, "", (address, 443))])
    with pytest.raises(ResourceError, match=r"example\.org is not a public address, and is not asked"):
        fetch.fetch("https://example.org/a")
