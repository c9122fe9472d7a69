<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader may choose to see. The style sheet asks which boxes are ticked, so that it works without a script. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="tei">
  <xsl:variable name="edited" select="boolean(/tei:TEI/tei:text//tei:supplied or /tei:TEI/tei:text//tei:gap or /tei:TEI/tei:text//tei:ex
                                              or /tei:TEI/tei:text/descendant::tei:note[not(@place)] or /tei:TEI/tei:text//tei:corr)"/>
  <xsl:variable name="named" select="boolean(/tei:TEI/tei:text//tei:persName or /tei:TEI/tei:text//tei:placeName or /tei:TEI/tei:text//tei:date)"/>
  <xsl:variable name="paged" select="boolean(/tei:TEI/tei:text//tei:pb)"/>

  <xsl:template name="tools">
    <xsl:if test="$edited or $named or $paged">
      <nav class="tools" lang="{$lang}">
        <xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="of">display</xsl:with-param></xsl:call-template></xsl:attribute>
        <xsl:if test="$edited">
          <fieldset>
            <legend><xsl:call-template name="word"><xsl:with-param name="of">insertions</xsl:with-param></xsl:call-template></legend>
            <label><input type="radio" name="insertions" class="in-brackets" checked="checked"/> <span><xsl:call-template name="word"><xsl:with-param name="of">bracketed</xsl:with-param></xsl:call-template></span></label>
            <label><input type="radio" name="insertions" class="in-marks"/> <span><xsl:call-template name="word"><xsl:with-param name="of">marked</xsl:with-param></xsl:call-template></span></label>
            <label><input type="radio" name="insertions" class="in-hiding"/> <span><xsl:call-template name="word"><xsl:with-param name="of">hidden</xsl:with-param></xsl:call-template></span></label>
          </fieldset>
        </xsl:if>
        <fieldset>
          <legend><xsl:call-template name="word"><xsl:with-param name="of">display</xsl:with-param></xsl:call-template></legend>
          <xsl:if test="$named"><label><input type="checkbox" class="with-names" checked="checked"/> <span><xsl:call-template name="word"><xsl:with-param name="of">names</xsl:with-param></xsl:call-template></span></label></xsl:if>
          <xsl:if test="$paged"><label><input type="checkbox" class="with-pages" checked="checked"/> <span><xsl:call-template name="word"><xsl:with-param name="of">breaks</xsl:with-param></xsl:call-template></span></label></xsl:if>
        </fieldset>
      </nav>
    </xsl:if>
    <!-- filled by tei/render/timeline.py, which sees the finished turns -->
    <nav class="timeline" lang="{$lang}"><xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="of">turns</xsl:with-param></xsl:call-template></xsl:attribute><xsl:attribute name="data-others"><xsl:call-template name="word"><xsl:with-param name="of">others</xsl:with-param></xsl:call-template></xsl:attribute></nav>
  </xsl:template>
</xsl:stylesheet>
