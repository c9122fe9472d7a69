<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns, speakers, stage directions, casts: TEI's modules core, drama, spoken. No quotation marks are put around speech: whoever
     wrote the record did or did not. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:sp | tei:u">
    <turn>
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="contains(@ana, '#interjection')">interjection</xsl:when>
          <xsl:when test="contains(@ana, '#reported')">reported</xsl:when>
          <xsl:otherwise>turn</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@who"><xsl:attribute name="who"><xsl:value-of select="@who"/></xsl:attribute></xsl:if>
      <xsl:call-template name="place"/>
      <!-- an utterance has no speaker of its own: whom it points at is named -->
      <xsl:if test="self::tei:u and @who">
        <xsl:variable name="person" select="key('id', substring-after(@who, '#'))[1]"/>
        <speaker colon="yes" kind="implied">
          <xsl:choose>
            <xsl:when test="$person/tei:persName"><xsl:value-of select="normalize-space($person/tei:persName[1])"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="translate(@who, '#', '')"/></xsl:otherwise>
          </xsl:choose>
        </speaker>
      </xsl:if>
      <xsl:apply-templates/>
    </turn>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <xsl:variable name="said" select="normalize-space()"/>
    <speaker>
      <!-- the colon that the encoding took off -->
      <xsl:if test="not(contains('.:;,—–-!?', substring($said, string-length($said), 1)))"><xsl:attribute name="colon">yes</xsl:attribute></xsl:if>
      <xsl:call-template name="place"/>
      <xsl:if test="parent::tei:sp[@rend = 'parentheses']">(</xsl:if>
      <xsl:apply-templates/>
      <!-- how it is said stands beside who says it -->
      <xsl:for-each select="following-sibling::*[1]/self::tei:stage[@type = 'delivery']">
        <xsl:text> </xsl:text>
        <emph kind="delivery"><xsl:apply-templates/></emph>
      </xsl:for-each>
    </speaker>
  </xsl:template>

  <xsl:template match="tei:stage">
    <xsl:choose>
      <xsl:when test="@type = 'delivery' and preceding-sibling::*[1]/self::tei:speaker"/>
      <xsl:when test="@type = 'delivery'"><emph kind="delivery"><xsl:apply-templates/></emph></xsl:when>
      <!-- brackets, but where they are in the words -->
      <xsl:when test="contains('([', substring(concat(normalize-space(), ' '), 1, 1))"><xsl:call-template name="between"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="bracket"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- a paragraph of its own between blocks -->
  <xsl:template name="between">
    <xsl:choose>
      <xsl:when test="parent::tei:div or parent::tei:body or parent::tei:sp or parent::tei:div1 or parent::tei:div2 or parent::tei:div3
                      or parent::tei:lg or parent::tei:front or parent::tei:back or parent::tei:u">
        <p kind="stage"><emph kind="stage"><xsl:apply-templates/></emph></p>
      </xsl:when>
      <xsl:otherwise><emph kind="stage"><xsl:apply-templates/></emph></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:said"><xsl:apply-templates/></xsl:template>

  <xsl:template match="tei:castList | tei:castGroup"><list kind="plain"><xsl:call-template name="place"/><xsl:apply-templates/></list></xsl:template>
  <xsl:template match="tei:castItem"><item><xsl:call-template name="place"/><xsl:apply-templates/></item></xsl:template>
  <xsl:template match="tei:castItem/tei:role | tei:castGroup/tei:role">
    <xsl:call-template name="apart"/><emph kind="strong"><xsl:apply-templates/></emph>
  </xsl:template>
  <xsl:template match="tei:roleDesc | tei:actor"><xsl:call-template name="apart"/><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:set | tei:performance | tei:prologue | tei:epilogue"><section kind="{local-name()}"><xsl:apply-templates/></section></xsl:template>
  <xsl:template match="tei:spGrp"><xsl:apply-templates/></xsl:template>

  <!-- a comma where two elements that stand side by side have nothing between them -->
  <xsl:template name="apart">
    <xsl:if test="preceding-sibling::node()[1]/self::*"><xsl:text>, </xsl:text></xsl:if>
  </xsl:template>

  <!-- transcriptions of speech -->
  <xsl:template match="tei:pause | tei:shift"><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:writing"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
