<?xml version="1.0" encoding="UTF-8"?>
<!-- What may be linked; ids and languages of elements. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <!-- "yes" for web addresses, relative ones, and places in this page; nothing for any other scheme -->
  <xsl:template name="linkable">
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="$to = '' or contains($to, ' ') or contains($to, '\')"/>
      <xsl:when test="starts-with($to, '#')"><xsl:if test="contains($targets, concat(' ', substring($to, 2), ' '))">yes</xsl:if></xsl:when>
      <xsl:when test="starts-with($to, 'https://') or starts-with($to, 'http://')">yes</xsl:when>
      <xsl:when test="contains(substring-before(concat(translate($to, '?#', '//'), '/'), '/'), ':')"/>
      <xsl:otherwise>yes</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:ref | tei:ptr | tei:licence | tei:graphic">
    <xsl:variable name="to" select="normalize-space(@target | @url)"/>
    <xsl:variable name="linkable">
      <!-- a link in a link would end the outer one -->
      <xsl:if test="not(ancestor::tei:ref or ancestor::tei:persName or .//tei:ref or .//tei:note or .//tei:persName)">
        <xsl:call-template name="linkable"><xsl:with-param name="to" select="$to"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="self::tei:graphic">[image]</xsl:when>
        <xsl:when test="not(node())"><xsl:value-of select="$to"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@type = 'note'"><xsl:call-template name="further-marker"/></xsl:when>
      <xsl:when test="string($linkable)">
        <a href="{$to}"><xsl:call-template name="place"/><xsl:value-of select="$words"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="place"/><xsl:value-of select="$words"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- web addresses as they stand in running text. The pattern is looked for once in the whole document, for most texts have none. -->
  <xsl:template match="text()[contains(., '://')]">
    <xsl:choose>
      <xsl:when test="ancestor::tei:ref or ancestor::tei:persName"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:call-template name="addresses"><xsl:with-param name="text" select="string(.)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="addresses">
    <xsl:param name="text"/>
    <xsl:param name="left" select="50"/>
    <xsl:variable name="scheme">
      <xsl:choose>
        <xsl:when test="not(contains($text, 'https://') or contains($text, 'http://'))"/>
        <xsl:when test="not(contains($text, 'http://'))">https://</xsl:when>
        <xsl:when test="not(contains($text, 'https://'))">http://</xsl:when>
        <xsl:when test="string-length(substring-before($text, 'https://')) &lt; string-length(substring-before($text, 'http://'))">https://</xsl:when>
        <xsl:otherwise>http://</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <!-- a text of thousands of addresses is no prose: the rest stays as it is -->
      <xsl:when test="$scheme = '' or $left = 0"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before($text, $scheme)"/>
        <xsl:variable name="after" select="substring-after($text, $scheme)"/>
        <xsl:variable name="length" select="string-length(substring-before(concat(translate($after, '&#9;&#10;&#13;&#160;&lt;&gt;&quot;“”«»()[]\', '                '), ' '), ' '))"/>
        <xsl:variable name="stop" select="number(contains('.,;:!?', substring($after, $length, 1)) and $length &gt; 0)"/>
        <xsl:variable name="rest" select="substring($after, 1, $length - $stop)"/>
        <xsl:choose>
          <xsl:when test="$rest = ''"><xsl:value-of select="$scheme"/></xsl:when>
          <xsl:otherwise><a href="{$scheme}{$rest}"><xsl:value-of select="concat($scheme, $rest)"/></a></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="addresses">
          <xsl:with-param name="text" select="substring($after, string-length($rest) + 1)"/>
          <xsl:with-param name="left" select="$left - 1"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- where an element has an id, the page has it too; its language is kept -->
  <xsl:template name="place">
    <xsl:copy-of select="@id"/>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:call-template name="direction"><xsl:with-param name="of" select="@xml:lang"/></xsl:call-template></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- by script where the tag names one, else by language: https://www.w3.org/International/questions/qa-scripts -->
  <xsl:template name="direction">
    <xsl:param name="of"/>
    <xsl:variable name="tag" select="concat($of, '-')"/>
    <xsl:choose>
      <xsl:when test="contains($tag, '-Arab-') or contains($tag, '-Hebr-') or contains($tag, '-Thaa-') or contains($tag, '-Syrc-')">rtl</xsl:when>
      <xsl:when test="contains($tag, '-Latn-') or contains($tag, '-Cyrl-')">ltr</xsl:when>
      <xsl:when test="contains(' ar arc ckb dv fa he ps sd syr ug ur yi ', concat(' ', substring-before($tag, '-'), ' '))">rtl</xsl:when>
      <xsl:otherwise>ltr</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
