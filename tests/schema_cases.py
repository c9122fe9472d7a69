"""Bodies of records: what the schema accepts, what it refuses though TEI does not, what its rules find."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tei.diagnostic import Diagnostic, Severity
from tei.validate import validate

__all__ = ["ACCEPTED", "FOUND", "NARROWER", "REFUSED", "faults", "record", "said"]

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy>"
    '<category xml:id="interjection"><catDesc>c</catDesc></category>'
    '<category xml:id="inferred-year"><catDesc>c</catDesc></category>'
    '<category xml:id="reported"><catDesc>c</catDesc></category></taxonomy></classDecl>'
    '<charDecl><char xml:id="u0007"><desc>d</desc></char></charDecl></encodingDesc>'
    "<profileDesc><particDesc><listPerson>"
    '<person xml:id="k"><persName>K</persName></person><person xml:id="l"><persName>L</persName></person>'
    "</listPerson></particDesc></profileDesc></teiHeader>"
)


def faults(document: Any, **options: Any) -> list[Diagnostic]:
    """What :func:`tei.validate` finds, without its remarks on people whom a small example has no need to mention."""
    return [d for d in validate(document, **options) if d.severity is not Severity.INFO]


def record(body: str, header: str = HEADER) -> bytes:
    """A document with this body."""
    head = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}'
    return f"{head}<text><body>{body}</body></text></TEI>".encode()


# the rows of the conventions: what is printed → how it is encoded
ACCEPTED: Mapping[str, str] = {
    "on the other hand [but] it": '<p>on the other hand <supplied reason="subaudible">but</supplied> it</p>',
    "wa[ll]": '<p>wa<supplied reason="omitted">ll</supplied></p>',
    "N[asser]": "<p><persName><expan>N<ex>asser</ex></expan></persName></p>",
    "B[en] G[urion]": "<p><persName><expan>B<ex>en</ex></expan> <expan>G<ex>u</ex></expan></persName></p>",
    "[Leonid] Brezhnev": '<p><persName ref="#k"><supplied reason="subaudible" resp="#k #l">Leonid</supplied>'
    " Brezhnev</persName></p>",
    "[North] Korea": '<p><placeName><supplied reason="subaudible">North</supplied> Korea</placeName></p>',
    "[North] Korean": '<p><rs type="place"><supplied reason="subaudible">North</supplied> Korean</rs></p>',
    "Kim Byeong-jik [Kim Pyong Jik]": '<p><persName ref="#k">Kim Byeong-jik</persName> <supplied '
    'reason="explanation"><persName type="variant" ref="#k">Kim Pyong Jik</persName></supplied></p>',
    "you [the Chinese]": '<p>you <supplied reason="explanation">the Chinese</supplied></p>',
    "27 November of last year [1964]": '<p><date when="1964-11-27">27 November of last year <supplied '
    'reason="explanation">1964</supplied></date></p>',
    "loose [sic]": '<p><sic>loose</sic> <note type="editorial" subtype="sic">sic</note></p>',
    "recieve [receive]": "<p><choice><sic>recieve</sic><corr>receive</corr></choice></p>",
    "[two words illegible]": '<p><gap reason="illegible" quantity="2" unit="word"><desc>two words illegible'
    "</desc></gap></p>",
    "[inaudible]": '<p><gap reason="inaudible"><desc>inaudible</desc></gap></p>',
    "[Omitted here is discussion by Kim.]": '<p><gap reason="editorial"><desc>Omitted here is discussion by '
    '<persName ref="#k">Kim</persName>.</desc></gap></p>',
    "[less than 1 line]": '<p><gap reason="redacted" unit="line" atMost="1"><desc>x</desc></gap></p>',
    "[2½ lines]": '<p><gap reason="redacted" unit="line" quantity="2.5"/></p>',
    "[name not declassified]": '<p><gap reason="redacted" extent="name"/></p>',
    "[omission in the source text]": '<p><gap reason="omitted"><desc>x</desc></gap></p>',
    "[Laughter]": '<p><vocal type="laughter" who="#k"><desc>Laughter</desc></vocal></p>',
    "[Applause]": '<p><kinesic type="applause"><desc>Applause</desc></kinesic></p>',
    "[Telephone rings]": "<p>x</p><incident><desc>Telephone rings</desc></incident><p>x</p>",
    "[Enter Hamlet]": '<stage type="entrance">Enter Hamlet</stage><sp><speaker>HAMLET</speaker><p>x</p></sp>',
    "[Page 560]": '<pb n="559"/><p>cut <pb n="560"/>here</p><pb/>',
    "[1] BArch": '<p>a<note n="1" place="end" xml:id="n1"><p>BArch</p><p>y</p></note> b<ref type="note" '
    'target="#n1">1</ref></p>',
    "[Translator's note: x]": '<p><note type="translator" resp="#k">x</note></p>',
    "[Ivanov?]": '<p><unclear cert="low">I</unclear><supplied reason="omitted" cert="low">I</supplied></p>',
    "nested": '<p><supplied reason="explanation">a <gap reason="illegible"/><note>b</note></supplied></p>',
    "Ambassador Pan: x": '<sp who="#k"><speaker>Ambassador <persName>Pan</persName><note>n</note></speaker>'
    "<p>x</p><p>y</p></sp>",
    "K (laughing): x": '<sp><speaker>K</speaker><stage type="delivery">laughing</stage><p>x</p></sp>',
    "(Ambassador Pan: x)": '<sp xml:id="a" who="#k" next="#b"><p>x</p></sp><sp who="#l" rend="parentheses" '
    'ana="#interjection"><speaker>P</speaker><p>x</p></sp><sp xml:id="b" who="#k" prev="#a"><p>y</p></sp>',
    "(Kim: x)": '<p>a (<said who="#k" direct="true" ana="#interjection"><label>Kim:</label> x</said>) b</p>',
    "Pan said that x": '<sp who="#k" ana="#reported"><p>x <said who="#l" direct="false">y</said></p></sp>',
    "ALL: x": '<sp who="#k #l"><speaker>ALL</speaker><p>x</p></sp>',
    "Summary: x": "<p><label>Summary:</label> x</p>",
    "Premier Zhou": '<p><persName ref="#k"><roleName>Premier</roleName> Zhou</persName></p>',
    "an authority file": '<p><placeName ref="https://www.geonames.org/524901">Moscow</placeName></p>',
    "30 July": '<p><date when="1964-07-30" cert="medium" ana="#inferred-year">30 July</date></p>',
    "10–12 May 1965": '<p><date from="1965-05-10" to="1965-05-12">10–12 May 1965</date></p>',
    "in 1964 or 1965": '<p><date notBefore="1964" notAfter="1965">1964 or 1965</date></p>',
    "a date before our era": '<p><date from="-0044" to="-0031">x</date></p>',
    "SECRET / Oslo / Dear / Sincerely": '<head>x</head><opener><seg type="classification">SECRET</seg>'
    "<dateline>Oslo</dateline><salute>Dear Sir:</salute></opener><p>x</p><closer><salute>Sincerely</salute>"
    "<signed><persName>K</persName></signed></closer>",
    "Source: x": '<head>x<note type="source">x</note></head><p>x</p>',
    "PARTICIPANTS": '<list type="participants"><head>P</head><item>x</item></list>',
    "* * *": '<p>x</p><ab type="ornament">* * *</ab><p>x</p>',
    "Enclosure": '<p>x</p><div type="section"><head>Enclosure</head><p>x</p></div>',
    "tele-/gram": '<p>tele<lb break="no"/>gram</p>',
    "a bell": '<p><g ref="#u0007"/></p>',
}

# what TEI allows and no record has
NARROWER: Mapping[str, str] = {
    "another reason": '<p><supplied reason="because">x</supplied></p>',
    "a number without unit": '<p><gap reason="redacted" quantity="2"/></p>',
    "less than nothing": '<p><gap reason="redacted" unit="line" quantity="-2"/></p>',
    "another unit": '<p><gap reason="redacted" unit="furlong" quantity="2"/></p>',
    "another certainty": '<p><unclear cert="unknown">x</unclear></p>',
    "another list": '<list type="gloss"><item>x</item></list>',
    "another note": '<p><note type="shopping">x</note></p>',
    "another stage": '<p><stage type="silly">x</stage></p>',
    "half a period": '<p><date from="1964">x</date></p>',
    "two values": '<p><date when="1964" notBefore="1964" notAfter="1965">x</date></p>',
    "a pointer elsewhere": '<sp who="people.xml#k"><p>x</p></sp>',
    "a pointer without a mark": '<p><persName ref="k">x</persName></p>',
    "capitals in an id": '<p xml:id="Kim">x</p>',
    "an id that ends in a hyphen": '<p xml:id="kim-">x</p>',
    "an element of another purpose": "<p><hi>x</hi></p>",
    "verse": "<lg><l>x</l></lg>",
    "a table": "<table><row><cell>x</cell></row></table>",
    "a correction in the wrong order": "<p><choice><corr>a</corr><sic>b</sic></choice></p>",
    "speech in a name": '<p><persName><said direct="true">x</said></persName></p>',
    "an attribute of another purpose": '<p facs="#k">x</p>',
}

# what TEI refuses as well
REFUSED: Mapping[str, str] = {
    "HTML": "<p><b>x</b></p>",
    "words outside a paragraph": "x",
    "nothing": "",
    "a paragraph in a paragraph": "<p><p>x</p></p>",
    "text after the closer": "<p>x</p><closer><signed>x</signed></closer><p>x</p>",
    "an opener after text": "<p>x</p><opener><salute>x</salute></opener>",
    "text after a section": "<div><p>x</p></div><p>x</p>",
    "a turn without words": "<sp><speaker>A</speaker></sp>",
    "a list without items": "<list><head>x</head></list>",
    "no such day": '<p><date when="1964-02-30">x</date></p>',
    "no such month": '<p><date when="1964-13">x</date></p>',
    "a mark in an event": "<p><incident><desc><supplied reason='omitted'>x</supplied></desc></incident></p>",
    "a label in a label": "<sp><speaker><label>x</label></speaker><p>x</p></sp>",
}

# id of a rule → a body that breaks it and nothing else
FOUND: Mapping[str, str] = {
    "who-one": '<sp who="#nobody"><p>x</p></sp>',
    "who-several": '<sp who="#k #nobody #l"><p>x</p></sp>',
    "ref-person": '<p xml:id="here"><persName ref="#here">x</persName></p>',
    "ref-char": '<p><g ref="#u0008"/></p>',
    "ref-other": '<p><placeName ref="#nowhere">x</placeName></p>',
    "resp-one": '<p><note resp="#nobody">x</note></p>',
    "resp-several": '<p><note resp="#k #nobody">x</note></p>',
    "ana-one": '<p ana="#nothing">x</p>',
    "ana-several": '<p ana="#reported #nothing">x</p>',
    "corresp-one": '<p corresp="#nothing">x</p>',
    "corresp-several": '<p corresp="#k #nothing">x</p>',
    "next-mutual": '<sp xml:id="a" who="#k" next="#b"><p>x</p></sp><sp xml:id="b" who="#k"><p>y</p></sp>',
    "prev-mutual": '<sp xml:id="a" who="#k"><p>x</p></sp><sp xml:id="b" who="#k" prev="#a"><p>y</p></sp>',
    "id-unique": '<p xml:id="a">x</p><p xml:id="a">y</p>',
    "name-words": "<p><persName> </persName></p>",
    "role-in-name": "<p><roleName>Premier</roleName></p>",
    "reported-who": '<sp ana="#reported"><p>x</p></sp>',
    "reported-label": '<sp who="#k" ana="#reported"><speaker>K</speaker><p>x</p></sp>',
    "turn-speaker": "<sp><p>x</p></sp>",
    "said-direct": '<p><said who="#k" ana="#reported">x</said></p>',
    "date-one": '<p><date when="1964" from="1964" to="1965">x</date></p>',
    "date-order": '<p><date from="1965-02-02" to="1965-01">x</date></p>',
    "gap-reason": '<p><gap resp="#k" cert="low"/></p>',
    "supplied-reason": "<p><supplied>x</supplied></p>",
    "choice-differs": "<p><choice><sic>a b</sic><corr>a  b</corr></choice></p>",
    "note-number": '<p><note place="end">x</note></p>',
    "note-mixed": "<p><note>x<p>y</p></note></p>",
    "note-field": '<p><note type="field">x</note></p>',
}


def said(body: str | bytes, **more: str | Path) -> list[str]:
    """``message (hint)`` of each finding; a string is a body."""
    document = body if isinstance(body, bytes) else record(body)
    return [f"{d.message} ({d.hint})" if d.hint else d.message for d in faults(document, **more)]
