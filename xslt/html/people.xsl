<?xml version="1.0" encoding="UTF-8"?>
<!-- Who and what is in the record: the index beside the text, linked with each mention, and a colour for each voice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:key name="person" match="tei:person | tei:personGrp" use="concat('#', @xml:id)"/>
  <xsl:variable name="people" select="/tei:TEI/tei:teiHeader//tei:person[@xml:id] | /tei:TEI/tei:teiHeader//tei:personGrp[@xml:id]
                                      | /tei:TEI/tei:standOff//tei:person[@xml:id] | /tei:TEI/tei:standOff//tei:personGrp[@xml:id]"/>

  <!-- where each is met, and the places and days, are filled in by tei/render/index.py -->
  <xsl:template name="index">
    <nav class="index" aria-labelledby="page:index" data-mention="{$of-mention}">
      <xsl:attribute name="data-previous"><xsl:call-template name="word"><xsl:with-param name="of">previous</xsl:with-param></xsl:call-template></xsl:attribute>
      <xsl:attribute name="data-next"><xsl:call-template name="word"><xsl:with-param name="of">next</xsl:with-param></xsl:call-template></xsl:attribute>
      <h2 id="page:index" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">index</xsl:with-param></xsl:call-template></h2>
      <xsl:if test="$people">
        <section class="people" aria-labelledby="page:people">
          <h3 id="page:people" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">people</xsl:with-param></xsl:call-template></h3>
          <ul><xsl:apply-templates select="$people" mode="people"/></ul>
        </section>
      </xsl:if>
      <section class="places" aria-labelledby="page:places">
        <h3 id="page:places" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">places</xsl:with-param></xsl:call-template></h3>
        <ul/>
      </section>
      <section class="dates" aria-labelledby="page:dates">
        <h3 id="page:dates" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">dates</xsl:with-param></xsl:call-template></h3>
        <ul/>
      </section>
    </nav>
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
    <li id="{@xml:id}">
      <details>
        <summary><span class="name" dir="auto"><xsl:call-template name="full-name"/></span></summary>
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
        <p class="mentions speaks" lang="{$lang}"><xsl:value-of select="concat($of-speaks, ' ')"/></p>
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
