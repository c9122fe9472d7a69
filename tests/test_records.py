"""Kinds of record that the seed is not: what an editor would look for in each, in the words of the record."""

from __future__ import annotations

from lxml import etree

import tei

NS = {"t": "http://www.tei-c.org/ns/1.0"}


def encoded(text: str) -> etree._Element:
    """The TEI of a record; valid, as every document here is."""
    edition = tei.convert(text)
    assert tei.validate(edition.xml) == []
    return etree.fromstring(edition.xml)


def said(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(f".//t:text//{path}", namespaces=NS)
    return [" ".join("".join(e.itertext(etree.Element)).split()) for e in found]


def turns(root: etree._Element) -> list[tuple[str, str]]:
    """(who, first words) of each turn."""
    found = []
    for sp in root.iterfind(".//t:sp", NS):
        first = sp.find("t:p", NS)
        words = "" if first is None else " ".join("".join(first.itertext(etree.Element)).split())
        found.append((sp.get("who", "").removeprefix("#"), words[:20]))
    return found


PLAY = """HAMLET

ACT I

SCENE I. Elsinore. A platform before the castle.

[FRANCISCO at his post. Enter to him BERNARDO]

BERNARDO
Who's there?

FRANCISCO
Nay, answer me: stand, and unfold yourself.

BERNARDO
Long live the king!

FRANCISCO
You come most carefully upon your hour.

[Enter HORATIO and MARCELLUS]

HORATIO
Friends to this ground.

MARCELLUS
And liegemen to the Dane.

[Exit FRANCISCO]

HORATIO
A piece of him. [Laughs]
"""


def test_a_play() -> None:
    root = encoded(PLAY)
    assert turns(root) == [
        ("bernardo", "Who's there?"),
        ("francisco", "Nay, answer me: stan"),
        ("bernardo", "Long live the king!"),
        ("francisco", "You come most carefu"),
        ("horatio", "Friends to this grou"),
        ("marcellus", "And liegemen to the "),
        ("horatio", "A piece of him. Laug"),
    ]
    assert said(root, "t:stage[@type='entrance']") == [
        "FRANCISCO at his post. Enter to him BERNARDO",
        "Enter HORATIO and MARCELLUS",
    ]
    assert said(root, "t:stage[@type='exit']") == ["Exit FRANCISCO"]
    assert said(root, "t:head") == ["ACT I", "SCENE I. Elsinore. A platform before the castle."]


TAPE = """Conversation No. 4-41

Date: June 23, 1972
Location: Oval Office

PRESIDENT NIXON: Now, on the investigation, we're back in the problem area because Gray doesn't know.

HALDEMAN: [Unclear] that's right. [laughs]

PRESIDENT NIXON: Right. [7 seconds unintelligible] John Mitchell called you?

HALDEMAN: He did. [Pause.] And Mr. Dean talked with [Pat] Gray.

[A secretary enters the room.]

HALDEMAN: [withdrawn item: national security]
"""


def test_a_tape() -> None:
    root = encoded(TAPE)
    assert [who for who, _ in turns(root)] == ["nixon", "haldeman", "nixon", "haldeman", "haldeman"]
    assert said(root, "t:gap[@reason='inaudible']") == ["Unclear", "7 seconds unintelligible"]
    assert said(root, "t:gap[@reason='redacted']") == ["withdrawn item: national security"]
    assert said(root, "t:vocal | .//t:text//t:incident") == ["laughs", "Pause.", "A secretary enters the room."]
    assert said(root, "t:persName[t:supplied]") == ["Pat Gray"]


VERBATIM = """VERBATIM RECORD OF THE 1,976th MEETING

Held at Headquarters, New York, on Monday, 25 October 1971, at 3 p.m.

President: Mr. Adam MALIK (Indonesia).

1. The PRESIDENT: I call on the representative of Albania.

2. Mr. MALILE (Albania) (interpretation from French): My delegation wishes to say that we shall vote against.

3. Mr. BUSH (United States of America): My delegation does not agree.

4. The PRESIDENT: I thank the representative of the United States.

5. Mr. HUANG HUA (China) (spoke in Chinese): I wish to reply to Mr. Bush.
"""


def test_verbatim_minutes_with_numbered_paragraphs() -> None:
    root = encoded(VERBATIM)
    assert said(root, "t:speaker") == [
        "1. The PRESIDENT",
        "2. Mr. MALILE",
        "3. Mr. BUSH",
        "4. The PRESIDENT",
        "5. Mr. HUANG HUA",
    ]
    assert said(root, "t:sp/t:stage")[0] == "(Albania) (interpretation from French)"
    who = [who for who, _ in turns(root)]
    assert who[0] == who[3]
    assert len(set(who)) == 4


def test_numbered_headings_with_a_colon_are_no_speakers() -> None:
    root = encoded(
        "Memorandum of Conversation\n\n1. Export-Import Bank Loan: I said that we agree.\n\n2. Arms: He asked me.\n\n"
        "1. Export-Import Bank Loan: We will see.\n\n2. Arms: No.\n"
    )
    assert turns(root) == []


LETTER = """Letter From Chairman Khrushchev to President Kennedy

Moscow, October 26, 1962.

Dear Mr. President:

From your letter I got the feeling that you have [a] sense of responsibility, as Com. Ulbricht [the East German leader] said.

Respectfully yours,

N. Khrushchev [signed]
"""


def test_a_letter() -> None:
    root = encoded(LETTER)
    assert said(root, "t:dateline") == ["Moscow, October 26, 1962."]
    assert said(root, "t:salute") == ["Dear Mr. President:", "Respectfully yours,"]
    assert said(root, "t:signed/t:persName") == ["N. Khrushchev"]
    assert said(root, "t:supplied[@reason='explanation']") == ["the East German leader"]
    assert said(root, "t:persName/t:roleName") == ["Chairman", "President", "Com."]


TELEGRAM = """TELEGRAM FROM THE EMBASSY IN THE SOVIET UNION TO THE DEPARTMENT OF STATE

Moscow, March 18, 1961, 11 p.m.

SECRET
NIACT

2135. Eyes only for the Secretary. Deptel 1402.

1. Gromyko received me this afternoon. I had been instructed by President [garble] to raise question of Laos.

2. I pointed out [1 line of source text not declassified] that Mr. Bohlen would arrive Tuesday.

Thompson
"""


def test_a_telegram() -> None:
    root = encoded(TELEGRAM)
    assert said(root, "t:opener/t:seg[@type='classification']") == ["SECRET", "NIACT"]
    assert root.find(".//t:dateline/t:date", NS).get("when") == "1961-03-18T23:00:00"
    assert [dict(g.attrib)["reason"] for g in root.iterfind(".//t:gap", NS)] == ["illegible", "redacted"]
    assert said(root, "t:closer/t:signed") == ["Thompson"]
    assert turns(root) == []


COMEDY = """THE MERCHANT'S DAUGHTER

Dramatis Personæ

SIR ANTHONY BELLWETHER, a baronet.
MRS. CANDISH, his sister.
CAPTAIN ROVER.

SCENE: London.

ACT I

SCENE I. A room.

Enter SIR ANTHONY and MRS. CANDISH.

SIR ANTHONY.
Nay, sister, I will not hear of it.

MRS. CANDISH.
An end? 'Tis rather a beginning, brother.

    [Knocking within.]

SIR ANTHONY.
Who knocks? [To CANDISH.] Go and see. I had it from [thy] brother.

MRS. CANDISH. [Aside.] More noise than sense.

SIR ANTHONY.
I'll speak with him.

[Exeunt.]
"""


def test_a_comedy_with_a_list_of_characters_and_directions_in_no_brackets() -> None:
    root = encoded(COMEDY)
    assert len(said(root, "t:list[@type='participants']/t:item")) == 3
    anthony, candish = "anthony-bellwether", "candish"
    assert [who for who, _ in turns(root)] == [anthony, candish, anthony, candish, anthony]
    stages = [(s.get("type"), "".join(s.itertext(etree.Element))) for s in root.iterfind(".//t:stage", NS)]
    assert stages == [
        ("entrance", "Enter SIR ANTHONY and MRS. CANDISH."),
        ("business", "Knocking within."),
        ("delivery", "To CANDISH."),
        ("delivery", "Aside."),
        ("exit", "Exeunt."),
    ]
    assert said(root, "t:supplied") == ["thy"]


HANSARD = """HOUSE OF COMMONS

ORAL ANSWERS TO QUESTIONS

1. Mr. Eden asked the Secretary of State whether he has any statement to make on the strike in Berlin.

Mr. McNeil: I would refer the right hon. Gentleman to my reply of 1st June.

Mr. Eden: Is the Minister aware that the position has become worse?

Mr. Gallacher: Is it not the case that the Americans—[Interruption.] Will the Minister answer?

Hon. Members: Oh!

Mr. Churchill (Woodford): May I ask a question arising out of that?

Mr. McNeil: No, Sir.
"""


def test_a_debate_in_which_most_speak_once() -> None:
    found = turns(encoded(HANSARD))
    assert [who for who, _ in found] == ["mcneil", "eden", "gallacher", "hon-members", "churchill", "mcneil"]


COUNCIL = """1108th MEETING

Held in New York, on Friday, 3 April 1964, at 10.30 a.m.

President: Mr. Platon D. MOROZOV (Union of Soviet Socialist Republics).

1. The PRESIDENT (translated from Russian): I invite the representative of Yemen to take a place.

2. Mr. STEVENSON (United States of America): We have listened to what Sir Patrick Dean said yesterday.

3. Sir Patrick DEAN (United Kingdom): I thank the representative of the United States.

4. The PRESIDENT (translated from Russian): Does any other representative wish to speak?
"""


def test_who_presides_is_told_at_the_beginning_and_is_no_turn() -> None:
    root = encoded(COUNCIL)
    assert [who for who, _ in turns(root)] == ["platon-d-morozov", "stevenson", "patrick-dean", "platon-d-morozov"]
    assert said(root, "t:said") == []  # what somebody said on another day is no speech here
