<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI record as one HTML page that needs nothing else.

     header.xsl   title, abstract, citation block
     cite.xsl     how the record is cited, by people and by programs
     tools.xsl    what a reader may choose to see
     people.xsl   the index of people, places and dates, and the colour of each voice
     text.xsl     blocks: sections, turns, paragraphs, lists, tables
     editor.xsl   what an editor did: brackets, corrections
     inline.xsl   names, dates, page breaks, highlighting
     note.xsl     notes: a number in the text, the note below it
     link.xsl     what may be linked, ids, languages
     style.xsl    the style sheet of the page
     script.xsl   its script: copying, notes as pop-ups, going from mention to mention; the page is whole without it
     words.xsl    the page's own words, by language

     Notes and mentions have ids and numbers from tei/render/anchor.py. Ids that the page makes itself have a colon
     (page:text, ref:n1): no xml:id can have one.
     An element without a template is shown by its content. Patterns, those of keys too, have no predicates on elements that may be
     many, and so has what begins with two slashes: for each of them the processor counts siblings, or compares it with all that it
     found before, which takes the square of their number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:page="urn:tei-toolkit:page" exclude-result-prefixes="tei page">
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/cite.xsl"/>
  <xsl:include href="html/tools.xsl"/>
  <xsl:include href="html/people.xsl"/>
  <xsl:include href="html/text.xsl"/>
  <xsl:include href="html/editor.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/note.xsl"/>
  <xsl:include href="html/link.xsl"/>
  <xsl:include href="html/style.xsl"/>
  <xsl:include href="html/script.xsl"/>
  <xsl:include href="html/words.xsl"/>
  <!-- the only document type that XSLT 1.0 can write and that browsers read as plain HTML:
       https://html.spec.whatwg.org/multipage/syntax.html#the-doctype -->
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <!-- a title to stand for the document's own; the language of the page's own words; a style sheet after the page's; where the TEI is -->
  <xsl:param name="title">
    <xsl:choose>
      <xsl:when test="normalize-space(/tei:TEI/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[1])">
        <xsl:value-of select="normalize-space(/tei:TEI/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[1])"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="of">untitled</xsl:with-param></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:param>
  <xsl:param name="lang">
    <xsl:variable name="own" select="substring(concat($language, '-'), 1, 2)"/>
    <xsl:choose>
      <xsl:when test="contains(' de fr es ru zh ', concat(' ', $own, ' '))"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:param>
  <xsl:param name="css"/>
  <xsl:param name="tei"/>
  <!-- from tei/render/survey.py: the ids in the page; "yes" where a paragraph holds a block, or a name a link -->
  <xsl:param name="targets"/>
  <xsl:param name="blocks-within" select="'yes'"/>
  <xsl:param name="links-within" select="'yes'"/>
  <!-- from tei/render/page.py: what stands for the page's own style sheet and script until it is finished; they are large, and the same
       in each page -->
  <xsl:param name="shell"/>
  <!-- from tei/render/citation.py -->
  <xsl:param name="citation"/>
  <xsl:param name="key"/>
  <xsl:param name="bibtex"/>
  <xsl:param name="ris"/>
  <xsl:param name="csl"/>
  <xsl:param name="jsonld"/>

  <xsl:key name="id" match="tei:teiHeader//* | tei:standOff//*" use="@xml:id"/>

  <xsl:variable name="header" select="/tei:TEI/tei:teiHeader"/>
  <xsl:variable name="file" select="$header/tei:fileDesc"/>
  <xsl:variable name="profile" select="$header/tei:profileDesc"/>
  <xsl:variable name="language">
    <xsl:choose>
      <xsl:when test="/tei:TEI/tei:text/@xml:lang"><xsl:value-of select="/tei:TEI/tei:text/@xml:lang"/></xsl:when>
      <xsl:when test="/tei:TEI/@xml:lang"><xsl:value-of select="/tei:TEI/@xml:lang"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/">
    <html lang="{$language}">
      <xsl:attribute name="dir"><xsl:call-template name="direction"><xsl:with-param name="of" select="$language"/></xsl:call-template></xsl:attribute>
      <head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="generator" content="tei-toolkit"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:call-template name="metadata"/>
        <xsl:call-template name="style"/>
        <xsl:if test="$css"><style><xsl:value-of select="$css"/></style></xsl:if>
      </head>
      <body>
        <a class="skip" href="#page:text" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">skip</xsl:with-param></xsl:call-template></a>
        <xsl:apply-templates select="tei:TEI"/>
        <xsl:if test="$citation"><xsl:call-template name="script"/></xsl:if>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:TEI">
    <xsl:call-template name="record"/>
    <xsl:call-template name="tools"/>
    <main id="page:text" tabindex="-1">
      <xsl:apply-templates select="*[not(self::tei:teiHeader or self::tei:standOff or self::tei:facsimile or self::page:met)]"/>
      <xsl:call-template name="endnotes"/>
    </main>
    <div class="side">
      <xsl:call-template name="about"/>
      <xsl:call-template name="index"/>
    </div>
    <xsl:call-template name="footer"/>
  </xsl:template>

  <!-- comments and instructions are for other programs -->
  <xsl:template match="comment() | processing-instruction()" priority="-1"/>
</xsl:stylesheet>
