<?xml version="1.0" encoding="UTF-8"?>
<!-- The title, and what a reader wants to know and cite of a record: TEI's module header. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">
  <xsl:variable name="header" select="/tei:TEI/tei:teiHeader"/>
  <xsl:variable name="file" select="$header/tei:fileDesc"/>
  <xsl:variable name="profile" select="$header/tei:profileDesc"/>
  <xsl:variable name="record">
    <xsl:choose>
      <xsl:when test="$title"><xsl:value-of select="$title"/></xsl:when>
      <xsl:when test="normalize-space($file/tei:titleStmt/tei:title[1])"><xsl:value-of select="normalize-space($file/tei:titleStmt/tei:title[1])"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="of" select="'untitled'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="meta">
    <meta>
      <title><xsl:value-of select="$record"/></title>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'subtitle'"/>
        <xsl:with-param name="values" select="$file/tei:titleStmt/tei:title[position() &gt; 1]"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'author'"/><xsl:with-param name="values" select="$file/tei:titleStmt/tei:author"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'date'"/><xsl:with-param name="values" select="$profile/tei:creation/tei:date"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'editor'"/><xsl:with-param name="values" select="$file/tei:titleStmt/tei:editor | $file/tei:titleStmt/tei:respStmt"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'funder'"/><xsl:with-param name="values" select="$file/tei:titleStmt/tei:funder | $file/tei:titleStmt/tei:sponsor"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'publisher'"/>
        <xsl:with-param name="values" select="$file/tei:publicationStmt/tei:publisher | $file/tei:publicationStmt/tei:authority | $file/tei:publicationStmt/tei:distributor"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'source'"/>
        <xsl:with-param name="values" select="$file/tei:sourceDesc/tei:bibl | $file/tei:sourceDesc/tei:p
                                              | $file/tei:sourceDesc/tei:msDesc[not(../tei:bibl)]/tei:msIdentifier"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'identifier'"/><xsl:with-param name="values" select="$file/tei:publicationStmt/tei:idno"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'rights'"/><xsl:with-param name="values" select="$file/tei:publicationStmt/tei:availability"/>
      </xsl:call-template>
      <xsl:call-template name="fields">
        <xsl:with-param name="of" select="'abstract'"/><xsl:with-param name="values" select="$profile/tei:abstract"/>
      </xsl:call-template>
      <xsl:for-each select="$profile/tei:particDesc//*[self::tei:person or self::tei:personGrp][@xml:id]">
        <person id="{@xml:id}"><xsl:value-of select="normalize-space((tei:persName | tei:name | tei:orgName | tei:p)[1])"/></person>
      </xsl:for-each>
    </meta>
  </xsl:template>

  <!-- one <field> a value, with its words in a line -->
  <xsl:template name="fields">
    <xsl:param name="of"/>
    <xsl:param name="values"/>
    <xsl:for-each select="$values[normalize-space()]">
      <field name="{$of}">
        <xsl:attribute name="label"><xsl:call-template name="word"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:attribute>
        <xsl:choose>
          <xsl:when test="self::tei:respStmt or self::tei:msIdentifier">
            <xsl:for-each select="*[normalize-space()]">
              <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
              <xsl:value-of select="normalize-space()"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <!-- a blank between paragraphs -->
            <xsl:variable name="words"><xsl:for-each select=".//text()"><xsl:value-of select="."/><xsl:if test="parent::tei:p and not(following-sibling::node())"><xsl:text> </xsl:text></xsl:if></xsl:for-each></xsl:variable>
            <xsl:value-of select="normalize-space($words)"/>
          </xsl:otherwise>
        </xsl:choose>
      </field>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
