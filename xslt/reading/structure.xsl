<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections, paragraphs, verse, lists, tables, figures: TEI's modules textstructure, core, verse, figures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 | tei:group | tei:floatingText
                       | tei:text/tei:front | tei:text/tei:back | tei:group/tei:text">
    <section kind="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></section>
  </xsl:template>
  <xsl:template match="tei:text | tei:body | tei:sourceDoc | tei:surface | tei:surfaceGrp"><xsl:apply-templates/></xsl:template>

  <!-- The heading of the text where it only repeats the record's title is the title. Brackets and blanks are not compared. -->
  <xsl:variable name="first-head" select="/tei:TEI/tei:text/tei:body/*[1][self::tei:head]
                                          | /tei:TEI/tei:text/tei:body/*[1][self::tei:div]/*[1][self::tei:head]"/>
  <xsl:variable name="repeated" select="$first-head[not(tei:note)]
                                        [translate(., ' &#10;&#9;[]&#160;', '') = translate($record, ' &#10;&#9;[]&#160;', '')]"/>

  <xsl:template match="tei:head">
    <xsl:choose>
      <xsl:when test="$heads = 'drop' and $repeated and count(. | $repeated) = 1"/>
      <xsl:when test="parent::tei:div or parent::tei:div1 or parent::tei:div2 or parent::tei:div3 or parent::tei:div4 or parent::tei:div5
                      or parent::tei:div6 or parent::tei:div7 or parent::tei:body or parent::tei:front or parent::tei:back
                      or parent::tei:group or parent::tei:text">
        <heading level="{count(ancestor::*[starts-with(local-name(), 'div') or self::tei:group or self::tei:front or self::tei:back
                               or self::tei:floatingText]) + 1}">
          <xsl:call-template name="place"/><xsl:apply-templates/>
        </heading>
      </xsl:when>
      <xsl:otherwise><p kind="head"><xsl:call-template name="place"/><xsl:apply-templates/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab | tei:dateline | tei:salute | tei:signed | tei:byline | tei:trailer | tei:titlePart | tei:docImprint | tei:docEdition | tei:imprimatur | tei:addrLine
                       | tei:figDesc | tei:opener/tei:seg | tei:closer/tei:seg | tei:listBibl/tei:bibl | tei:listBibl/tei:biblStruct
                       | tei:biblFull | tei:divGen | tei:fw | tei:zone | tei:line | tei:listPerson/tei:person | tei:listPlace/tei:place
                       | tei:listOrg/tei:org | tei:caption | tei:eg">
    <xsl:if test="node() or @xml:id"><p kind="{local-name()}"><xsl:call-template name="paragraph"/></p></xsl:if>
  </xsl:template>
  <!-- in a line of the title page they are words of it -->
  <xsl:template match="tei:docAuthor | tei:docDate">
    <xsl:choose>
      <xsl:when test="parent::tei:titlePage or parent::tei:front or parent::tei:div or parent::tei:body"><p kind="{local-name()}"><xsl:call-template name="paragraph"/></p></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- parentheses around an interjection are notation -->
  <xsl:template name="paragraph">
    <xsl:call-template name="place"/>
    <xsl:if test="@n"><xsl:attribute name="n"><xsl:value-of select="@n"/></xsl:attribute></xsl:if>
    <xsl:if test="parent::tei:sp[@rend = 'parentheses'] and not(preceding-sibling::*[1][self::tei:p or self::tei:speaker
                  or self::tei:stage])">(</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="parent::tei:sp[@rend = 'parentheses'] and not(following-sibling::*[1])">)</xsl:if>
  </xsl:template>

  <!-- they hold blocks, or text that is one -->
  <xsl:template match="tei:opener | tei:closer | tei:titlePage | tei:docTitle | tei:argument | tei:postscript | tei:address | tei:listBibl
                       | tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent | tei:teiCorpus | tei:lineGroup">
    <p kind="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></p>
  </xsl:template>

  <!-- verse -->
  <xsl:template match="tei:lg"><verse><xsl:call-template name="place"/><xsl:apply-templates/></verse></xsl:template>
  <xsl:template match="tei:l"><line><xsl:call-template name="place"/><xsl:apply-templates/></line></xsl:template>

  <!-- Numbers and dashes of a transcript's lists are in its text; TEI made elsewhere may leave them to the program that shows it. -->
  <xsl:template match="tei:list">
    <xsl:variable name="how" select="concat(' ', @rend, ' ', @type, ' ')"/>
    <list>
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="contains($how, ' ordered ')">ordered</xsl:when>
          <xsl:when test="contains($how, ' bulleted ')">bulleted</xsl:when>
          <xsl:otherwise>plain</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </list>
  </xsl:template>
  <xsl:template match="tei:item"><item><xsl:call-template name="place"/><xsl:apply-templates/></item></xsl:template>
  <xsl:template match="tei:list/tei:label | tei:list/tei:headLabel | tei:list/tei:headItem | tei:castGroup/tei:trailer">
    <p kind="label"><xsl:call-template name="place"/><emph kind="strong"><xsl:apply-templates/></emph></p>
  </xsl:template>

  <xsl:template match="tei:table"><table><xsl:call-template name="place"/><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="tei:row">
    <row>
      <xsl:for-each select="* | text()[normalize-space()]">
        <xsl:choose>
          <xsl:when test="self::tei:cell"><xsl:apply-templates select="."/></xsl:when>
          <xsl:otherwise><cell><xsl:apply-templates select="."/></cell></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </row>
  </xsl:template>
  <xsl:template match="tei:cell">
    <cell>
      <xsl:if test="@role = 'label' or parent::tei:row/@role = 'label'"><xsl:attribute name="kind">heading</xsl:attribute></xsl:if>
      <xsl:if test="@cols &gt; 1"><xsl:attribute name="columns"><xsl:value-of select="@cols"/></xsl:attribute></xsl:if>
      <xsl:if test="@rows &gt; 1"><xsl:attribute name="rows"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </cell>
  </xsl:template>

  <xsl:template match="tei:figure"><figure><xsl:call-template name="place"/><xsl:apply-templates/></figure></xsl:template>
  <xsl:template match="tei:formula | tei:notatedMusic"><xsl:apply-templates/></xsl:template>

  <!-- a quotation is a block where it stands between blocks or holds some -->
  <xsl:template match="tei:quote | tei:cit | tei:epigraph | tei:q">
    <xsl:choose>
      <xsl:when test="self::tei:epigraph or parent::tei:div or parent::tei:body or parent::tei:div1 or parent::tei:div2 or parent::tei:div3
                      or parent::tei:epigraph or tei:p or tei:l or tei:lg or tei:quote/tei:p or tei:quote/tei:l or tei:quote/tei:lg">
        <quote><xsl:call-template name="place"/><xsl:apply-templates/></quote>
      </xsl:when>
      <xsl:when test="self::tei:cit or parent::tei:quote or parent::tei:cit"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><xsl:call-template name="quoted"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:soCalled" name="quoted">
    <!-- none where the words bring theirs, or an attribute says that they were printed without -->
    <xsl:variable name="own" select="contains('&quot;“”„«‘’‚‹「『', substring(concat(normalize-space(), ' '), 1, 1)) or @rend = 'none'
                                     or contains(@rend, 'noquote')"/>
    <xsl:if test="not($own)">“</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not($own)">”</xsl:if>
  </xsl:template>
</xsl:stylesheet>
