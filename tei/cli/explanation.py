"""What each code means, for the people who meet it: what was seen, what the program did, what to do."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["EXPLANATIONS"]

# one entry for each row of tei.diagnostic.CODES, in its order
EXPLANATIONS: Mapping[str, str] = {
    "encoding-guessed": """
The file is not Unicode and does not say what it is, so its encoding was found out from its bytes. If quotation
marks, dashes or accented letters look wrong in the result, give the right name:

    tei convert record.txt --encoding windows-1252 -o record.xml
""",
    "line-ends-mixed": """
Some lines end as on Windows, others as on Unix or an old Mac. All are kept as they are, so that the file can be
given back to the byte. Nothing has to be done.
""",
    "body-missing": """
Above a record may stand what an archive wrote of it (Citation:, Summary:, Credits: …). Here nothing comes after that,
or the file is empty. A document was written, with an empty paragraph for a body. Check that the whole file was given.
""",
    "field-unknown": """
A line among the archive's fields begins with a label that is not known, as in "Shelfmark: B 12". Its words are kept in
the header, in a note with the label as its number, and are not taken apart. Nothing has to be done; if the label is a
misspelling of a known one (Citation, Summary, Credits, Original Language, Contents, Time, Location, Participants,
Subject, Source), correct it.
""",
    "note-unanswered": """
Footnotes stand at the end as "[1] BArch, DY 30 …", and the text points at them with [1]. Here a marker has no note, or
a note no marker. The note was left where it is printed, the marker as plain characters. Check whether a figure was
misread, or a page is missing.
""",
    "bracket-unmatched": """
A square bracket has no partner in its paragraph. An editor's insertion must begin and end in one paragraph, or nobody
can say which words are the editor's; so the bracket was left as a plain character. Add the other bracket.
""",
    "bracket-unclear": """
Words in square brackets can be an editor's completion ("[Leonid] Brezhnev"), an explanation, a gap, a sound, a
correction. Here neither the words nor their place decide which. The most general reading was taken, which is right
for all of them but says less; change the element where you know better.
""",
    "misreading-probable": """
Characters that a scanner or a typist often confuses make no sense here, and with one change would: "[1] would like"
for "[I] would like", "Kim II Sung" for "Kim Il Sung", a word that is met again and again with one other letter. The
text was left as it is. Compare it with the original.
""",
    "person-ambiguous": """
A name fits two people of the document or the register, as "Kim" does where Kim Il Sung and Kim Pyong Jik are both
spoken of. The name is marked and points at nobody. Add the ref of the person that is meant, or give the register a
variant of the name that decides it.
""",
    "date-ambiguous": """
A date can be read in two ways: 3/4/65 is in March or in April, "30 July" has no year and nothing near says which. The
date is marked without a value. Add it where you know it.
""",
    "date-impossible": """
No calendar has this day, as 31 June 1965. It is marked without a value. Compare it with the original: mostly a figure
was misread.
""",
    "turn-ambiguous": """
The label before a speech fits several people, or none that the document names. The turn is marked, with its label, and
points at nobody. Add the who of the person who speaks.
""",
    "overlap-dropped": """
Two marks crossed, or one lay where TEI does not allow it; one had to go. Which kind stays is a fixed order, from the
editor's brackets down to places. No text was touched.
""",
    "citation-unparsed": """
The citation of an archive was taken apart into title, date, archive, call number, pages and contributors; these words
fitted nowhere. The whole citation is kept in the header as it is printed, so nothing is missing; place the words where
they belong if you need them as data.
""",
    "language-unknown": """
A language is named for which the program knows no code. Its name is kept, with the code und ("undetermined"). Replace
the code: https://www.iana.org/assignments/language-subtag-registry lists them.
""",
    "register-reference": """
An entry of the register says "see …" instead of describing a person, but what it names is no entry, several entries, or one that
says "see …" itself. Nothing tells who is meant, so the name was taken for a person of its own. Write the name as it stands in
the column "name" of the person, or put the spelling into the columns after that person's description and drop the reference.
""",
    "register-unused": """
A register of people was given with --people, and none of them is named in this document. Check that it is the right
register, and that its names are spelled as in the text; other spellings go into the columns after the description.
""",
    "not-well-formed": """
The file breaks the rules of XML itself, so nothing more can be said of it: an element is not closed, an & stands alone
(write &amp;), an attribute lacks its quotation marks. The place is where reading stopped; the cause may be a little
before it.
""",
    "element-unknown": """
The schema has no element of this name. It may be a slip (persname for persName: capitals count), an element of HTML or
of another version of TEI, or one that this schema leaves out. The message names the closest, or what may stand here.
""",
    "element-misplaced": """
