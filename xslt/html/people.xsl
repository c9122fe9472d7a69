<?xml version="1.0" encoding="UTF-8"?>
<!-- Who and what is in the record: the index beside the text, linked with each mention, and a colour for each voice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:key name="person" match="tei:person | tei:personGrp" use="concat('#', @xml:id)"/>
  <xsl:key name="mention" match="tei:text//tei:persName" use="@ref"/>
  <xsl:key name="turn" match="tei:sp | tei:u" use="substring-before(concat(@who, ' '), ' ')"/>

  <xsl:key name="place" match="tei:text//tei:placeName | tei:text//tei:rs[@type = 'place'] | tei:text//tei:geogName" use="normalize-space()"/>
  <xsl:key name="date" match="tei:text//tei:date" use="substring((@when | @from | @notBefore)[1], 1, 10)"/>
  <xsl:variable name="places" select="(/tei:TEI/tei:text//tei:placeName | /tei:TEI/tei:text//tei:rs[@type = 'place'] | /tei:TEI/tei:text//tei:geogName)[normalize-space()]"/>
  <xsl:variable name="dates" select="/tei:TEI/tei:text//tei:date[@when or @from or @notBefore]"/>
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

  <xsl:template name="index">
    <xsl:if test="$people or $places or $dates">
      <nav class="index" aria-labelledby="page:index">
        <xsl:attribute name="data-previous"><xsl:call-template name="word"><xsl:with-param name="of">previous</xsl:with-param></xsl:call-template></xsl:attribute>
        <xsl:attribute name="data-next"><xsl:call-template name="word"><xsl:with-param name="of">next</xsl:with-param></xsl:call-template></xsl:attribute>
        <h2 id="page:index" lang="{$lang}" dir="ltr"><xsl:call-template name="word"><xsl:with-param name="of">index</xsl:with-param></xsl:call-template></h2>
        <xsl:if test="$people">
          <section class="people" aria-labelledby="page:people">
            <h3 id="page:people" lang="{$lang}" dir="ltr"><xsl:call-template name="word"><xsl:with-param name="of">people</xsl:with-param></xsl:call-template></h3>
            <ul><xsl:apply-templates select="$people" mode="people"/></ul>
          </section>
        </xsl:if>
        <xsl:if test="$places">
          <section class="places" aria-labelledby="page:places">
            <h3 id="page:places" lang="{$lang}" dir="ltr"><xsl:call-template name="word"><xsl:with-param name="of">places</xsl:with-param></xsl:call-template></h3>
            <ul>
              <xsl:for-each select="$places[count(. | key('place', normalize-space())[1]) = 1]">
                <xsl:sort select="normalize-space()" lang="en"/>
                <xsl:call-template name="entry">
                  <xsl:with-param name="name" select="normalize-space()"/>
                  <xsl:with-param name="mentions" select="key('place', normalize-space())"/>
                </xsl:call-template>
              </xsl:for-each>
            </ul>
          </section>
        </xsl:if>
        <xsl:if test="$dates">
          <section class="dates" aria-labelledby="page:dates">
            <h3 id="page:dates" lang="{$lang}" dir="ltr"><xsl:call-template name="word"><xsl:with-param name="of">dates</xsl:with-param></xsl:call-template></h3>
            <ul>
              <xsl:for-each select="$dates[count(. | key('date', substring((@when | @from | @notBefore)[1], 1, 10))[1]) = 1]">
                <xsl:sort select="substring((@when | @from | @notBefore)[1], 1, 10)"/>
                <xsl:variable name="day" select="substring((@when | @from | @notBefore)[1], 1, 10)"/>
                <xsl:call-template name="entry">
                  <xsl:with-param name="name" select="$day"/>
                  <xsl:with-param name="mentions" select="key('date', $day)"/>
                </xsl:call-template>
              </xsl:for-each>
            </ul>
          </section>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:if test="$header/tei:encodingDesc/tei:editorialDecl//text()[normalize-space()]">
      <footer class="record">
        <details>
          <summary lang="{$lang}" dir="ltr"><xsl:call-template name="word"><xsl:with-param name="of">encoded</xsl:with-param></xsl:call-template></summary>
          <xsl:for-each select="$header/tei:encodingDesc/tei:editorialDecl//tei:p">
            <p lang="en" dir="ltr"><xsl:value-of select="normalize-space()"/></p>
          </xsl:for-each>
        </details>
      </footer>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="people">
    <xsl:variable name="turns" select="key('turn', concat('#', @xml:id))"/>
    <xsl:variable name="name"><xsl:call-template name="full-name"/></xsl:variable>
    <xsl:variable name="more">
      <xsl:for-each select="tei:note"><p class="about"><xsl:value-of select="normalize-space()"/></p></xsl:for-each>
      <xsl:if test="tei:persName[2]">
        <p class="forms">
          <i lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">also</xsl:with-param></xsl:call-template></i>
          <xsl:text> </xsl:text>
          <xsl:for-each select="tei:persName[position() &gt; 1]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="normalize-space()"/>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:if test="$turns">
        <p class="mentions" lang="{$lang}" dir="ltr">
          <xsl:call-template name="word"><xsl:with-param name="of">speaks</xsl:with-param></xsl:call-template>
          <xsl:call-template name="numbers"><xsl:with-param name="mentions" select="$turns"/><xsl:with-param name="name" select="$name"/></xsl:call-template>
        </p>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="entry">
      <xsl:with-param name="id" select="@xml:id"/>
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="mentions" select="key('mention', concat('#', @xml:id))"/>
      <xsl:with-param name="more" select="$more"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a name, how often it is met, and where -->
  <xsl:template name="entry">
    <xsl:param name="id"/>
    <xsl:param name="name"/>
    <xsl:param name="mentions"/>
    <xsl:param name="more"/>
    <li>
      <xsl:if test="$id"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
      <details>
        <summary><span class="name" dir="auto"><xsl:value-of select="$name"/></span><xsl:text> </xsl:text><span class="count"><xsl:value-of select="count($mentions)"/></span></summary>
        <xsl:copy-of select="$more"/>
        <xsl:if test="$mentions">
          <p class="mentions">
            <xsl:call-template name="numbers"><xsl:with-param name="mentions" select="$mentions"/><xsl:with-param name="name" select="$name"/></xsl:call-template>
          </p>
        </xsl:if>
      </details>
    </li>
  </xsl:template>

  <!-- more numbers than a reader would try are left out -->
  <xsl:template name="numbers">
    <xsl:param name="mentions"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$mentions[position() &lt;= 40]">
      <xsl:text> </xsl:text>
      <a href="#{@xml:id}" aria-label="{$name}, {$of-mention} {position()}"><xsl:value-of select="position()"/></a>
    </xsl:for-each>
    <xsl:if test="$mentions[41]"> …</xsl:if>
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
