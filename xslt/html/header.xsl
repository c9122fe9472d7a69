<?xml version="1.0" encoding="UTF-8"?>
<!-- What is known about the record: its title, the citation block above the text, the people below it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:template name="page-header">
    <header class="record">
      <xsl:variable name="institution" select="$file/tei:publicationStmt/tei:authority | $file/tei:publicationStmt/tei:publisher"/>
      <xsl:if test="$institution">
        <p class="institution"><xsl:value-of select="normalize-space($institution[1])"/></p>
      </xsl:if>
      <!-- a title that the text itself bears is shown there -->
      <xsl:if test="not(tei:text/tei:body/tei:head)"><h1><xsl:value-of select="$title"/></h1></xsl:if>
      <xsl:if test="$profile/tei:creation/tei:date and not(tei:text/tei:body/tei:opener/tei:dateline) or $file/tei:notesStmt/tei:note[@type = 'field'][@corresp = concat('#', $profile/tei:creation/tei:date/@xml:id)]">
        <p class="created"><xsl:value-of select="normalize-space($profile/tei:creation/tei:date[1])"/></p>
      </xsl:if>
      <xsl:for-each select="$profile/tei:abstract">
        <section class="abstract" aria-label="Summary"><xsl:apply-templates/></section>
      </xsl:for-each>
      <xsl:call-template name="citation"/>
    </header>
  </xsl:template>

  <xsl:template name="citation">
    <xsl:variable name="ms" select="$file/tei:sourceDesc/tei:msDesc"/>
    <details class="citation">
      <xsl:if test="$file/tei:sourceDesc/tei:bibl[@type = 'citation']"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>About this document</summary>
      <dl>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Citation</xsl:with-param>
          <xsl:with-param name="values" select="$file/tei:sourceDesc/tei:bibl"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Archive</xsl:with-param>
          <xsl:with-param name="values" select="$ms/tei:msIdentifier/tei:institution | $ms/tei:msIdentifier/tei:repository | $ms/tei:msIdentifier/tei:collection"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Call number</xsl:with-param>
          <xsl:with-param name="values" select="$ms/tei:msIdentifier/tei:idno"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Pages</xsl:with-param>
          <xsl:with-param name="values" select="$ms//tei:locus"/>
        </xsl:call-template>
        <xsl:for-each select="$file/tei:titleStmt/tei:respStmt[not(@xml:id = 'editor')]">
          <dt><xsl:call-template name="capital"><xsl:with-param name="text" select="normalize-space(tei:resp[1])"/></xsl:call-template></dt>
          <dd><xsl:for-each select="tei:name | tei:persName | tei:orgName"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each></dd>
        </xsl:for-each>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Funded by</xsl:with-param>
          <xsl:with-param name="values" select="$file/tei:titleStmt/tei:funder"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Original language</xsl:with-param>
          <xsl:with-param name="values" select="$ms//tei:textLang"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Subjects</xsl:with-param>
          <xsl:with-param name="values" select="$profile/tei:textClass//tei:term"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="name">Rights</xsl:with-param>
          <xsl:with-param name="values" select="$file/tei:publicationStmt/tei:availability/*"/>
        </xsl:call-template>
        <xsl:for-each select="$file/tei:publicationStmt/tei:idno">
          <dt>
            <xsl:choose>
              <xsl:when test="@type = 'URI'">Address</xsl:when>
              <xsl:when test="@type"><xsl:value-of select="@type"/></xsl:when>
              <xsl:otherwise>Number</xsl:otherwise>
            </xsl:choose>
          </dt>
          <dd><xsl:call-template name="link"><xsl:with-param name="to" select="normalize-space()"/></xsl:call-template></dd>
        </xsl:for-each>
        <!-- fields of the front matter whose words stand nowhere else -->
        <xsl:for-each select="$file/tei:notesStmt/tei:note[@type = 'field'][not(@corresp)]">
          <dt><xsl:choose><xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when><xsl:otherwise>Note</xsl:otherwise></xsl:choose></dt>
          <dd><xsl:apply-templates mode="plain"/></dd>
        </xsl:for-each>
      </dl>
    </details>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="name"/>
    <xsl:param name="values"/>
    <xsl:if test="$values">
      <dt><xsl:value-of select="$name"/></dt>
      <xsl:for-each select="$values"><dd><xsl:apply-templates mode="plain"/></dd></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- words of the header as text; addresses in a citation become links -->
  <xsl:template match="text()" mode="plain">
    <xsl:choose>
      <xsl:when test="contains(., 'https://') and not(contains(substring-after(., 'https://'), ' '))">
        <xsl:value-of select="substring-before(., 'https://')"/>
        <xsl:call-template name="link"><xsl:with-param name="to" select="concat('https://', normalize-space(substring-after(., 'https://')))"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tei:p" mode="plain"><xsl:apply-templates mode="plain"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="processing-instruction() | comment()" mode="plain"/>

  <!-- only web addresses and places in this page are ever linked -->
  <xsl:template name="link">
    <xsl:param name="to"/>
    <xsl:param name="text" select="$to"/>
    <xsl:choose>
      <xsl:when test="starts-with($to, 'https://') or starts-with($to, 'http://') or starts-with($to, '#')">
        <a href="{$to}"><xsl:if test="not(starts-with($to, '#'))"><xsl:attribute name="rel">noopener noreferrer</xsl:attribute></xsl:if><xsl:value-of select="$text"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="capital">
    <xsl:param name="text"/>
    <xsl:value-of select="concat(translate(substring($text, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($text, 2))"/>
  </xsl:template>

  <xsl:template name="page-footer">
    <footer class="record">
      <xsl:variable name="people" select="$profile/tei:particDesc//tei:person | $profile/tei:particDesc//tei:personGrp"/>
      <xsl:if test="$people">
        <section class="people" aria-labelledby="people">
          <h2 id="people">People</h2>
          <ul>
            <xsl:for-each select="$people">
              <xsl:variable name="mentions" select="key('mention', concat('#', @xml:id))"/>
              <li id="{@xml:id}">
                <span class="name"><xsl:value-of select="normalize-space(tei:persName[1])"/></span>
                <xsl:if test="tei:note"><span class="about"><xsl:text>, </xsl:text><xsl:value-of select="normalize-space(tei:note[1])"/></span></xsl:if>
                <xsl:if test="tei:persName[2]">
                  <span class="forms"><xsl:text> also </xsl:text><xsl:for-each select="tei:persName[position() &gt; 1]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each></span>
                </xsl:if>
                <xsl:if test="$mentions">
                  <span class="mentions">
                    <xsl:text> </xsl:text>
                    <xsl:for-each select="$mentions[position() &lt;= 40]">
                      <a href="#{generate-id()}" aria-label="mention {position()}"><xsl:value-of select="position()"/></a><xsl:text> </xsl:text>
                    </xsl:for-each>
                    <xsl:if test="count($mentions) &gt; 40">… <xsl:value-of select="count($mentions)"/> in all</xsl:if>
                  </span>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </section>
      </xsl:if>
      <xsl:for-each select="$header/tei:encodingDesc/tei:editorialDecl">
        <details><summary>How this text was encoded</summary>
          <xsl:for-each select=".//tei:p"><p><xsl:value-of select="normalize-space()"/></p></xsl:for-each>
        </details>
      </xsl:for-each>
    </footer>
  </xsl:template>
</xsl:stylesheet>
