<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text, outside in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <!-- The heading of the text where it only repeats the record's title: it is the page's. Brackets and blanks are not
       compared: the encoding took the brackets off. -->
  <xsl:variable name="first-head" select="/tei:TEI/tei:text/tei:body/*[not(self::tei:pb)][1][self::tei:head]
                                          | /tei:TEI/tei:text/tei:body/*[not(self::tei:pb)][1][self::tei:div]/*[not(self::tei:pb)][1][self::tei:head]"/>
  <xsl:variable name="heading" select="$first-head[starts-with(translate(., ' &#10;[]&#160;', ''), translate($title, ' []&#160;', ''))]"/>

  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 | tei:front | tei:back">
    <xsl:choose>
      <xsl:when test="tei:head"><section><xsl:call-template name="place"/><xsl:apply-templates/></section></xsl:when>
      <xsl:otherwise><div><xsl:call-template name="place"/><xsl:apply-templates/></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:opener | tei:closer | tei:lg | tei:l | tei:titlePage | tei:docTitle | tei:titlePart
                       | tei:docImprint | tei:epigraph | tei:argument | tei:postscript | tei:floatingText | tei:castList | tei:castItem
                       | tei:castGroup | tei:set | tei:address | tei:addrLine | tei:figDesc | tei:listBibl | tei:listBibl/tei:bibl | tei:listPerson
                       | tei:person | tei:sourceDoc | tei:surface | tei:zone | tei:line">
    <div class="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></div>
  </xsl:template>
  <!-- in a line of the title page they are words of it -->
  <xsl:template match="tei:docAuthor | tei:docDate">
    <xsl:variable name="tag"><xsl:choose><xsl:when test="parent::tei:titlePage or parent::tei:front or parent::tei:div">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$tag}"><xsl:attribute name="class"><xsl:value-of select="local-name()"/></xsl:attribute><xsl:call-template name="place"/><xsl:apply-templates/></xsl:element>
  </xsl:template>
  <xsl:template match="tei:role | tei:roleDesc | tei:actor">
    <xsl:if test="preceding-sibling::node()[1]/self::*">, </xsl:if>
    <span class="{local-name()}"><xsl:call-template name="place"/><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="tei:figure"><figure><xsl:call-template name="place"/><xsl:apply-templates/></figure></xsl:template>

  <xsl:template match="tei:head">
    <xsl:variable name="depth" select="count(ancestor::*[starts-with(local-name(), 'div')])"/>
    <xsl:choose>
      <xsl:when test="$heading and count(. | $heading) = 1"/>
      <xsl:when test="parent::tei:list or parent::tei:figure or parent::tei:lg or parent::tei:castList">
        <p class="list-head"><xsl:call-template name="place"/><xsl:apply-templates/></p>
      </xsl:when>
      <xsl:when test="parent::tei:table"><caption><xsl:call-template name="place"/><xsl:apply-templates/></caption></xsl:when>
      <xsl:when test="$depth &gt; 4"><h6><xsl:call-template name="place"/><xsl:apply-templates/></h6></xsl:when>
      <xsl:when test="$depth &gt; 1"><xsl:element name="h{$depth + 1}"><xsl:call-template name="place"/><xsl:apply-templates/></xsl:element></xsl:when>
      <xsl:otherwise><h2><xsl:call-template name="place"/><xsl:apply-templates/></h2></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- HTML ends a paragraph where a block begins in it: one that holds blocks is a division -->
  <xsl:template match="tei:p | tei:ab | tei:dateline | tei:salute | tei:signed | tei:byline | tei:trailer" name="block">
    <xsl:choose>
      <xsl:when test="not(node() or @id)"/>
      <xsl:when test="$blocks-within and .//*[self::tei:p or self::tei:list or self::tei:lg or self::tei:l or self::tei:table or self::tei:figure
                                              or self::tei:quote or self::tei:address or self::tei:floatingText or self::tei:div
                                              or self::tei:listBibl or self::tei:castList or self::tei:sp]">
        <div class="{local-name()}"><xsl:call-template name="words-of-block"/></div>
      </xsl:when>
      <xsl:otherwise><p class="{local-name()}"><xsl:call-template name="words-of-block"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="words-of-block">
    <xsl:if test="@type"><xsl:attribute name="class"><xsl:value-of select="concat(local-name(), ' ', @type)"/></xsl:attribute></xsl:if>
    <xsl:call-template name="place"/>
    <xsl:if test="$parenthesised and parent::tei:sp[@rend = 'parentheses'] and not(preceding-sibling::*[1]/self::tei:p)">(</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="$parenthesised and parent::tei:sp[@rend = 'parentheses'] and not(following-sibling::*[1])">)</xsl:if>
    <!-- for the mouse: a reader's program and the keyboard go from heading to heading -->
    <xsl:if test="@id and (self::tei:p or self::tei:ab) and not(ancestor::tei:note)">
      <a class="permalink" href="#{@id}" title="{$of-paragraph}" tabindex="-1" aria-hidden="true">¶</a>
    </xsl:if>
  </xsl:template>
  <xsl:variable name="parenthesised" select="boolean(/tei:TEI/tei:text/descendant::tei:sp[@rend = 'parentheses'])"/>

  <xsl:template match="tei:opener/tei:seg | tei:closer/tei:seg"><xsl:call-template name="block"/></xsl:template>

  <!-- a turn. Where the record names no speaker, who speaks stands above it as the page's own word. -->
  <xsl:template match="tei:sp | tei:u">
    <div class="turn">
      <xsl:if test="@ana">
        <xsl:attribute name="class">
          <xsl:text>turn</xsl:text>
          <xsl:if test="contains(@ana, '#interjection')"> interjection</xsl:if>
          <xsl:if test="contains(@ana, '#reported')"> reported</xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="voice"/>
      <xsl:call-template name="place"/>
      <xsl:if test="not(tei:speaker)">
        <xsl:variable name="person" select="key('person', substring-before(concat(@who, ' '), ' '))[1]"/>
        <xsl:if test="$person">
          <p class="speaker implied">
            <xsl:attribute name="title"><xsl:call-template name="word"><xsl:with-param name="of">implied</xsl:with-param></xsl:call-template></xsl:attribute>
            <xsl:for-each select="$person"><xsl:call-template name="full-name"/></xsl:for-each>
            <xsl:if test="@prev"><xsl:text> </xsl:text><i lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">continues</xsl:with-param></xsl:call-template></i></xsl:if>
          </p>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template name="voice">
    <xsl:if test="starts-with(@who, '#')">
      <xsl:attribute name="data-who"><xsl:value-of select="substring-after(substring-before(concat(@who, ' '), ' '), '#')"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
  <xsl:template match="tei:speaker">
    <p class="speaker">
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
      <!-- how it is said stands beside who says it -->
      <xsl:for-each select="following-sibling::*[1]/self::tei:stage[@type = 'delivery']">
        <xsl:text> </xsl:text>
        <span class="delivery"><xsl:call-template name="place"/><xsl:apply-templates/></span>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- Numbers and dashes of a transcript's lists are in its text; TEI made elsewhere may leave them to the reader's program. -->
  <xsl:template match="tei:list">
    <xsl:variable name="how" select="concat(' ', @rend, ' ', @type, ' ')"/>
    <xsl:apply-templates select="tei:head"/>
    <xsl:choose>
      <xsl:when test="contains($how, ' ordered ')"><ol><xsl:call-template name="items"/></ol></xsl:when>
      <xsl:when test="contains($how, ' bulleted ')"><ul><xsl:call-template name="items"/></ul></xsl:when>
      <xsl:otherwise><ul class="plain {@type}"><xsl:call-template name="items"/></ul></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="items">
    <xsl:call-template name="place"/>
    <xsl:apply-templates select="node()[not(self::tei:head)]"/>
  </xsl:template>
  <xsl:template match="tei:item"><li><xsl:call-template name="place"/><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="tei:list/tei:label"><li class="label"><xsl:call-template name="place"/><xsl:apply-templates/></li></xsl:template>

  <xsl:template match="tei:table"><table><xsl:call-template name="place"/><xsl:apply-templates select="tei:head"/><tbody><xsl:apply-templates select="node()[not(self::tei:head)]"/></tbody></table></xsl:template>
  <xsl:template match="tei:row"><tr><xsl:call-template name="place"/><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="tei:cell">
    <xsl:variable name="tag"><xsl:choose><xsl:when test="@role = 'label' or parent::tei:row/@role = 'label'">th</xsl:when><xsl:otherwise>td</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:if test="@cols &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@cols"/></xsl:attribute></xsl:if>
      <xsl:if test="@rows &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- a quotation is a block where it stands between blocks or holds some -->
  <xsl:template match="tei:quote | tei:cit | tei:q">
    <xsl:choose>
      <xsl:when test="parent::tei:div or parent::tei:body or parent::tei:epigraph or tei:p or tei:l or tei:lg or tei:quote[tei:p or tei:l or tei:lg]
                      or tei:list or tei:table or tei:sp">
        <blockquote><xsl:call-template name="place"/><xsl:apply-templates/></blockquote>
      </xsl:when>
      <xsl:when test="self::tei:cit or parent::tei:quote or parent::tei:cit or .//tei:p or .//tei:l">
        <span class="quote"><xsl:call-template name="place"/><xsl:apply-templates/></span>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="quoted"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:soCalled" name="quoted">
    <!-- none where the words bring theirs, or an attribute says that they were printed without -->
    <xsl:variable name="own" select="contains('&quot;“”„«‘’‚‹「『', substring(concat(normalize-space(), ' '), 1, 1)) or @rend = 'none'
                                     or contains(@rend, 'noquote')"/>
    <span class="quote">
      <xsl:call-template name="place"/>
      <xsl:if test="not($own)">“</xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not($own)">”</xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
