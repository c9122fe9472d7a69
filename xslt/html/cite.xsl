<?xml version="1.0" encoding="UTF-8"?>
<!-- How the record is cited: for readers, for Zotero and for search engines. What XSLT cannot work out comes as parameters from
     tei/render/citation.py. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:variable name="served"><xsl:if test="$tei"><xsl:call-template name="linkable"><xsl:with-param name="to" select="$tei"/></xsl:call-template></xsl:if></xsl:variable>

  <!-- Highwire and Dublin Core: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, https://www.dublincore.org/specifications/dublin-core/dcq-html/ -->
  <xsl:template name="metadata">
    <xsl:variable name="when" select="($profile/tei:creation/tei:date/@when | $profile/tei:creation/tei:date/@from)[1]"/>
    <xsl:variable name="printed" select="$file/tei:publicationStmt"/>
    <meta name="citation_title" content="{$title}"/>
    <meta name="DC.title" content="{$title}"/>
    <xsl:for-each select="$file/tei:titleStmt/tei:author[normalize-space()]">
      <meta name="citation_author" content="{normalize-space()}"/>
      <meta name="DC.creator" content="{normalize-space()}"/>
    </xsl:for-each>
    <xsl:if test="$when">
      <meta name="citation_publication_date" content="{translate(substring($when, 1, 10), '-', '/')}"/>
      <meta name="DC.date" content="{substring($when, 1, 10)}"/>
    </xsl:if>
    <xsl:for-each select="($printed/tei:publisher | $printed/tei:distributor)[normalize-space() and not(contains(., 'does not say'))]">
      <meta name="citation_publisher" content="{normalize-space()}"/>
      <meta name="DC.publisher" content="{normalize-space()}"/>
    </xsl:for-each>
    <meta name="citation_language" content="{$language}"/>
    <meta name="DC.language" content="{$language}"/>
    <meta name="DC.type" content="Text"/>
    <xsl:for-each select="$printed/tei:idno[@type = 'URI'][normalize-space()]">
      <meta name="citation_public_url" content="{normalize-space()}"/>
      <meta name="DC.identifier" content="{normalize-space()}"/>
    </xsl:for-each>
    <xsl:for-each select="$profile/tei:abstract[normalize-space()]">
      <meta name="description" content="{substring(normalize-space(), 1, 300)}"/>
    </xsl:for-each>
    <xsl:if test="$citation"><meta name="DC.source" content="{$citation}"/></xsl:if>
    <xsl:if test="string($served)"><link rel="alternate" type="application/tei+xml" href="{$tei}"/></xsl:if>
    <xsl:if test="$jsonld"><script type="application/ld+json"><xsl:value-of select="$jsonld"/></script></xsl:if>
  </xsl:template>

  <xsl:template name="cite">
    <xsl:variable name="own" select="$file/tei:sourceDesc/tei:bibl[@type = 'citation'][normalize-space()]"/>
    <xsl:if test="$own or $citation">
      <section class="cite" aria-labelledby="page:cite">
        <h3 id="page:cite" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">cite</xsl:with-param></xsl:call-template></h3>
        <xsl:choose>
          <xsl:when test="$own"><xsl:for-each select="$own"><p class="citation" dir="auto"><xsl:apply-templates/></p></xsl:for-each></xsl:when>
          <!-- the header says all of this already -->
          <xsl:otherwise><nav class="citation" aria-labelledby="page:cite"><xsl:value-of select="$citation"/></nav></xsl:otherwise>
        </xsl:choose>
        <nav class="exports" lang="{$lang}">
          <xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="of">download</xsl:with-param></xsl:call-template></xsl:attribute>
          <button type="button" class="copy" hidden="hidden">
            <xsl:attribute name="data-done"><xsl:call-template name="word"><xsl:with-param name="of">copied</xsl:with-param></xsl:call-template></xsl:attribute>
            <xsl:call-template name="word"><xsl:with-param name="of">copy</xsl:with-param></xsl:call-template>
          </button>
          <xsl:if test="$bibtex"><a href="{$bibtex}" download="{$key}.bib">BibTeX</a></xsl:if>
          <xsl:if test="$ris"><a href="{$ris}" download="{$key}.ris">RIS</a></xsl:if>
          <xsl:if test="$csl"><a href="{$csl}" download="{$key}.json">CSL-JSON</a></xsl:if>
          <xsl:if test="string($served)"><a href="{$tei}" type="application/tei+xml"><xsl:attribute name="title"><xsl:call-template name="word"><xsl:with-param name="of">tei</xsl:with-param></xsl:call-template></xsl:attribute>TEI</a></xsl:if>
        </nav>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
