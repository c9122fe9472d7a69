"""RELAX NG: the conformance suite, the schemas of TEI, and jing on damaged documents."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import tarfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import tei
from data import ROOT, SHARED, dev_texts, needs_shared
from mutant import Mutant, mutants
from spectest import Case, cases
from tei.errors import ResourceError
from tei.validate.relaxng import Schema

CASES = list(cases())


JING = shutil.which("jing")
needs_jing = pytest.mark.skipif(JING is None, reason="jing is not installed (Debian: apt-get install jing)")
if os.environ.get("TEI_REQUIRE_SHARED") and JING is None:
    raise RuntimeError("TEI_REQUIRE_SHARED is set, but jing is not installed")


# The conformance suite


@needs_shared
def test_the_suite_is_whole() -> None:
    assert len(CASES) == 385


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_conformance(case: Case) -> None:
    def load(address: str) -> tuple[bytes, str]:
        if address not in case.resources:
            raise ResourceError(f"no such resource: {address}")
        return case.resources[address], address

    if not case.right:
        with pytest.raises(ResourceError) as caught:
            Schema.parse(case.schema, name="schema.rng", load=load)
        assert caught.value.line > 0  # every complaint has its place
        return
    schema = Schema.parse(case.schema, name="schema.rng", load=load)
    for document, valid in case.documents:
        assert schema.validate(document).valid == valid, document


# Schemas and documents of TEI


@cache
def folder(tmp: str) -> Path:
    with tarfile.open(SHARED / "tei" / "customisations.tar.xz") as archive:
        archive.extractall(tmp, filter="data")
    return Path(tmp)


@pytest.fixture(scope="session")
def customisations(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return sorted(folder(str(tmp_path_factory.mktemp("tei"))).rglob("*.rng"))


@needs_shared
def test_the_documents_of_the_customisations_are_valid(customisations: list[Path]) -> None:
    assert len(customisations) == 16
    checked = 0
    for path in customisations:
        schema = Schema.load(path)
        document = path.with_suffix(".xml")
        if document.is_file():
            assert list(schema.validate(document)) == [], path.name
            checked += 1
    assert checked >= 13


@needs_shared
def test_the_grammar_on_which_libxml2_never_returns() -> None:
    schema = Schema.load(SHARED / "rng" / "libxml2_hang.rng")
    assert isinstance(schema.validate(b"<a/>").valid, bool)


# Against jing, on two thousand documents damaged in one place


@cache
def tei_all() -> Schema:
    return Schema.load(SHARED / "tei" / "tei_all.rng")


@cache
def damaged(tmp: str) -> tuple[Mutant, ...]:
    documents = [xml for path in dev_texts()[::6] if len(xml := tei.convert(path).xml) < 40_000]
    documents += [p.read_bytes() for p in sorted(folder(tmp).rglob("*.xml")) if tei_all().validate(p).valid]
    return tuple(mutants(documents, 2000, seed=0))


@pytest.fixture(scope="session")
def damage(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mutant, ...]:
    return damaged(str(tmp_path_factory.mktemp("tei")))


@needs_shared
@needs_jing
@pytest.mark.xdist_group("mutants")
def test_the_verdict_is_that_of_jing(damage: tuple[Mutant, ...], tmp_path: Path) -> None:
    for number, mutant in enumerate(damage):
        (tmp_path / f"{number:05}.xml").write_bytes(mutant.data)
    files = [str(tmp_path / f"{number:05}.xml") for number in range(len(damage))]
    command = [str(JING), str(SHARED / "tei" / "tei_all.rng"), *files]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    theirs = {int(m[1]) for m in re.finditer(r"/(\d{5})\.xml:\d+:\d+: ", said)}
    ours = {number for number, mutant in enumerate(damage) if not tei_all().validate(mutant.data).valid}
    assert len(theirs) > 1000
    assert [(n, damage[n].kind, damage[n].what) for n in sorted(ours ^ theirs)] == []


@needs_shared
@pytest.mark.xdist_group("mutants")
def test_damage_is_found_where_it_is_and_told_once(damage: tuple[Mutant, ...]) -> None:
    counts: dict[str, list[int]] = defaultdict(list)
    missed = []
    for mutant in damage:
        found = list(tei_all().validate(mutant.data))
        if found:
            counts[mutant.kind].append(len(found))
            if not any((d.line, d.column) in mutant.places for d in found):
                missed.append((mutant.what, [(d.line, d.column, d.message) for d in found]))
    every = [n for numbers in counts.values() for n in numbers]
    assert statistics.median(every) == 1
    assert len(missed) <= 0.03 * len(every), missed[:5]


@needs_shared
def test_the_project_schema_in_both_syntaxes(damage: tuple[Mutant, ...]) -> None:
    compact, xml = (Schema.load(ROOT / "schemas" / f"record.{syntax}") for syntax in ("rnc", "rng"))
    for mutant in damage[::10]:
        assert compact.validate(mutant.data).valid == xml.validate(mutant.data).valid
