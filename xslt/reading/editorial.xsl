<?xml version="1.0" encoding="UTF-8"?>
<!-- What an editor or the writer did: brackets, corrections, deletions, variants: TEI's modules core, transcr, textcrit. Brackets that
     the encoding took off are written back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:supplied | tei:ex | tei:unclear | tei:corr | tei:gap | tei:vocal | tei:kinesic | tei:incident" name="bracket">
    <xsl:choose>
      <xsl:when test="parent::tei:body or parent::tei:div or parent::tei:sp or parent::tei:u or parent::tei:front or parent::tei:back
                      or parent::tei:div1 or parent::tei:div2 or parent::tei:div3 or parent::tei:lg">
        <p kind="{local-name()}"><xsl:call-template name="bracketed"/></p>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="bracketed"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bracketed">
    <xsl:variable name="bare" select="$brackets = 'drop' and (self::tei:ex or self::tei:unclear
                                      or self::tei:supplied[not(@reason = 'explanation') and not(@cert = 'low')])"/>
    <bracket kind="{local-name()}">
      <xsl:copy-of select="@reason | @quantity | @unit | @atMost | @extent | @cert | @type"/>
      <xsl:call-template name="place"/>
      <xsl:if test="not($bare)">[</xsl:if>
      <xsl:choose>
        <!-- line ends between the parts of a gap are no text -->
        <xsl:when test="tei:desc"><xsl:apply-templates select="* | text()[normalize-space()]"/></xsl:when>
        <xsl:when test="not(normalize-space() or *)">…</xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
      <!-- the mark of doubt went with the brackets -->
      <xsl:if test="(self::tei:unclear or self::tei:supplied[@cert = 'low'])
                    and substring(normalize-space(), string-length(normalize-space())) != '?'">?</xsl:if>
      <xsl:if test="not($bare)">]</xsl:if>
    </bracket>
  </xsl:template>

  <!-- recieve [receive]: the first reading, the others in brackets -->
  <xsl:template match="tei:choice">
    <xsl:variable name="first" select="(tei:sic | tei:orig | tei:abbr | *[not(../tei:sic or ../tei:orig or ../tei:abbr)])[1]"/>
    <xsl:apply-templates select="$first"/>
    <xsl:for-each select="*[count(. | $first) = 2 or not($first)] | text()[normalize-space()]">
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="self::tei:corr"><xsl:apply-templates select="."/></xsl:when>
        <xsl:otherwise><bracket kind="{local-name()}">[<xsl:apply-templates select="."/>]</bracket></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="tei:sic | tei:orig | tei:reg | tei:abbr | tei:am | tei:expan | tei:surplus | tei:damage | tei:damageSpan | tei:subst
                       | tei:substJoin | tei:restore | tei:retrace | tei:mod | tei:redo | tei:undo | tei:secl | tei:hyphenation">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="tei:del"><emph kind="strike"><xsl:call-template name="place"/><xsl:apply-templates/></emph></xsl:template>
  <xsl:template match="tei:add"><emph kind="added"><xsl:call-template name="place"/><xsl:apply-templates/></emph></xsl:template>
  <xsl:template match="tei:space | tei:handShift | tei:delSpan | tei:addSpan"><xsl:apply-templates/></xsl:template>

  <!-- an apparatus entry: the lemma in the line, the readings in brackets -->
  <xsl:template match="tei:app">
    <xsl:variable name="first" select="(tei:lem | *[not(../tei:lem)])[1]"/>
    <xsl:apply-templates select="$first"/>
    <xsl:for-each select="*[count(. | $first) = 2] | text()[normalize-space()]">
      <xsl:text> </xsl:text>
      <bracket kind="{local-name()}">
        <xsl:text>[</xsl:text>
        <xsl:if test="@wit"><xsl:value-of select="translate(concat(@wit, ': '), '#', '')"/></xsl:if>
        <xsl:apply-templates select="."/>
        <xsl:if test="not(normalize-space())">–</xsl:if>
        <xsl:text>]</xsl:text>
      </bracket>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="tei:lem | tei:rdg | tei:rdgGrp | tei:wit | tei:witDetail"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
