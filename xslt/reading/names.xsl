<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, titles, links, highlighting, and what marks words without changing how they are read: TEI's modules namesdates,
     core, analysis, linking. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:rs | tei:name | tei:geogName | tei:settlement | tei:country | tei:region">
    <name kind="{local-name()}"><xsl:copy-of select="@ref | @key | @type | @cert"/><xsl:call-template name="place"/><xsl:apply-templates/></name>
  </xsl:template>
  <xsl:template match="tei:date | tei:time">
    <date kind="{local-name()}">
      <xsl:copy-of select="@when | @from | @to | @notBefore | @notAfter | @cert"/>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </date>
  </xsl:template>

  <xsl:template match="tei:title">
    <xsl:choose>
      <xsl:when test="@level = 'a'"><xsl:call-template name="quoted"/></xsl:when>
      <xsl:otherwise><emph kind="em"><xsl:call-template name="place"/><xsl:apply-templates/></emph></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:emph | tei:foreign | tei:mentioned | tei:term | tei:gloss">
    <emph kind="em"><xsl:call-template name="place"/><xsl:apply-templates/></emph>
  </xsl:template>
  <xsl:template match="tei:label"><emph kind="strong"><xsl:call-template name="place"/><xsl:apply-templates/></emph></xsl:template>
  <xsl:template match="tei:code | tei:gi | tei:att | tei:val | tei:tag | tei:ident">
    <emph kind="code"><xsl:call-template name="place"/><xsl:apply-templates/></emph>
  </xsl:template>
  <xsl:template match="tei:hi">
    <xsl:variable name="how" select="concat(@rend, ' ', @style, ' ', @rendition)"/>
    <emph>
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="contains($how, 'bold') or contains($how, 'strong')">strong</xsl:when>
          <xsl:when test="contains($how, 'sup')">sup</xsl:when>
          <xsl:when test="contains($how, 'sub')">sub</xsl:when>
          <xsl:when test="contains($how, 'underline')">underline</xsl:when>
          <xsl:when test="contains($how, 'strike')">strike</xsl:when>
          <xsl:otherwise>em</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </emph>
  </xsl:template>

  <!-- Links go to web addresses and to what is beside the document; any other scheme stays words. -->
  <xsl:template match="tei:ref | tei:ptr | tei:graphic | tei:media | tei:licence">
    <xsl:variable name="to" select="normalize-space(@target | @url)"/>
    <xsl:variable name="scheme" select="substring-before(concat(translate($to, '?#', '//'), '/'), '/')"/>
    <xsl:variable name="content">
      <xsl:choose>
        <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
        <xsl:when test="self::tei:graphic or self::tei:media"><xsl:value-of select="concat('[', $to, ']')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$to"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <!-- a second marker of a note -->
      <xsl:when test="@type = 'note'"><bracket kind="noteref">[<xsl:copy-of select="$content"/>]</bracket></xsl:when>
      <xsl:when test="$to != '' and not(contains($to, ' ') or contains($to, '\')) and not(starts-with($to, '#'))
                      and (starts-with($to, 'https://') or starts-with($to, 'http://') or not(contains($scheme, ':')))
                      and not(starts-with($to, '//')) and not(ancestor::tei:ref)">
        <link to="{$to}"><xsl:copy-of select="$content"/></link>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- read as they stand -->
  <xsl:template match="tei:seg | tei:s | tei:w | tei:c | tei:pc | tei:cl | tei:phr | tei:m | tei:num | tei:measure | tei:measureGrp | tei:idno | tei:lang
                       | tei:roleName | tei:forename | tei:surname | tei:genName | tei:nameLink | tei:addName | tei:distinct | tei:desc
                       | tei:placeName/tei:settlement | tei:placeName/tei:country | tei:placeName/tei:region | tei:bloc | tei:district
                       | tei:offset | tei:geogFeat | tei:email | tei:bibl | tei:biblScope | tei:publisher | tei:pubPlace | tei:author
                       | tei:editor | tei:affiliation | tei:street | tei:postCode | tei:postBox | tei:occupation | tei:rhyme | tei:caesura
                       | tei:monogr | tei:analytic | tei:imprint | tei:edition | tei:series | tei:extent | tei:anchor | tei:locus
                       | tei:dim | tei:height | tei:width | tei:role | tei:metamark | tei:listRef">
    <xsl:apply-templates/>
  </xsl:template>
  <!-- entries for an index are not words of the text -->
  <xsl:template match="tei:index"/>
</xsl:stylesheet>
