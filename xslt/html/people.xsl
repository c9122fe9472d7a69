<?xml version="1.0" encoding="UTF-8"?>
<!-- Who and what is in the record: the index beside the text, linked with each mention, and a colour for each voice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:page="urn:tei-toolkit:page" exclude-result-prefixes="tei page">

  <xsl:key name="person" match="tei:person | tei:personGrp" use="concat('#', @xml:id)"/>
  <xsl:variable name="people" select="/tei:TEI/tei:teiHeader/descendant::tei:person[@xml:id] | /tei:TEI/tei:teiHeader/descendant::tei:personGrp[@xml:id]
                                      | /tei:TEI/tei:standOff/descendant::tei:person[@xml:id] | /tei:TEI/tei:standOff/descendant::tei:personGrp[@xml:id]"/>

  <!-- What people, places and days are called, how often and where they are met, is from tei/render/survey.py: a processor would
       look through the whole document for each. -->
  <xsl:key name="met" match="page:met/page:person" use="@id"/>
  <xsl:variable name="places" select="/tei:TEI/page:met/page:place"/>
  <xsl:variable name="days" select="/tei:TEI/page:met/page:day"/>

  <xsl:template name="index">
    <xsl:if test="$people or $places or $days">
      <nav class="index" aria-labelledby="page:index">
        <xsl:attribute name="data-previous"><xsl:call-template name="word"><xsl:with-param name="of">previous</xsl:with-param></xsl:call-template></xsl:attribute>
        <xsl:attribute name="data-next"><xsl:call-template name="word"><xsl:with-param name="of">next</xsl:with-param></xsl:call-template></xsl:attribute>
        <h2 id="page:index" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">index</xsl:with-param></xsl:call-template></h2>
        <xsl:if test="$people">
          <section class="people" aria-labelledby="page:people">
            <h3 id="page:people" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">people</xsl:with-param></xsl:call-template></h3>
            <ul><xsl:apply-templates select="$people" mode="people"/></ul>
          </section>
        </xsl:if>
        <xsl:if test="$places">
          <section class="places" aria-labelledby="page:places">
            <h3 id="page:places" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">places</xsl:with-param></xsl:call-template></h3>
            <ul>
              <xsl:for-each select="$places"><xsl:call-template name="entry"/></xsl:for-each>
            </ul>
          </section>
        </xsl:if>
        <xsl:if test="$days">
          <section class="dates" aria-labelledby="page:dates">
            <h3 id="page:dates" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">dates</xsl:with-param></xsl:call-template></h3>
            <ul>
              <xsl:for-each select="$days"><xsl:call-template name="entry"/></xsl:for-each>
            </ul>
          </section>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="entry">
    <li>
      <details>
        <summary><span class="name" dir="auto"><xsl:value-of select="@label"/></span><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></summary>
        <p class="mentions"><xsl:call-template name="links"><xsl:with-param name="name" select="@label"/></xsl:call-template></p>
      </details>
    </li>
  </xsl:template>
  <!-- a number for each place where somebody or something is met -->
  <xsl:template name="links">
    <xsl:param name="name"/>
    <xsl:param name="met" select="."/>
    <xsl:variable name="words" select="concat($name, ', ', $of-mention, ' ')"/>
    <xsl:for-each select="$met/page:at"><a href="#{@id}" aria-label="{$words}{position()}"><xsl:value-of select="position()"/></a><xsl:text> </xsl:text></xsl:for-each>
    <xsl:if test="$met/@count &gt; count($met/page:at)">…</xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:if test="$header/tei:encodingDesc/tei:editorialDecl//text()[normalize-space()]">
      <footer class="record">
        <details>
          <summary lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">encoded</xsl:with-param></xsl:call-template></summary>
          <xsl:for-each select="$header/tei:encodingDesc/tei:editorialDecl//tei:p">
            <p lang="en" dir="ltr"><xsl:value-of select="normalize-space()"/></p>
          </xsl:for-each>
        </details>
      </footer>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="people">
    <xsl:variable name="name"><xsl:call-template name="full-name"/></xsl:variable>
    <xsl:variable name="row" select="key('met', @xml:id)"/>
    <xsl:variable name="met" select="$row/page:names"/>
    <xsl:variable name="turns" select="$row/page:turns"/>
    <li id="{@xml:id}">
      <xsl:if test="$turns"><xsl:attribute name="data-who"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
      <details>
        <summary>
          <span class="name" dir="auto"><xsl:value-of select="$name"/></span>
          <xsl:if test="$met"><xsl:text> </xsl:text><span class="count"><xsl:value-of select="$met/@count"/></span></xsl:if>
        </summary>
        <xsl:for-each select="tei:note"><p class="about"><xsl:value-of select="normalize-space()"/></p></xsl:for-each>
        <xsl:if test="tei:persName[2]">
          <p class="forms">
            <i lang="{$lang}"><xsl:value-of select="$of-also"/></i>
            <xsl:text> </xsl:text>
            <xsl:for-each select="tei:persName[position() &gt; 1]">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:value-of select="normalize-space()"/>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:if test="$turns">
          <p class="mentions speaks" lang="{$lang}">
            <xsl:value-of select="concat($of-speaks, ' ')"/>
            <xsl:call-template name="links"><xsl:with-param name="name" select="$name"/><xsl:with-param name="met" select="$turns"/></xsl:call-template>
          </p>
        </xsl:if>
        <xsl:if test="$met"><p class="mentions"><xsl:call-template name="links"><xsl:with-param name="name" select="$name"/><xsl:with-param name="met" select="$met"/></xsl:call-template></p></xsl:if>
      </details>
    </li>
  </xsl:template>

  <xsl:template name="full-name">
    <xsl:choose>
      <xsl:when test="tei:persName"><xsl:value-of select="normalize-space(tei:persName[1])"/></xsl:when>
      <xsl:when test="tei:name"><xsl:value-of select="normalize-space(tei:name[1])"/></xsl:when>
      <xsl:when test="normalize-space()"><xsl:value-of select="normalize-space()"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
