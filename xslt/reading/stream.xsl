<?xml version="1.0" encoding="UTF-8"?>
<!-- What the plain formats share: from the document for reading (reading.xsl) to lines of text.

     Each block begins and ends a piece. A piece is what its first line begins with, what its further lines begin with, and its words:

         U+FDD0 first U+FDD2 further U+FDD3 words U+FDD1 words after a line break …

     The characters are ones that no text may hold (https://www.unicode.org/faq/private_use.html#noncharacters). U+FDD4 before the first
     asks for no blank line. Pieces without words vanish, so that blocks may stand in blocks and in paragraphs as they like.

     A format gives templates in mode "write", and "text" for its own way to write characters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings" exclude-result-prefixes="exsl str">

  <xsl:key name="note" match="note" use="@n"/>

  <!-- the whole document; a format calls it from its template for "/" -->
  <xsl:template name="stream">
    <xsl:variable name="tree"><xsl:call-template name="reading"/></xsl:variable>
    <xsl:variable name="written"><xsl:apply-templates select="exsl:node-set($tree)/reading" mode="write"/></xsl:variable>
    <xsl:call-template name="lines"><xsl:with-param name="of" select="string($written)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="lines">
    <xsl:param name="of"/>
    <xsl:for-each select="str:split($of, '&#xFDD0;')">
      <xsl:variable name="words" select="substring-after(., '&#xFDD3;')"/>
      <xsl:if test="normalize-space(translate($words, '&#xFDD1;', ' '))">
        <xsl:variable name="first" select="substring-before(., '&#xFDD2;')"/>
        <xsl:variable name="further" select="substring-before(substring-after(., '&#xFDD2;'), '&#xFDD3;')"/>
        <xsl:if test="not(starts-with($first, '&#xFDD4;'))"><xsl:text>&#10;</xsl:text></xsl:if>
        <xsl:for-each select="str:split($words, '&#xFDD1;')[normalize-space()]">
          <xsl:call-template name="line">
            <xsl:with-param name="prefix">
              <xsl:choose>
                <xsl:when test="position() = 1"><xsl:value-of select="translate($first, '&#xFDD4;', '')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$further"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="words" select="normalize-space()"/>
            <xsl:with-param name="last" select="position() = last()"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="line">
    <xsl:param name="prefix"/>
    <xsl:param name="words"/>
    <xsl:param name="last"/>
    <xsl:value-of select="concat($prefix, $words, '&#10;')"/>
  </xsl:template>

  <!-- one line of what may hold pieces -->
  <xsl:template name="flat">
    <xsl:param name="of"/>
    <xsl:for-each select="str:split($of, '&#xFDD0;')">
      <xsl:variable name="words">
        <xsl:choose>
          <xsl:when test="contains(., '&#xFDD3;')"><xsl:value-of select="substring-after(., '&#xFDD3;')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="translate($words, '&#xFDD1;', ' ')"/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- a new piece, within the element that it is called from: what the lines begin with is what the elements around it ask for -->
  <xsl:template name="begin">
    <xsl:param name="tight"/>
    <xsl:param name="opens" select="true()"/>
    <xsl:text>&#xFDD0;</xsl:text>
    <xsl:if test="$tight">&#xFDD4;</xsl:if>
    <xsl:variable name="start" select="generate-id((.//text()[normalize-space()])[1])"/>
    <!-- a note stands alone -->
    <xsl:variable name="around" select="ancestor-or-self::*[self::item or self::quote or self::verse or self::list or self::note]
                                        [not(current()/ancestor-or-self::note) or ancestor-or-self::note]"/>
    <xsl:for-each select="$around">
      <xsl:call-template name="prefix">
        <xsl:with-param name="opens" select="$opens and (self::item or self::note) and generate-id((.//text()[normalize-space()])[1]) = $start"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:text>&#xFDD2;</xsl:text>
    <xsl:for-each select="$around"><xsl:call-template name="prefix"/></xsl:for-each>
    <xsl:text>&#xFDD3;</xsl:text>
  </xsl:template>
  <!-- what follows an element is its parent's -->
  <xsl:template name="end"><xsl:for-each select=".."><xsl:call-template name="begin"><xsl:with-param name="opens" select="false()"/></xsl:call-template></xsl:for-each></xsl:template>
  <xsl:template name="prefix"><xsl:param name="opens" select="false()"/></xsl:template>

  <!-- blocks -->
  <xsl:template match="reading | content | section | turn" mode="write"><xsl:apply-templates mode="write"/></xsl:template>
  <xsl:template match="p | quote | figure | heading | list | verse | table" mode="write" name="block">
    <xsl:choose>
      <!-- the speech stands right after its speaker -->
      <xsl:when test="self::p and preceding-sibling::*[1]/self::speaker"/>
      <xsl:otherwise><xsl:call-template name="begin"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates mode="write"/>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="item" mode="write">
    <xsl:call-template name="begin"><xsl:with-param name="tight" select="preceding-sibling::*[1]/self::item"/></xsl:call-template>
    <xsl:apply-templates mode="write"/>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="line" mode="write">
    <xsl:choose>
      <xsl:when test="preceding-sibling::*[1]/self::line and not(../self::p)">&#xFDD1;</xsl:when>
      <xsl:otherwise><xsl:call-template name="begin"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates mode="write"/>
    <xsl:if test="not(following-sibling::*[1]/self::line) or ../self::p"><xsl:call-template name="end"/></xsl:if>
  </xsl:template>
  <xsl:template match="page[@block]" mode="write">
    <xsl:call-template name="begin"/><xsl:call-template name="page"/><xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="page" mode="write"><xsl:text> </xsl:text><xsl:call-template name="page"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template name="page"><xsl:call-template name="text"><xsl:with-param name="of" select="concat('[', @label, ' ', @n, ']')"/></xsl:call-template></xsl:template>

  <!-- notes, where a format wants them together -->
  <xsl:template name="notes">
    <xsl:for-each select=".//note">
      <xsl:call-template name="begin"/>
      <xsl:apply-templates mode="write"/>
    </xsl:for-each>
  </xsl:template>

  <!-- inline -->
  <xsl:template match="name | date | bracket | emph | link" mode="write"><xsl:apply-templates mode="write"/></xsl:template>
  <xsl:template match="break" mode="write">&#xFDD1;</xsl:template>
  <xsl:template match="text()" mode="write">
    <xsl:call-template name="text"><xsl:with-param name="of" select="translate(., '&#xFDD0;&#xFDD1;&#xFDD2;&#xFDD3;&#xFDD4;', '')"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="text"><xsl:param name="of"/><xsl:value-of select="$of"/></xsl:template>
</xsl:stylesheet>
