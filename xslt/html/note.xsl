<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that stand at the foot or the end: a number in the text, the note below it, and the way back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">

  <xsl:variable name="notes" select="/tei:TEI/tei:text/descendant::tei:note[@place][not(@place = 'inline')]"/>

  <xsl:template match="tei:text//tei:note">
    <xsl:choose>
      <xsl:when test="not(@place) or @place = 'inline'"><xsl:call-template name="bracket"/></xsl:when>
      <!-- one that no marker points at is only in the list -->
      <xsl:when test="parent::tei:body or parent::tei:div or parent::tei:back"/>
      <xsl:otherwise>
        <sup class="noteref"><a id="ref:{@id}" href="#{@id}" role="doc-noteref"><xsl:call-template name="note-number"/></a></sup>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="further-marker">
    <sup class="noteref">
      <xsl:choose>
        <xsl:when test="starts-with(@target, '#') and contains($targets, concat(' ', substring(@target, 2), ' '))">
          <a href="{@target}" role="doc-noteref"><xsl:call-template name="place"/><xsl:apply-templates/></a>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="place"/><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template name="endnotes">
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes" aria-labelledby="page:notes">
        <h2 id="page:notes" lang="{$lang}"><xsl:call-template name="word"><xsl:with-param name="of">notes</xsl:with-param></xsl:call-template></h2>
        <ol>
          <xsl:for-each select="$notes">
            <li>
              <xsl:call-template name="place"/>
              <span class="number"><xsl:call-template name="note-number"/></span>
              <div>
                <xsl:apply-templates/>
                <xsl:if test="not(parent::tei:body or parent::tei:div or parent::tei:back)">
                  <xsl:text> </xsl:text>
                  <a class="back" href="#ref:{@id}" role="doc-backlink">
                    <xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="of">back</xsl:with-param></xsl:call-template><xsl:text> </xsl:text><xsl:call-template name="note-number"/></xsl:attribute>
                    <xsl:text>↩&#xFE0E;</xsl:text>
                  </a>
                </xsl:if>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="note-number">
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when>
      <xsl:otherwise>*</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
