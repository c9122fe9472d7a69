<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text, outside in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:div | tei:front | tei:back">
    <section><xsl:call-template name="place"/><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="tei:body/tei:head[not(preceding-sibling::tei:head)]" priority="2">
    <h1><xsl:call-template name="place"/><xsl:apply-templates/></h1>
  </xsl:template>
  <xsl:template match="tei:head"><h2><xsl:call-template name="place"/><xsl:apply-templates/></h2></xsl:template>
  <xsl:template match="tei:list/tei:head" priority="2"><p class="list-head"><xsl:call-template name="place"/><xsl:apply-templates/></p></xsl:template>

  <xsl:template match="tei:opener | tei:closer"><div class="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:byline | tei:trailer">
    <p class="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></p>
  </xsl:template>
  <xsl:template match="tei:seg[@type = 'classification']"><p class="classification"><xsl:apply-templates/></p></xsl:template>

  <!-- a block element inside a paragraph would end it in HTML, so that paragraphs with such content are divisions -->
  <xsl:template match="tei:p | tei:ab">
    <xsl:if test="node()">
      <xsl:variable name="tag"><xsl:choose><xsl:when test="tei:list or .//tei:said//tei:list or .//tei:note/tei:list">div</xsl:when><xsl:otherwise>p</xsl:otherwise></xsl:choose></xsl:variable>
      <xsl:element name="{$tag}">
        <xsl:if test="@type = 'ornament'"><xsl:attribute name="class">ornament</xsl:attribute></xsl:if>
        <xsl:call-template name="place"/>
        <xsl:apply-templates/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- a turn: the speaker in the margin where there is room. Speakers keep their colour; the fifth shares that of the first. -->
  <xsl:template match="tei:sp">
    <xsl:variable name="who" select="substring-before(concat(@who, ' '), ' ')"/>
    <xsl:variable name="person" select="key('id', substring($who, 2))"/>
    <xsl:variable name="number" select="count($person/preceding-sibling::*) mod 6"/>
    <div>
      <xsl:attribute name="class">
        <xsl:text>turn</xsl:text>
        <xsl:if test="$person"><xsl:value-of select="concat(' voice-', $number)"/></xsl:if>
        <xsl:if test="contains(@ana, '#interjection')"> interjection</xsl:if>
        <xsl:if test="contains(@ana, '#reported')"> reported</xsl:if>
        <xsl:if test="@prev"> resumed</xsl:if>
      </xsl:attribute>
      <xsl:call-template name="place"/>
      <xsl:choose>
        <xsl:when test="tei:speaker"><xsl:apply-templates/></xsl:when>
        <xsl:when test="$person">
          <!-- the record names no speaker here; shown is who, as an editor's mark -->
          <p class="speaker implied"><xsl:value-of select="normalize-space($person/tei:persName[1])"/><xsl:if test="@prev"><span class="note"> continues</span></xsl:if></p>
          <xsl:apply-templates/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
  <xsl:template match="tei:speaker">
    <p class="speaker"><xsl:apply-templates/><xsl:apply-templates select="following-sibling::*[1][self::tei:stage[@type = 'delivery']]" mode="delivery"/></p>
  </xsl:template>
  <xsl:template match="tei:sp/tei:stage[@type = 'delivery']" priority="2"/>
  <xsl:template match="tei:stage" mode="delivery"><xsl:text> </xsl:text><span class="delivery"><xsl:apply-templates/></span></xsl:template>

  <xsl:template match="tei:list">
    <xsl:apply-templates select="tei:head"/>
    <ul>
      <xsl:attribute name="class">plain<xsl:if test="@type"> <xsl:value-of select="concat(' ', @type)"/></xsl:if></xsl:attribute>
      <xsl:call-template name="place"/>
      <xsl:apply-templates select="*[not(self::tei:head)]"/>
    </ul>
  </xsl:template>
  <xsl:template match="tei:item"><li><xsl:call-template name="place"/><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="tei:list/tei:pb" priority="3"><li class="page-item"><xsl:call-template name="page"/></li></xsl:template>

  <!-- verse and tables of TEI that this toolkit did not make -->
  <xsl:template match="tei:lg"><div class="lg"><xsl:call-template name="place"/><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="tei:l"><div class="l"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="tei:table"><table><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="tei:row"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="tei:cell"><td><xsl:apply-templates/></td></xsl:template>
  <xsl:template match="tei:quote | tei:cit"><span class="quote"><xsl:apply-templates/></span></xsl:template>

  <!-- notes: a number in the text, the note at the end -->
  <xsl:template match="tei:note[@place]">
    <xsl:variable name="name"><xsl:call-template name="note-id"/></xsl:variable>
    <sup class="noteref"><a id="ref-{$name}" href="#{$name}" role="doc-noteref"><xsl:call-template name="note-number"/></a></sup>
  </xsl:template>
  <xsl:template match="tei:body/tei:note[@place] | tei:div/tei:note[@place]" priority="2"/>
  <xsl:template match="tei:ref[@type = 'note']"><sup class="noteref"><a href="{@target}" role="doc-noteref"><xsl:apply-templates/></a></sup></xsl:template>

  <xsl:template name="endnotes">
    <xsl:variable name="notes" select="tei:text//tei:note[@place]"/>
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <ol>
          <xsl:for-each select="$notes">
            <xsl:variable name="name"><xsl:call-template name="note-id"/></xsl:variable>
            <li id="{$name}">
              <span class="number"><xsl:call-template name="note-number"/></span>
              <div><xsl:apply-templates/></div>
              <xsl:if test="not(parent::tei:body or parent::tei:div)">
                <a class="back" href="#ref-{$name}" role="doc-backlink"><xsl:attribute name="aria-label">back to the text of note <xsl:call-template name="note-number"/></xsl:attribute>↩</a>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="note-id">
    <xsl:choose><xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when><xsl:otherwise><xsl:value-of select="generate-id()"/></xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template name="note-number">
    <xsl:choose><xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when><xsl:otherwise>*</xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- where an element has an id, the page has it too; its language is kept -->
  <xsl:template name="place">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
