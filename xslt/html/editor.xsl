<?xml version="1.0" encoding="UTF-8"?>
<!-- What an editor did. Brackets that the encoding took off are written back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:variable name="ours" select="/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:appInfo/tei:application[@ident = 'tei-toolkit']"/>

  <xsl:template match="tei:supplied | tei:ex | tei:gap | tei:vocal | tei:kinesic | tei:incident | tei:unclear | tei:note | tei:corr" name="bracket">
    <xsl:choose>
      <!-- between blocks it is one -->
      <xsl:when test="parent::tei:body or parent::tei:div or parent::tei:sp or parent::tei:u or parent::tei:front or parent::tei:back
                      or tei:p or tei:list">
        <div class="editor {local-name()}"><xsl:call-template name="bracketed"/></div>
      </xsl:when>
      <xsl:otherwise><span class="editor {local-name()}"><xsl:call-template name="bracketed"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="bracketed">
    <!-- a stage direction is the author's: it has brackets where the source has them -->
    <xsl:variable name="bare" select="self::tei:stage and (not($ours) or processing-instruction('src-open')[. = '||'])"/>
    <xsl:if test="self::tei:stage"><xsl:attribute name="class">stage</xsl:attribute></xsl:if>
    <xsl:choose>
      <xsl:when test="self::tei:supplied and @reason = 'subaudible' and not(@cert) and (not(@resp) or @resp = $usual)">
        <xsl:attribute name="title"><xsl:value-of select="$of-subaudible"/><xsl:if test="@resp"><xsl:value-of select="$of-usual"/></xsl:if></xsl:attribute>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="meaning"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="place"/>
    <xsl:if test="not($bare)"><span class="sign">[</span></xsl:if>
    <xsl:choose>
      <!-- line ends between the parts of a gap are no text -->
      <xsl:when test="tei:desc"><xsl:apply-templates select="* | text()[normalize-space()]"/></xsl:when>
      <xsl:when test="self::tei:gap and not(normalize-space())">…</xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
    <!-- the mark of doubt went with the brackets -->
    <xsl:if test="(self::tei:unclear or self::tei:supplied[@cert = 'low'])
                  and substring(normalize-space(), string-length(normalize-space())) != '?'">?</xsl:if>
    <xsl:if test="not($bare)"><span class="sign">]</span></xsl:if>
  </xsl:template>
  <!-- who put in the first bracket put in most: said once -->
  <xsl:variable name="usual" select="string(/tei:TEI/tei:text//tei:supplied/@resp)"/>
  <xsl:variable name="of-usual">
    <xsl:variable name="by"><xsl:call-template name="responsible"><xsl:with-param name="ids" select="$usual"/></xsl:call-template></xsl:variable>
    <xsl:if test="string($by)"><xsl:value-of select="concat('; ', $by)"/></xsl:if>
  </xsl:variable>
  <xsl:template match="tei:stage">
    <xsl:choose>
      <xsl:when test="not(@type = 'delivery')"><xsl:call-template name="bracket"/></xsl:when>
      <xsl:when test="not(parent::tei:sp)"><span class="delivery"><xsl:call-template name="place"/><xsl:apply-templates/></span></xsl:when>
      <!-- right after the speaker it stands beside it -->
      <xsl:when test="preceding-sibling::*[1]/self::tei:speaker"/>
      <xsl:otherwise><p class="speaker"><span class="delivery"><xsl:call-template name="place"/><xsl:apply-templates/></span></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- recieve [receive] -->
  <xsl:template match="tei:choice">
    <xsl:variable name="original" select="tei:sic | tei:orig | tei:abbr"/>
    <span class="choice">
      <xsl:call-template name="place"/>
      <xsl:for-each select="$original | (* | text()[normalize-space()])[not($original)]">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:if test="$original">
        <xsl:for-each select="*[not(self::tei:sic or self::tei:orig or self::tei:abbr)] | text()[normalize-space()]">
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="self::tei:corr"><xsl:apply-templates select="."/></xsl:when>
            <xsl:otherwise><span class="editor"><span class="sign">[</span><xsl:apply-templates select="."/><span class="sign">]</span></span></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:if>
    </span>
  </xsl:template>
  <!-- an apparatus entry: the lemma in the line, the readings in brackets -->
  <xsl:template match="tei:app">
    <xsl:variable name="first" select="(tei:lem | *[not(../tei:lem)])[1]"/>
    <span class="app">
      <xsl:call-template name="place"/>
      <xsl:apply-templates select="$first"/>
      <xsl:for-each select="*[count(. | $first) = 2] | text()[normalize-space()]">
        <xsl:text> </xsl:text>
        <span class="editor {local-name()}">
          <span class="sign">[</span>
          <xsl:if test="@wit"><span class="wit"><xsl:value-of select="translate(concat(normalize-space(@wit), ': '), '#', '')"/></span></xsl:if>
          <xsl:apply-templates select="."/>
          <xsl:if test="not(normalize-space())">–</xsl:if>
          <span class="sign">]</span>
        </span>
      </xsl:for-each>
    </span>
  </xsl:template>
  <xsl:template match="tei:sic">
    <span class="sic"><xsl:attribute name="title"><xsl:call-template name="word"><xsl:with-param name="of">printed</xsl:with-param></xsl:call-template></xsl:attribute><xsl:call-template name="place"/><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="tei:del"><del><xsl:call-template name="place"/><xsl:apply-templates/></del></xsl:template>
  <xsl:template match="tei:add"><ins><xsl:call-template name="place"/><xsl:apply-templates/></ins></xsl:template>

  <!-- in words, for whoever points at it: what it is, how sure, whose -->
  <xsl:template name="meaning">
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="self::tei:ex"><xsl:call-template name="word"><xsl:with-param name="of">ex</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="self::tei:corr"><xsl:call-template name="word"><xsl:with-param name="of">correction</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="self::tei:unclear"><xsl:call-template name="word"><xsl:with-param name="of">unclear</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="@reason = 'subaudible'"><xsl:call-template name="word"><xsl:with-param name="of">subaudible</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="@reason = 'explanation'"><xsl:call-template name="word"><xsl:with-param name="of">explanation</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="self::tei:supplied and @reason = 'omitted'"><xsl:call-template name="word"><xsl:with-param name="of">omitted</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="@reason = 'redacted'"><xsl:call-template name="word"><xsl:with-param name="of">redacted</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="self::tei:gap and @reason = 'editorial'"><xsl:call-template name="word"><xsl:with-param name="of">editorial</xsl:with-param></xsl:call-template></xsl:when>
        <xsl:when test="@reason"><xsl:call-template name="word"><xsl:with-param name="of" select="@reason"/></xsl:call-template></xsl:when>
        <xsl:when test="self::tei:note and @type"><xsl:value-of select="concat(@type, ' note')"/></xsl:when>
      </xsl:choose>
      <xsl:if test="self::tei:gap and @quantity and @unit"><xsl:value-of select="concat(': ', @quantity, ' ', @unit)"/><xsl:if test="@quantity != 1">s</xsl:if></xsl:if>
      <xsl:call-template name="certainty"/>
    </xsl:variable>
    <xsl:variable name="by"><xsl:call-template name="responsible"><xsl:with-param name="ids" select="@resp"/></xsl:call-template></xsl:variable>
    <xsl:if test="string($words) or string($by)">
      <xsl:attribute name="title">
        <xsl:value-of select="$words"/>
        <xsl:if test="string($words) and string($by)">; </xsl:if>
        <xsl:value-of select="$by"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- the names behind the ids, three at most -->
  <xsl:template name="responsible">
    <xsl:param name="ids"/>
    <xsl:param name="left" select="3"/>
    <xsl:variable name="first" select="substring-before(concat(normalize-space($ids), ' '), ' ')"/>
    <xsl:if test="starts-with($first, '#') and $left &gt; 0">
      <xsl:variable name="name" select="normalize-space(key('id', substring($first, 2))[1]/*[self::tei:persName or self::tei:orgName or self::tei:name][1])"/>
      <xsl:if test="$name">
        <xsl:if test="$left &lt; 3">, </xsl:if>
        <xsl:value-of select="$name"/>
      </xsl:if>
      <xsl:call-template name="responsible">
        <xsl:with-param name="ids" select="substring-after(normalize-space($ids), ' ')"/>
        <xsl:with-param name="left" select="$left - 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
