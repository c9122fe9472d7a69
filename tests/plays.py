"""A schema for plays, and what it says of a document."""

from __future__ import annotations

from functools import cache

from tei.validate.relaxng import Schema
from tei.validate.relaxng.datatype import XSD

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


PLAY = f"""
<grammar {RNG} datatypeLibrary="{XSD}" ns="urn:play">
 <start><element name="play">
  <attribute name="year"><data type="gYear"><param name="minInclusive">1500</param></data></attribute>
  <optional><attribute name="kind"><choice><value>comedy</value><value>tragedy</value></choice></attribute></optional>
  <ref name="title"/>
  <oneOrMore><element name="sp">
   <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
   <optional><attribute name="after"><data type="IDREF"/></attribute></optional>
   <element name="speaker"><text/></element>
   <oneOrMore><choice><ref name="p"/><ref name="stage"/></choice></oneOrMore>
  </element></oneOrMore>
  <optional><element name="pages"><data type="positiveInteger"/></element></optional>
 </element></start>
 <define name="title"><element name="title"><text/></element></define>
 <define name="p"><element name="p"><mixed><zeroOrMore><ref name="stage"/></zeroOrMore></mixed></element></define>
 <define name="stage"><element name="stage"><text/></element></define>
</grammar>
""".encode()
SP = "<sp><speaker>A</speaker><p>x</p></sp>"


@cache
def play() -> Schema:
    return Schema.parse(PLAY, name="play.rng")


def said(document: str | bytes, schema: Schema | None = None) -> list[str]:
    data = document if isinstance(document, bytes) else document.encode()
    return [
        f"{d.line}:{d.column} {d.message}" + (f" ({d.hint})" if d.hint else "")
        for d in (schema or play()).validate(data)
    ]
