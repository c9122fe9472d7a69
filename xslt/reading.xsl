<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI as a document for reading, in a small vocabulary that each format writes in its own way. What a TEI element means to a
     reader is decided here once, for text.xsl, markdown.xsl, latex.xsl and, through Python, for EPUB, DOCX, JSON and CSV.

     reading/header.xsl     title and fields about the record
     reading/structure.xsl  sections, paragraphs, verse, lists, tables, figures
     reading/speech.xsl     turns, speakers, stage directions, casts
     reading/names.xsl      names, dates, titles, links, highlighting
     reading/editorial.xsl  what an editor did: brackets, corrections, variants
     reading/notes.xsl      notes and their markers
     reading/pages.xsl      breaks, and characters without a code
     reading/words.xsl      the words of its own, by language

     blocks   section heading p turn speaker list item quote verse line table row cell figure page rule
     inline   note name date emph link bracket break page

     A block may hold text and blocks at once, and a block may stand in a paragraph: writers begin a new paragraph there.
     To show an element in another way, import this or a format's stylesheet and give it a template (xsl:import). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">
  <xsl:include href="reading/words.xsl"/>
  <xsl:include href="reading/header.xsl"/>
  <xsl:include href="reading/structure.xsl"/>
  <xsl:include href="reading/speech.xsl"/>
  <xsl:include href="reading/names.xsl"/>
  <xsl:include href="reading/editorial.xsl"/>
  <xsl:include href="reading/notes.xsl"/>
  <xsl:include href="reading/pages.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- another title than the document's own -->
  <xsl:param name="title"/>
  <!-- the language of labels: en de fr es ru zh -->
  <xsl:param name="lang" select="'en'"/>
  <!-- "drop" takes the brackets from words that only complete a name or a sentence; glosses, gaps and notes keep theirs -->
  <xsl:param name="brackets" select="'keep'"/>
  <!-- "drop" takes the page numbers out -->
  <xsl:param name="pages" select="'keep'"/>

  <!-- "keep" shows the heading that only repeats the title too, for data -->
  <xsl:param name="heads" select="'drop'"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template match="/"><xsl:call-template name="reading"/></xsl:template>

  <xsl:template name="reading">
    <reading lang="{$language}">
      <xsl:attribute name="notes"><xsl:call-template name="word"><xsl:with-param name="of" select="'notes'"/></xsl:call-template></xsl:attribute>
      <xsl:attribute name="contents"><xsl:call-template name="word"><xsl:with-param name="of" select="'contents'"/></xsl:call-template></xsl:attribute>
      <xsl:call-template name="meta"/>
      <content><xsl:apply-templates select="tei:TEI/*[not(self::tei:teiHeader or self::tei:standOff or self::tei:facsimile or self::tei:fsdDecl)]"/></content>
    </reading>
  </xsl:template>

  <xsl:variable name="language">
    <xsl:choose>
      <xsl:when test="/tei:TEI/tei:text/@xml:lang"><xsl:value-of select="/tei:TEI/tei:text/@xml:lang"/></xsl:when>
      <xsl:when test="/tei:TEI/@xml:lang"><xsl:value-of select="/tei:TEI/@xml:lang"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- An element without a template is shown by its content: as a paragraph where its neighbours are elements only and nothing
       above it is a paragraph, else in the line. -->
  <xsl:template match="*">
    <xsl:choose>
      <xsl:when test="not(../text()[normalize-space()]) and not(ancestor::tei:p or ancestor::tei:ab or ancestor::tei:l or ancestor::tei:head
                      or ancestor::tei:item or ancestor::tei:cell or ancestor::tei:u or ancestor::tei:seg)">
        <p kind="{local-name()}"><xsl:apply-templates/></p>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" priority="-1"/>

  <!-- what points at an element, and its language -->
  <xsl:template name="place">
    <xsl:copy-of select="@id"/>
    <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
