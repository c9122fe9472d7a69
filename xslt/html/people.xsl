<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is in the record: the list below the text, linked with each mention, and a colour for each voice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:key name="person" match="tei:person | tei:personGrp" use="concat('#', @xml:id)"/>
  <xsl:key name="mention" match="tei:text//tei:persName" use="@ref"/>
  <xsl:key name="turn" match="tei:sp | tei:u" use="substring-before(concat(@who, ' '), ' ')"/>

  <xsl:variable name="people" select="/tei:TEI/tei:teiHeader//tei:person[@xml:id] | /tei:TEI/tei:teiHeader//tei:personGrp[@xml:id]
                                      | /tei:TEI/tei:standOff//tei:person[@xml:id] | /tei:TEI/tei:standOff//tei:personGrp[@xml:id]"/>

  <!-- Six colours in the order of the list; the seventh voice has the colour of the first. A style sheet is not escaped:
       an id that could end the rule gets no colour. -->
  <xsl:template name="voices">
    <xsl:variable name="voices" select="$people[key('turn', concat('#', @xml:id))]"/>
    <xsl:if test="$voices">
      <style>
        <xsl:for-each select="$voices">
          <xsl:if test="translate(@xml:id, '&quot;\&lt;&gt;{}&#9;&#10;&#13; ', '') = @xml:id">
            <xsl:value-of select="concat('[data-who=&quot;', @xml:id, '&quot;]{--voice:var(--voice-', (position() - 1) mod 6, ')}&#10;')"/>
          </xsl:if>
        </xsl:for-each>
      </style>
    </xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:if test="$people or $header/tei:encodingDesc/tei:editorialDecl">
      <footer class="record">
        <xsl:if test="$people">
          <section class="people" aria-labelledby="page:people">
            <h2 id="page:people" lang="en" dir="ltr">People</h2>
            <ul><xsl:apply-templates select="$people" mode="people"/></ul>
          </section>
        </xsl:if>
        <xsl:if test="$header/tei:encodingDesc/tei:editorialDecl//text()[normalize-space()]">
          <details lang="en" dir="ltr">
            <summary>How this text was encoded</summary>
            <xsl:for-each select="$header/tei:encodingDesc/tei:editorialDecl//tei:p">
              <p><xsl:value-of select="normalize-space()"/></p>
            </xsl:for-each>
          </details>
        </xsl:if>
      </footer>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="people">
    <xsl:variable name="mentions" select="key('mention', concat('#', @xml:id))"/>
    <xsl:variable name="name"><xsl:call-template name="full-name"/></xsl:variable>
    <li id="{@xml:id}">
      <span class="name"><xsl:value-of select="$name"/></span>
      <xsl:for-each select="tei:note">
        <span class="about"><xsl:text>, </xsl:text><xsl:value-of select="normalize-space()"/></span>
      </xsl:for-each>
      <xsl:if test="tei:persName[2]">
        <span class="forms">
          <i lang="en">also</i>
          <xsl:text> </xsl:text>
          <xsl:for-each select="tei:persName[position() &gt; 1]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="normalize-space()"/>
          </xsl:for-each>
        </span>
      </xsl:if>
      <xsl:if test="$mentions">
        <span class="mentions" lang="en" dir="ltr">
          <xsl:value-of select="count($mentions)"/> mention<xsl:if test="$mentions[2]">s</xsl:if>
          <!-- more numbers than a reader would try -->
          <xsl:for-each select="$mentions[position() &lt;= 40]">
            <xsl:text> </xsl:text>
            <a href="#{@xml:id}" aria-label="{$name}, mention {position()}"><xsl:value-of select="position()"/></a>
          </xsl:for-each>
          <xsl:if test="$mentions[41]"> …</xsl:if>
        </span>
      </xsl:if>
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
