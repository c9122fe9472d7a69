<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI record as one HTML page that needs nothing else: no network, no script.

     header.xsl   title, citation block, people at the end
     text.xsl     blocks: sections, turns, paragraphs, lists, notes
     inline.xsl   names, dates, editorial marks, page breaks
     style.xsl    the style sheet of the page

     An element without a template is shown by its content. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/text.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/style.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="mention" match="tei:text//tei:persName[@ref]" use="@ref"/>

  <xsl:variable name="header" select="/tei:TEI/tei:teiHeader"/>
  <xsl:variable name="file" select="$header/tei:fileDesc"/>
  <xsl:variable name="profile" select="$header/tei:profileDesc"/>
  <xsl:variable name="title" select="normalize-space($file/tei:titleStmt/tei:title[1])"/>
  <xsl:variable name="language">
    <xsl:choose>
      <xsl:when test="/tei:TEI/tei:text/@xml:lang"><xsl:value-of select="/tei:TEI/tei:text/@xml:lang"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="primary" select="substring-before(concat($language, '-'), '-')"/>

  <xsl:template match="/">
    <html lang="{$language}">
      <xsl:if test="contains(' ar fa he ur yi ps sd ug dv ', concat(' ', $primary, ' '))"><xsl:attribute name="dir">rtl</xsl:attribute></xsl:if>
      <head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="tei-toolkit"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:call-template name="style"/>
      </head>
      <body>
        <a class="skip" href="#text">Skip to the text</a>
        <xsl:apply-templates select="tei:TEI"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:TEI">
    <xsl:call-template name="page-header"/>
    <main id="text">
      <xsl:apply-templates select="tei:text"/>
      <xsl:call-template name="endnotes"/>
    </main>
    <xsl:call-template name="page-footer"/>
  </xsl:template>

  <!-- comments and instructions are for other programs -->
  <xsl:template match="comment() | processing-instruction()" priority="-1"/>
</xsl:stylesheet>
