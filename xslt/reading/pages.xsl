<?xml version="1.0" encoding="UTF-8"?>
<!-- Page, column and line breaks, milestones, and characters that have no code. They are empty; what somebody wrote into one all
     the same is shown. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:pb">
    <xsl:if test="$pages != 'drop' and @n">
      <page n="{@n}">
        <xsl:attribute name="label"><xsl:call-template name="word"><xsl:with-param name="of" select="'page'"/></xsl:call-template></xsl:attribute>
        <xsl:if test="parent::tei:body or parent::tei:div or parent::tei:sp or parent::tei:text or parent::tei:front or parent::tei:back
                      or parent::tei:div1 or parent::tei:div2 or parent::tei:div3 or parent::tei:list or parent::tei:opener or parent::tei:closer
                      or parent::tei:lg or parent::tei:table or parent::tei:u">
          <xsl:attribute name="block">yes</xsl:attribute>
        </xsl:if>
        <xsl:call-template name="place"/>
      </page>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>
  <!-- a word that a line end cut in two is one word again -->
  <xsl:template match="tei:lb"><xsl:if test="not(@break = 'no')"><break/></xsl:if><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:cb | tei:gb"><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:milestone">
    <xsl:if test="@rend and (parent::tei:div or parent::tei:body)"><rule/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:g">
    <xsl:choose>
      <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise>&#xFFFD;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
