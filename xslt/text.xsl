<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI as plain text for reading: a paragraph a line, notes at the end. Parameters: those of reading.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="reading.xsl"/>
  <xsl:import href="reading/stream.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="dashes" select="'------------------------------------------------------------'"/>

  <xsl:template match="/"><xsl:call-template name="stream"/></xsl:template>

  <xsl:template match="reading" mode="write">
    <xsl:apply-templates select="meta/title" mode="write"/>
    <xsl:apply-templates select="meta/field" mode="write"/>
    <xsl:apply-templates select="content" mode="write"/>
    <xsl:if test=".//note">
      <xsl:value-of select="concat('&#xFDD0;&#xFDD2;&#xFDD3;', @notes, '&#xFDD1;', substring($dashes, 1, string-length(@notes)))"/>
      <xsl:call-template name="notes"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="title" mode="write">
    <xsl:value-of select="concat('&#xFDD0;&#xFDD4;&#xFDD2;&#xFDD3;', ., '&#xFDD1;', translate(substring($dashes, 1, string-length()), '-', '='))"/>
  </xsl:template>
  <xsl:template match="field" mode="write">
    <xsl:text>&#xFDD0;</xsl:text>
    <xsl:if test="preceding-sibling::field">&#xFDD4;</xsl:if>
    <xsl:value-of select="concat('&#xFDD2;&#xFDD3;', @label, ': ', .)"/>
  </xsl:template>

  <xsl:template match="heading" mode="write">
    <xsl:call-template name="begin"/>
    <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
    <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
    <xsl:if test="normalize-space($line)">
      <xsl:value-of select="concat($line, '&#xFDD1;', substring($dashes, 1, string-length(normalize-space($line))))"/>
    </xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="speaker" mode="write">
    <xsl:call-template name="begin"/>
    <xsl:apply-templates mode="write"/>
    <xsl:if test="@colon">:</xsl:if>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="row" mode="write">
    <xsl:call-template name="begin"><xsl:with-param name="tight" select="preceding-sibling::*[1]/self::row"/></xsl:call-template>
    <xsl:for-each select="cell">
      <xsl:if test="position() &gt; 1"> | </xsl:if>
      <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
      <xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="rule" mode="write">
    <xsl:call-template name="begin"/><xsl:text>* * *</xsl:text><xsl:call-template name="end"/>
  </xsl:template>

  <xsl:template match="note" mode="write"><xsl:value-of select="concat('[', @n, ']')"/></xsl:template>
  <xsl:template match="emph[@kind = 'strike']" mode="write">[-<xsl:apply-templates mode="write"/>-]</xsl:template>
  <xsl:template match="link" mode="write">
    <xsl:apply-templates mode="write"/>
    <xsl:if test="not(contains(., @to))"><xsl:value-of select="concat(' (', @to, ')')"/></xsl:if>
  </xsl:template>

  <!-- what stands before the lines of an element's blocks -->
  <xsl:template name="prefix">
    <xsl:param name="opens" select="false()"/>
    <xsl:choose>
      <xsl:when test="self::quote or self::verse"><xsl:text>    </xsl:text></xsl:when>
      <xsl:when test="self::note and $opens"><xsl:value-of select="concat('[', @n, '] ')"/></xsl:when>
      <xsl:when test="self::note"><xsl:text>    </xsl:text></xsl:when>
      <xsl:when test="not(self::item)"/>
      <xsl:when test="not($opens)"><xsl:text>  </xsl:text></xsl:when>
      <xsl:when test="../@kind = 'bulleted'"><xsl:text>- </xsl:text></xsl:when>
      <xsl:when test="../@kind = 'ordered'"><xsl:value-of select="concat(count(preceding-sibling::item) + 1, '. ')"/></xsl:when>
      <xsl:otherwise><xsl:text>  </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