The schema has this element, but not here: not inside this one, not yet (something must come before it), or not any
more. Move it, or put it into the element that may hold it; the message says what may stand here instead.
""",
    "element-incomplete": """
An element ends before all is there that it must hold: a <sp> needs a <p> or <l> after its <speaker>, a <list> an
<item>. The place is that of its end tag; add there what the message names.
""",
    "element-namespace": """
An element has the right name but is not in the namespace of TEI, so that no TEI program knows it. The root needs
xmlns="http://www.tei-c.org/ns/1.0", and nothing inside may change that.
""",
    "attribute-misplaced": """
The element may not have this attribute. It may be a slip (ref for target), or belong to another element. An attribute
that is allowed only together with, or instead of, another one is reported so too.
""",
    "attribute-missing": """
The element must have this attribute, and has not: an id for a person, a target for a reference.
""",
    "attribute-value": """
The value of an attribute is not of the kind that the schema asks for: a date that is not written as 1965-02-10, a word
that is not in a closed list, a number with letters in it. The message says what it must be.
""",
    "text-misplaced": """
Text stands where only elements may: directly in a <div>, a <sp> or a <list>. Put it into a <p> or <item>.
""",
    "text-value": """
What an element holds is not of the kind that the schema asks for, for instance a word where a number must stand.
""",
    "schematron": """
A rule that a grammar cannot express is broken, for instance that a period begins before it ends. The message is that of
the schema's author.
""",
    "rules-skipped": """
A rule of the schema could not be run. Mostly it is written in XPath 2 or 3, and the part of this program that runs those is
not installed; else it would open other files, or takes a value of the document for a date or number that is none. All other
rules were run. To install what is missing:

    pip install 'tei-toolkit[schematron]'
""",
    "pointer-dangling": """
An attribute points at an element that the document does not have: who="#kim" needs xml:id="kim" somewhere. For a
speaker, add the person to listPerson in the header, or correct the pointer.
""",
    "id-duplicate": """
Two elements have the same xml:id, so what points at it is ambiguous. Give the second an id of its own, and point at
the one that is meant.
""",
    "date-contradictory": """
The attributes of one element cannot all be right: a period ends before it begins, or a day lies outside the limits that are
given for it. Compare it with the original; mostly two figures changed places.
""",
    "person-unmentioned": """
The header describes a person, and no name, turn or relation in the document points there. Either the person is left over
from another document, or the names in the text are not linked. Nothing has to be done; TEI allows it.
""",
    "mention-unlinked": """
A name in the text points at nobody, in a document whose other names point at people; or a name or turn points at something
that is no person. Where you know who is meant, add ref="#…" with the id of the person in the header. A name that the text
does not decide may stay as it is.
""",
    "text-not-shown": """
After a document has been rendered, its words are looked for in the result. These were not found, so a reader of the
result would miss them. With a stylesheet of your own, give the element a template, or xsl:apply-templates where it is
called; with one of this toolkit, please report it.
""",
    "text-shown-twice": """
After a document has been rendered, its words are looked for in the result. These stand there more often than in the
document. With a stylesheet of your own, look for a template that is applied twice.
""",
    "element-plain": """
No template of this format knows the element, so that its content is shown as it stands: no words are lost, but what the
element says about them does not show. To show it in a way of your own, import the format's stylesheet into one of yours,
give the element a template, and name it with --xslt.
""",
    "namespace-missing": """
TEI P5 documents begin <TEI xmlns="http://www.tei-c.org/ns/1.0">. This one does not say so; it was read as if it did.
Most programs for TEI will not take it: add the namespace.
""",
    "pointer-malformed": """
A pointer cannot lead anywhere as it is written: it lacks its # (ref="kim" where the document has xml:id="kim"), has two of
them, or begins like a web address and is none. Correct it as the message says.
""",
    "schema-unresolved": """
The document says, in a line <?xml-model href="…"?> above the root, by which schema it is to be checked, and that schema is
not here. Schemas are looked for in the XML catalogs (--catalog, XML_CATALOG_FILES), in the folder of the document, and among
those that were fetched before. To fetch it once, or to name another:

    tei validate letter.xml --fetch
    tei validate letter.xml --schema tei_all.rng
""",
    "text-lost": """
Words of the transcript that was given with --source are nowhere in the document. The place is that in the transcript.
Compared are words alone: blanks, punctuation and the order of header and notes do not count. For documents made by this
program, tei verify compares every character.
""",
    "source-differs": """
The text that was rebuilt from the TEI document is not the transcript: words were changed, lost or added after the
conversion, in one of the two. The places are given one by one; correct the document, or convert the new transcript.
""",
}
