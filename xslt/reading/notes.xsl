<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: those with a place stand apart and have a marker in the text; the others are a remark in brackets. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:note">
    <xsl:choose>
      <xsl:when test="not(@place) or @place = 'inline'"><xsl:call-template name="bracket"/></xsl:when>
      <!-- one that nothing in the text points at is a paragraph; so is what is between blocks -->
      <xsl:when test="parent::tei:body or parent::tei:div or parent::tei:back or parent::tei:front or parent::tei:noteGrp
                      or parent::tei:sp or parent::tei:lg or parent::tei:div1 or parent::tei:div2 or parent::tei:div3 or parent::tei:list
                      or parent::tei:table or parent::tei:row or parent::tei:text">
        <p kind="note"><xsl:call-template name="place"/><xsl:call-template name="numbered"/></p>
      </xsl:when>
      <!-- no format has notes in notes -->
      <xsl:when test="ancestor::tei:note[@place]">
        <bracket kind="note">[<xsl:if test="@n"><xsl:value-of select="concat(@n, ': ')"/></xsl:if><xsl:apply-templates/>]</bracket>
      </xsl:when>
      <xsl:otherwise>
        <note>
          <xsl:attribute name="n"><xsl:call-template name="note-number"/></xsl:attribute>
          <xsl:call-template name="place"/>
          <xsl:apply-templates/>
        </note>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:noteGrp"><xsl:apply-templates/></xsl:template>

  <xsl:template name="numbered">
    <xsl:if test="@n"><xsl:value-of select="concat('[', @n, '] ')"/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- tei/render/anchor.py has numbered those that had no number -->
  <xsl:template name="note-number">
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when>
      <xsl:otherwise>*</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
