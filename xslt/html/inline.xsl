<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, page breaks, highlighting, and whatever has no template of its own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:text | tei:body | tei:group">
    <xsl:choose>
      <xsl:when test="@id or @xml:lang"><div><xsl:call-template name="place"/><xsl:apply-templates/></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element without a template is shown by its content: as a block where it stands between elements and nothing above it is a
       paragraph, else in the line. -->
  <xsl:template match="*">
    <xsl:choose>
      <xsl:when test="not(preceding-sibling::text()[1][normalize-space()] or following-sibling::text()[1][normalize-space()])
                      and not(ancestor::tei:p or ancestor::tei:ab or ancestor::tei:l or ancestor::tei:head or ancestor::tei:item or ancestor::tei:cell
                              or ancestor::tei:u or ancestor::tei:seg or ancestor::tei:teiHeader or ancestor::tei:note or ancestor::tei:dateline
                              or ancestor::tei:salute or ancestor::tei:signed or ancestor::tei:speaker or ancestor::tei:stage or ancestor::tei:titlePage)">
        <div class="block"><xsl:call-template name="place"/><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:when test="@id or @xml:lang"><span><xsl:call-template name="place"/><xsl:apply-templates/></span></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- for an index that a program would make: no words of the text -->
  <xsl:template match="tei:index"/>

  <!-- A name has a label where it points at somebody. -->
  <xsl:template match="tei:persName">
    <xsl:choose>
      <!-- a link in a link would end the outer one -->
      <xsl:when test="not(@label) or ($links-within and (ancestor::tei:persName or ancestor::tei:ref or .//tei:ref or .//tei:note))">
        <span class="person"><xsl:call-template name="who"/></span>
      </xsl:when>
      <xsl:when test="@cert"><a class="person" href="{@ref}"><xsl:call-template name="who"/></a></xsl:when>
      <xsl:otherwise><a class="person" href="{@ref}" title="{@label}"><xsl:call-template name="place"/><xsl:apply-templates/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="who">
    <xsl:if test="@label">
      <xsl:attribute name="title">
        <xsl:value-of select="@label"/>
        <xsl:call-template name="certainty"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:call-template name="place"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:placeName | tei:geogName"><span class="placeName"><xsl:call-template name="named"/></span></xsl:template>
  <xsl:template match="tei:orgName"><span class="orgName"><xsl:call-template name="named"/></span></xsl:template>
  <xsl:template match="tei:rs | tei:name"><span class="rs"><xsl:call-template name="named"/></span></xsl:template>
  <xsl:template name="named">
    <xsl:if test="@cert">
      <xsl:attribute name="title">
        <xsl:choose>
          <xsl:when test="self::tei:placeName or self::tei:geogName or @type = 'place'"><xsl:value-of select="$of-place"/></xsl:when>
          <xsl:when test="self::tei:orgName or @type = 'org'"><xsl:value-of select="$of-organisation"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$of-reference"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="certainty"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:call-template name="place"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:date | tei:time">
    <xsl:choose>
      <!-- HTML has no day without a year and no year before the first: they keep their TEI form in the title alone -->
      <xsl:when test="@when and not(starts-with(@when, '-'))">
        <time datetime="{@when}" title="{@when}">
          <xsl:if test="@ana or @cert"><xsl:call-template name="day"/></xsl:if>
          <xsl:call-template name="place"/>
          <xsl:apply-templates/>
        </time>
      </xsl:when>
      <xsl:otherwise><span class="date"><xsl:call-template name="day"/><xsl:call-template name="place"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="day">
    <xsl:variable name="value">
      <xsl:choose>
        <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
        <xsl:when test="@from or @to"><xsl:value-of select="concat(@from, ' – ', @to)"/></xsl:when>
        <xsl:when test="@notBefore or @notAfter"><xsl:value-of select="concat(@notBefore, ' … ', @notAfter)"/></xsl:when>
      </xsl:choose>
      <xsl:if test="contains(@ana, '#inferred')">, <xsl:call-template name="word"><xsl:with-param name="of">inferred</xsl:with-param></xsl:call-template></xsl:if>
      <xsl:call-template name="certainty"/>
    </xsl:variable>
    <xsl:variable name="title" select="normalize-space($value)"/>
    <xsl:if test="$title"><xsl:attribute name="title"><xsl:value-of select="$title"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="tei:said">
    <span class="said">
      <xsl:if test="contains(@ana, '#interjection')"><xsl:attribute name="class">said interjection</xsl:attribute></xsl:if>
      <xsl:call-template name="voice"/>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="tei:label"><b class="label"><xsl:call-template name="place"/><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="tei:text//tei:title"><cite><xsl:call-template name="place"/><xsl:apply-templates/></cite></xsl:template>

  <!-- highlighting -->
  <xsl:template match="tei:emph | tei:foreign | tei:mentioned | tei:term"><em><xsl:call-template name="place"/><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="tei:teiHeader//tei:term"><xsl:apply-templates/></xsl:template>
  <xsl:template match="tei:hi">
    <xsl:variable name="how" select="concat(@rend, ' ', @style, ' ', @rendition)"/>
    <xsl:variable name="tag">
      <xsl:choose>
        <xsl:when test="contains($how, 'bold') or contains($how, 'strong')">strong</xsl:when>
        <xsl:when test="contains($how, 'sup')">sup</xsl:when>
        <xsl:when test="contains($how, 'sub')">sub</xsl:when>
        <xsl:when test="contains($how, 'underline')">u</xsl:when>
        <xsl:when test="contains($how, 'strike')">s</xsl:when>
        <xsl:otherwise>em</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$tag}"><xsl:call-template name="place"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <!-- page and line breaks; the number of the page stands in the margin -->
  <xsl:template match="tei:pb">
    <xsl:choose>
      <xsl:when test="parent::tei:list"><li class="break"><xsl:call-template name="page"/></li></xsl:when>
      <xsl:when test="parent::tei:table"><tr class="break"><td colspan="99"><xsl:call-template name="page"/></td></tr></xsl:when>
      <xsl:when test="parent::tei:body or parent::tei:div or parent::tei:sp or parent::tei:u or parent::tei:opener or parent::tei:closer
                      or parent::tei:front or parent::tei:back or parent::tei:text or parent::tei:lg">
        <div class="break"><xsl:call-template name="page"/></div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="page"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="page">
    <span class="pb" role="separator">
      <xsl:call-template name="place"/>
      <xsl:choose>
        <xsl:when test="@n">
          <xsl:attribute name="aria-label"><xsl:value-of select="concat($of-break, ' ', @n)"/></xsl:attribute>
          <xsl:attribute name="data-n"><xsl:value-of select="concat($of-page, ' ', @n)"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="aria-label"><xsl:value-of select="$of-break"/></xsl:attribute>
          <xsl:attribute name="data-n"><xsl:value-of select="$of-break"/></xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
  <!-- a word that a line end cut in two is one word again -->
  <xsl:template match="tei:lb">
    <xsl:choose>
      <xsl:when test="not(@break = 'no')"><br><xsl:call-template name="place"/></br></xsl:when>
      <xsl:when test="@id"><span><xsl:call-template name="place"/></span></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- a character that XML cannot hold -->
  <xsl:template match="tei:g">
    <xsl:choose>
      <xsl:when test="node()"><span class="g"><xsl:call-template name="place"/><xsl:apply-templates/></span></xsl:when>
      <xsl:otherwise>
        <span class="g">
          <xsl:attribute name="title">
            <xsl:choose>
              <xsl:when test="starts-with(@ref, '#u')">character U+<xsl:value-of select="translate(substring-after(@ref, '#u'), 'abcdef', 'ABCDEF')"/></xsl:when>
              <xsl:otherwise>character <xsl:value-of select="@ref"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:call-template name="place"/>
          <xsl:text>&#xFFFD;</xsl:text>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
