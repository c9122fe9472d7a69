"""TEI that this toolkit did not make, with everything in it that formats differ about. Written for these tests."""

from __future__ import annotations

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{title}</title><author>An Author</author></titleStmt>"
    "<publicationStmt><p/></publicationStmt><sourceDesc><bibl>Some Archive, box 12</bibl></sourceDesc></fileDesc></teiHeader>"
)
_BODY = """<text xml:lang="en">
<front><titlePage><docTitle><titlePart>The Whole Title</titlePart></docTitle><byline>by <docAuthor>Nobody</docAuthor></byline></titlePage>
<castList><head>Persons</head><castItem><role>HAMLET</role><roleDesc>a prince</roleDesc></castItem></castList></front>
<body>
<div type="act"><head>Act one<note place="foot" n="1" xml:id="n1"><p>A note on the heading.</p><p>Its second paragraph.</p></note></head>
<stage>Enter two sentinels</stage>
<sp who="#h"><speaker>HAM.</speaker><stage type="delivery">(aside)</stage><l>To be, or not</l><l>- to be</l></sp>
<sp><speaker>Ghost</speaker><p>Mark me. <said>I will</said> he said, and <q>adieu</q>.</p></sp>
</div>
<div><head>Prose</head>
<p>1. First<note place="foot" n="2" xml:id="n2">Two <hi rend="italic">words</hi></note> with <hi rend="bold">bold</hi>, H<hi
rend="sub">2</hi>O,
<persName>Some <list rend="bulleted"><item>one<list type="ordered"><item><p>deep one</p><p>deep two</p></item></list></item>
<item>two</item></list> Body</persName> goes on<lb/># after a break; <choice><abbr>Mr</abbr><expan>Mister</expan></choice>
<choice><sic>teh</sic><corr>the</corr></choice> <app><lem>lemma</lem><rdg wit="#A">variant</rdg></app> <del>struck</del><add>put in</add>
<gap reason="redacted" unit="line" quantity="2"><desc>two lines not declassified</desc></gap> <unclear>smudged</unclear></p>
<pb n="7"/>
<lg><head>A Poem</head><lg type="stanza"><l>Roses are</l><l>* red</l></lg></lg>
<quote><p>Quoted paragraph.</p><lg><l>quoted verse</l></lg></quote>
<table><head>A Table</head><row role="label"><cell>left|right</cell><cell>B</cell></row><row><cell><p>upper</p><p>lower</p></cell>
<cell cols="2">wide<note place="foot" n="2" xml:id="n3">in a cell</note></cell></row></table>
<figure><graphic url="pictures/a.png"/><figDesc>A figure described</figDesc></figure>
<p><ref target="https://example.org/a_b?c=d&amp;e#f">a link</ref> <ref target="javascript:alert(1)">no link</ref>
<ptr target="http://example.org/"/> <formula>E=mc</formula> <foreign xml:lang="ru">мир</foreign> <g ref="#u0007"/></p>
<madeUp><inner>unheard of</inner><inner>twice over</inner></madeUp>
<index><term>not a word of the text</term></index>
<p>=1+1 \\emph{{x}} 100% $5 &amp; a_b #c ~d ^e "q" `r` ''s'' -- t &lt;script&gt;u&lt;/script&gt; [v](javascript:w) | {{y}}</p>
</div>
</body><back><div><p>The back.</p></div></back></text>"""

OTHER = (
    f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}'.format(title="Any TEI")
    + _BODY.replace("{{", "{").replace("}}", "}")
    + "</TEI>"
).encode()
CORPUS = (
    '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">'
    + HEADER.format(title="The Corpus")
    + "".join(
        f"<TEI>{HEADER.format(title=t)}<text><body><p>{w}</p></body></text></TEI>"
        for t, w in (("One", "Words of one"), ("Two", "Words of two"))
    )
    + "</teiCorpus>"
).encode()
BARE = b"<TEI><teiHeader/><text><body><p>No namespace here.</p></body></text></TEI>"
