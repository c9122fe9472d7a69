"""No two things of a document have one id, whatever the people are called."""

from __future__ import annotations

import re

import pytest

import tei

TALK = """Citation: "A Talk", February 10, 1965, National Archives, B 1, 2. Translated by Jeffrey Wang.

Credits: This document was made possible with support from X Foundation.

Mr. {0}: Will you [all] come on 10 February? It was said. [1]

(Mr. {1}: Will you?)

Mr. {0}: You see, Mr. {1}, a bell: \x07

Mr. {1}: I see.

[1] A note.
"""


@pytest.mark.parametrize(
    "names",
    [
        ("Editor", "Jeffrey Wang"),
        ("Reported", "Interjection"),
        ("Inferred-Year", "Inferred-Date"),
        ("U0007", "Field-Title"),
        ("N1", "Sp-1"),
    ],
    ids=" ".join,
)
def test_a_name_like_an_id_of_the_encoding(names: tuple[str, str]) -> None:
    edition = tei.convert(TALK.format(*names))
    ids = re.findall(r'xml:id="([^"]+)"', edition.xml.decode())
    assert len(ids) == len(set(ids))
    assert tei.validate(edition.xml) == []
    assert len(edition.people) == 2


@pytest.mark.parametrize("ident", ["n1", "sp-1"])
def test_notes_and_turns_give_way_to_a_register(ident: str) -> None:
    register = f"id,name,description\n{ident},Mr. Rusk,secretary\n".encode()
    edition = tei.convert(TALK.format("Mann", "Rusk"), people=register)
    assert tei.validate(edition.xml) == []
    assert [p.id for p in edition.people if p.registered] == [ident]


@pytest.mark.parametrize("ident", ["reported", "interjection", "u0007", "field-title", "editor"])
def test_a_register_may_not_use_what_the_encoding_uses(ident: str) -> None:
    with pytest.raises(tei.RegisterError) as caught:
        tei.convert(TALK.format("Mann", "Rusk"), people=f"id,name,description\n{ident},Rusk,x\n".encode())
    assert caught.value.message == f'the id "{ident}" is one that the encoding uses for something else'
    assert caught.value.line == 2
