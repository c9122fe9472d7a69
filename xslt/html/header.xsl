<?xml version="1.0" encoding="UTF-8"?>
<!-- What is known about the record: title, date and abstract above the text, the citation block beside it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:key name="resp" match="tei:titleStmt/tei:respStmt/tei:resp" use="normalize-space()"/>

  <xsl:template name="record">
    <header class="record">
      <xsl:variable name="archive" select="$file/tei:sourceDesc/tei:msDesc/tei:msIdentifier/tei:institution
                                           | $file/tei:sourceDesc/tei:msDesc/tei:msIdentifier/tei:repository"/>
      <xsl:if test="$archive"><p class="institution"><xsl:value-of select="normalize-space($archive[1])"/></p></xsl:if>
      <h1>
        <xsl:if test="string-length($title) &gt; 110"><xsl:attribute name="class">long</xsl:attribute></xsl:if>
        <xsl:choose>
          <xsl:when test="$heading"><xsl:for-each select="$heading"><xsl:call-template name="place"/><xsl:apply-templates/></xsl:for-each></xsl:when>
          <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
        </xsl:choose>
      </h1>
      <!-- not the date that the text's own dateline says again -->
      <xsl:variable name="created" select="$profile/tei:creation/tei:date[1]"/>
      <xsl:if test="$created and (key('field', $created/@xml:id) or not(/tei:TEI/tei:text//tei:dateline))">
        <p class="created"><xsl:apply-templates select="$created"/></p>
      </xsl:if>
      <xsl:for-each select="$profile/tei:abstract">
        <section class="abstract"><xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="of">abstract</xsl:with-param></xsl:call-template></xsl:attribute><xsl:call-template name="place"/><xsl:apply-templates/></section>
      </xsl:for-each>
    </header>
  </xsl:template>
  <xsl:key name="field" match="tei:notesStmt/tei:note" use="substring(@corresp, 2)"/>

  <xsl:template name="about">
    <xsl:variable name="ms" select="$file/tei:sourceDesc/tei:msDesc"/>
    <xsl:variable name="printed" select="$file/tei:publicationStmt"/>
    <xsl:variable name="rows">
      <xsl:call-template name="row">
        <xsl:with-param name="of">archive</xsl:with-param>
        <xsl:with-param name="values" select="$ms/tei:msIdentifier/tei:institution | $ms/tei:msIdentifier/tei:repository | $ms/tei:msIdentifier/tei:collection"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">number</xsl:with-param>
        <xsl:with-param name="values" select="$ms/tei:msIdentifier/tei:idno"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">extent</xsl:with-param>
        <xsl:with-param name="values" select="$ms//tei:locus"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">author</xsl:with-param>
        <xsl:with-param name="values" select="$file/tei:titleStmt/tei:author"/>
      </xsl:call-template>
      <!-- one row for each thing done, with all who did it; the name that only stands for the marks is none -->
      <xsl:for-each select="$file/tei:titleStmt/tei:respStmt/tei:resp[not(contains(., 'marks in the source'))]">
        <xsl:variable name="same" select="key('resp', normalize-space())"/>
        <xsl:if test="count(. | $same[1]) = 1">
          <xsl:call-template name="row">
            <xsl:with-param name="name">
              <xsl:value-of select="concat(translate(substring(normalize-space(), 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring(normalize-space(), 2))"/>
            </xsl:with-param>
            <xsl:with-param name="values" select="$same/../*[self::tei:name or self::tei:persName or self::tei:orgName]"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
      <xsl:call-template name="row">
        <xsl:with-param name="of">funder</xsl:with-param>
        <xsl:with-param name="values" select="$file/tei:titleStmt/tei:funder"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">original</xsl:with-param>
        <xsl:with-param name="values" select="$ms//tei:textLang[normalize-space()]"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">language</xsl:with-param>
        <xsl:with-param name="values" select="$profile/tei:langUsage/tei:language[@ident = $language]"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">classification</xsl:with-param>
        <xsl:with-param name="values" select="$profile/tei:textClass//tei:term[@type = 'classification']"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">subjects</xsl:with-param>
        <xsl:with-param name="values" select="$profile/tei:textClass//tei:term[not(@type = 'classification')]"/>
      </xsl:call-template>
      <!-- fields of the front matter whose words stand nowhere else -->
      <xsl:for-each select="$file/tei:notesStmt/tei:note[not(@corresp)][normalize-space()]">
        <xsl:call-template name="row">
          <xsl:with-param name="name"><xsl:choose><xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when><xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="of">note</xsl:with-param></xsl:call-template></xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="values" select="."/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="row">
        <xsl:with-param name="of">publisher</xsl:with-param>
        <xsl:with-param name="values" select="($printed/tei:publisher | $printed/tei:distributor | $printed/tei:authority)
                                              [normalize-space() != normalize-space($ms/tei:msIdentifier/tei:institution) and not(contains(., 'not stated'))]"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">identifier</xsl:with-param>
        <xsl:with-param name="values" select="$printed/tei:idno[not(@type = 'URI')]"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">rights</xsl:with-param>
        <xsl:with-param name="values" select="$printed/tei:availability/*"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">address</xsl:with-param>
        <xsl:with-param name="values" select="$printed/tei:idno[@type = 'URI']"/>
      </xsl:call-template>
      <xsl:call-template name="row">
        <xsl:with-param name="of">source</xsl:with-param>
        <xsl:with-param name="values" select="$file/tei:sourceDesc/*[self::tei:p or self::tei:bibl[not(@type = 'citation')]]"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($rows) or $citation">
      <aside class="record" aria-labelledby="page:about">
        <h2 id="page:about" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">about</xsl:with-param></xsl:call-template></h2>
        <xsl:call-template name="cite"/>
        <xsl:if test="string($rows)"><dl><xsl:copy-of select="$rows"/></dl></xsl:if>
      </aside>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:param name="values"/>
    <xsl:variable name="said" select="$values[normalize-space() or .//@target]"/>
    <xsl:if test="$said">
      <div>
        <dt>
          <xsl:choose>
            <xsl:when test="$of">
              <xsl:attribute name="lang"><xsl:value-of select="$lang"/></xsl:attribute>
              <xsl:call-template name="word"><xsl:with-param name="of" select="$of"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
          </xsl:choose>
        </dt>
        <xsl:for-each select="$said">
          <dd dir="auto"><xsl:apply-templates select="self::tei:licence | node()[not(parent::tei:licence)]"/></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
