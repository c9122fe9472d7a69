<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, editorial marks, page breaks. Brackets that the encoding took off are written back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:persName">
    <xsl:variable name="person" select="key('id', substring(@ref, 2))"/>
    <xsl:choose>
      <xsl:when test="$person and not(ancestor::tei:persName)">
        <a class="person" href="{@ref}" id="{generate-id()}" title="{normalize-space($person/tei:persName[1])}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><span class="person"><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:placeName | tei:orgName | tei:rs"><span class="{local-name()}"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="tei:roleName"><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:title"><cite><xsl:apply-templates/></cite></xsl:template>

  <xsl:template match="tei:date">
    <xsl:variable name="value">
      <xsl:choose>
        <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
        <xsl:when test="@from"><xsl:value-of select="concat(@from, '/', @to)"/></xsl:when>
        <xsl:when test="@notBefore"><xsl:value-of select="concat(@notBefore, '/', @notAfter)"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@when"><time datetime="{@when}"><xsl:attribute name="title"><xsl:value-of select="@when"/><xsl:if test="@cert">, inferred</xsl:if></xsl:attribute><xsl:apply-templates/></time></xsl:when>
      <xsl:when test="string($value)"><span class="date" title="{$value}"><xsl:apply-templates/></span></xsl:when>
      <xsl:otherwise><span class="date"><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what an editor did -->
  <xsl:template match="tei:supplied | tei:ex | tei:gap | tei:vocal | tei:kinesic | tei:incident | tei:unclear | tei:note | tei:stage">
    <span>
      <xsl:attribute name="class">editor <xsl:value-of select="local-name()"/></xsl:attribute>
      <xsl:call-template name="meaning"/>
      <xsl:text>[</xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text>
    </span>
  </xsl:template>
  <xsl:template match="tei:stage[@type = 'delivery']" priority="1"><span class="delivery"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="tei:choice"><xsl:apply-templates select="tei:sic | tei:orig | tei:abbr"/><xsl:text> </xsl:text><xsl:apply-templates select="tei:corr | tei:reg | tei:expan" mode="bracketed"/></xsl:template>
  <xsl:template match="tei:corr | tei:reg | tei:expan" mode="bracketed"><span class="editor corr" title="correction">[<xsl:apply-templates/>]</span></xsl:template>
  <xsl:template match="tei:sic"><span class="sic" title="as printed"><xsl:apply-templates/></span></xsl:template>

  <xsl:template name="meaning">
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="@reason = 'subaudible'">understood, put in by an editor</xsl:when>
        <xsl:when test="@reason = 'explanation'">explained by an editor</xsl:when>
        <xsl:when test="@reason = 'omitted'">left out in the source, put in by an editor</xsl:when>
        <xsl:when test="@reason = 'redacted'">withheld</xsl:when>
        <xsl:when test="@reason = 'editorial'">left out by an editor</xsl:when>
        <xsl:when test="@reason"><xsl:value-of select="@reason"/></xsl:when>
        <xsl:when test="self::tei:ex">abbreviation expanded by an editor</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="string($words)"><xsl:attribute name="title"><xsl:value-of select="$words"/><xsl:if test="@cert"> (certainty: <xsl:value-of select="@cert"/>)</xsl:if></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="tei:said">
    <span class="said">
      <xsl:if test="contains(@ana, '#interjection')"><xsl:attribute name="class">said interjection</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="tei:label"><b class="label"><xsl:apply-templates/></b></xsl:template>

  <!-- simple highlighting of TEI that this toolkit did not make -->
  <xsl:template match="tei:emph | tei:hi[contains(@rend, 'ital')] | tei:foreign"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="tei:hi[contains(@rend, 'bold') or contains(@rend, 'strong')]" priority="1"><strong><xsl:apply-templates/></strong></xsl:template>
  <xsl:template match="tei:ref[@target]">
    <xsl:choose>
      <xsl:when test="starts-with(@target, 'https://') or starts-with(@target, 'http://') or (starts-with(@target, '#') and key('id', substring(@target, 2)))"><a href="{@target}"><xsl:apply-templates/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- page and line breaks -->
  <xsl:template match="tei:pb"><xsl:call-template name="page"/></xsl:template>
  <xsl:template match="tei:body/tei:pb | tei:div/tei:pb | tei:sp/tei:pb | tei:opener/tei:pb | tei:closer/tei:pb" priority="2">
    <div class="break"><xsl:call-template name="page"/></div>
  </xsl:template>
  <xsl:template name="page">
    <span class="pb" role="doc-pagebreak">
      <xsl:choose>
        <xsl:when test="@n"><xsl:attribute name="aria-label">page <xsl:value-of select="@n"/></xsl:attribute><xsl:attribute name="data-n">p. <xsl:value-of select="@n"/></xsl:attribute></xsl:when>
        <xsl:otherwise><xsl:attribute name="aria-label">page break</xsl:attribute><xsl:attribute name="data-n">page</xsl:attribute></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
  <xsl:template match="tei:lb[@break = 'no']" priority="1"/>
  <xsl:template match="tei:lb"><br/></xsl:template>

  <xsl:template match="tei:g"><span class="g" title="{substring-after(@ref, '#')}">�</span></xsl:template>
</xsl:stylesheet>
