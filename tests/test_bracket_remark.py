"""What editors, stenographers and censors remark in brackets: bracket → the mark and its attributes."""

from __future__ import annotations

import pytest

from marked import document, marked
from tei.annotate.brackets import brackets

REMARKS = {
    "[The rest of the cable (5 paragraphs) has not been declassified.]": "gap reason=redacted unit=paragraph quantity=5",
    "[two lines closed under FOIA exemption]": "gap reason=redacted unit=line quantity=2",
    "[name withheld on request]": "gap reason=redacted extent=name",
    "[half line censored]": "gap reason=redacted unit=line quantity=0.5",
    "[b(1)]": "gap reason=redacted",
    "[2 words illeg.]": "gap reason=illegible unit=word quantity=2",
    "[1 group undecypherable]": "gap reason=illegible unit=group quantity=1",
    "[ink blot]": "gap reason=illegible",
    "[two or three words inaudible]": "gap reason=inaudible",
    "[indiscernible]": "gap reason=inaudible",
    "[space left blank]": "gap reason=omitted",
    "[word omitted in original]": "gap reason=omitted",
    "[the document breaks off here]": "gap reason=omitted",
    "[— — —]": "gap reason=editorial",
    "[Personal remarks, omitted here]": "gap reason=editorial",
    "[weeps]": "vocal",
    "[standing ovation]": "kinesic type=applause",
    "[bangs table]": "kinesic",
    "[10 second pause]": "incident",
    "[break in tape]": "incident",
    "[doorbell rings]": "incident",
    "[Mr. Berding left at this point.]": "incident",
    "[The Secretary reads the draft.]": "incident",
    "[begin page 3]": "pb n=3",
    "[f. 12r]": "pb n=12r",
    "[Transcriber's note: the spelling was kept]": "note type=editorial",
    "[Archivist's note: water damage]": "note type=editorial",
    "[that was in Poland -- Editor]": "note type=editorial",
    "[in margin: No!]": "note type=editorial",
    "[added by hand: and Laos]": "note type=editorial",
    "[crossed out: and Laos]": "note type=editorial",
    "[not attached]": "note type=editorial",
    "[date uncertain]": "note type=editorial",
    "[undated]": "note type=editorial",
    "[TN: a play on words]": "note type=translator",
    "[a play on words--translator]": "note type=translator",
    # other languages
    "[Textlücke]": "gap reason=omitted",
    "[Seite 3 fehlt]": "gap reason=omitted",
    "[mot manquant]": "gap reason=omitted",
    "[лист отсутствует]": "gap reason=omitted",
    "[текст опущен]": "gap reason=editorial",
    "[coupure]": "gap reason=editorial",
    "[неразб.]": "gap reason=illegible",
    "[1 сл. нрзб.]": "gap reason=illegible unit=word quantity=1",
    "[Оживление, смех]": "vocal type=laughter",
    "[Zuruf von links: Unerhört!]": "incident",
    "[feuille 4]": "pb n=4",
    "[am Rand: nein]": "note type=editorial",
    "[резолюция: согласен]": "note type=editorial",
    "[Anm. d. Ü.: ein Wortspiel]": "note type=translator",
    "[N. del T.: juego de palabras]": "note type=translator",
}

# words that an editor may supply in a sentence, however much like a remark they look
SUPPLIED = ["cut", "attached", "typed", "restricted", "in the hall", "not", "the margin", "a pause in the war"]


@pytest.mark.parametrize(("bracket", "expected"), REMARKS.items())
def test_a_remark(bracket: str, expected: str) -> None:
    assert marked(brackets, document(f"They met {bracket} and parted.")) == [f"{expected}: {bracket}"]


@pytest.mark.parametrize("words", SUPPLIED)
def test_no_remark(words: str) -> None:
    assert marked(brackets, document(f"They were to be [{words}] and parted.")) == [
        f"supplied reason=subaudible: [{words}]"
    ]
