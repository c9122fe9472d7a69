<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI back to the transcript it was made from, character for character.

     Text is copied. Notation that the encoding took off (brackets, the colon after a speaker, blank lines between blocks) is
     written back: the usual one by the templates below, the unusual one from the instructions src-open and src-close that the
     encoder left in the element. The defaults here are those of tei/encode/notation.py.

     A character that XML cannot hold comes out as U+E000 hex U+E001. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- strings, not fragments: they are written at each block -->
  <xsl:variable name="own-block" select="/tei:TEI/tei:text/processing-instruction('src-default')"/>
  <xsl:variable name="own-speaker" select="/tei:TEI/tei:text/processing-instruction('src-speaker')"/>
  <xsl:variable name="block" select="concat(substring($own-block, 2, string-length($own-block) - 2),
                                            substring('&#10;&#10;', 1, 2 * not($own-block)))"/>
  <xsl:variable name="speaker" select="concat(substring($own-speaker, 2, string-length($own-speaker) - 2),
                                              substring(': ', 1, 2 * not($own-speaker)))"/>


  <!-- The first block is written as if another stood before it; what divides the two is taken off again. -->
  <xsl:template match="/">
    <xsl:variable name="all">
      <xsl:apply-templates select="tei:TEI/tei:teiHeader/tei:fileDesc/tei:notesStmt/tei:note[@type = 'field']" mode="field"/>
      <xsl:apply-templates select="tei:TEI/tei:text"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with($all, $block)"><xsl:value-of select="substring-after($all, $block)"/></xsl:when>
      <!-- TEI made elsewhere may begin with what is no block -->
      <xsl:otherwise>
        <xsl:variable name="ours" select="/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:appInfo/tei:application[@ident = 'tei-toolkit']"/>
        <xsl:value-of select="substring($all, string-length($block) * boolean($own-block or $ours) + 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what ends the text stands behind the notes that were moved to their markers -->
  <xsl:template match="tei:text">
    <xsl:apply-templates select="node()[self::* or normalize-space()][not(self::processing-instruction('src-close'))]"/>
    <xsl:variable name="moved" select="descendant::tei:note[@place = 'end'][not(parent::tei:body or parent::tei:div)]"/>
    <xsl:if test="$moved and not(.//processing-instruction('src-note'))">
      <xsl:for-each select="$moved"><xsl:call-template name="endnote"/></xsl:for-each>
    </xsl:if>
    <xsl:apply-templates select="processing-instruction('src-close')"/>
    <xsl:if test="not(processing-instruction('src-close'))"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>

  <!-- Line breaks that were put between elements for people are passed over; xsl:strip-space would take them from the caller's
       tree, and a pattern for such text would be tried on all text there is. Words that somebody put there are written. -->
  <xsl:template match="tei:body | tei:div | tei:sp | tei:list | tei:opener | tei:closer | tei:choice">
    <xsl:apply-templates select="node()[self::* or normalize-space()]"/>
  </xsl:template>

  <!-- header fields, in the order of the source -->

  <xsl:template match="tei:note" mode="field">
    <xsl:if test="not(processing-instruction('src-open'))">
      <xsl:value-of select="$block"/>
      <xsl:if test="@n"><xsl:value-of select="concat(@n, ':', $block)"/></xsl:if>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@corresp">
        <xsl:apply-templates select="processing-instruction('src-open')"/>
        <xsl:apply-templates select="key('id', substring(@corresp, 2))/node()[not(self::text()) or normalize-space()
                                     or not(parent::tei:abstract or parent::tei:availability)]"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- blocks. What depends on siblings is asked in the template and not in its pattern: processors count siblings for each
       node that a pattern with predicates might match, which takes the square of their number. -->

  <xsl:template match="tei:p | tei:head | tei:item | tei:dateline | tei:salute | tei:signed | tei:ab | tei:speaker | tei:seg">
    <xsl:if test="node() and not(processing-instruction('src-open'))"><xsl:value-of select="$block"/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- the first paragraph in what has its own notation before it -->
  <xsl:template match="tei:note/tei:p | tei:abstract/tei:p | tei:availability/tei:p" priority="1">
    <xsl:if test="node()">
      <xsl:if test="preceding-sibling::*[1] and not(processing-instruction('src-open'))"><xsl:value-of select="$block"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:if>
  </xsl:template>

  <!-- in a turn: the speech right after its speaker, the parentheses around an interjection -->
  <xsl:template match="tei:sp/tei:p | tei:sp/tei:ab | tei:sp/tei:speaker" priority="1">
    <xsl:if test="node()">
      <xsl:choose>
        <xsl:when test="processing-instruction('src-open')"/>
        <xsl:when test="not(self::tei:speaker) and parent::tei:sp
                        and preceding-sibling::*[1][self::tei:speaker or self::tei:stage]">
          <xsl:value-of select="$speaker"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$block"/>
          <xsl:if test="parent::tei:sp[@rend = 'parentheses'] and not(preceding-sibling::*[1])">(</xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
      <xsl:call-template name="end"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:sp/tei:stage" priority="2">
    <xsl:if test="not(processing-instruction('src-open'))"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:call-template name="end"/>
  </xsl:template>

  <xsl:template match="tei:body/tei:pb | tei:div/tei:pb | tei:sp/tei:pb | tei:list/tei:pb | tei:opener/tei:pb | tei:closer/tei:pb"
                priority="2">
    <xsl:if test="not(processing-instruction('src-open'))">
      <xsl:value-of select="$block"/>
      <xsl:if test="@n"><xsl:value-of select="concat('[Page ', @n, ']')"/></xsl:if>
    </xsl:if>
    <xsl:apply-templates select="processing-instruction('src-open')"/>
  </xsl:template>

  <xsl:template name="end">
    <xsl:if test="parent::tei:sp[@rend = 'parentheses'] and not(following-sibling::*[1]) and not(processing-instruction('src-close'))">)</xsl:if>
  </xsl:template>

  <!-- notes that stand at the end of the source -->

  <xsl:template match="tei:note[@place = 'end']" priority="2">
    <xsl:value-of select="concat('[', @n, ']')"/>
  </xsl:template>

  <xsl:template match="tei:body/tei:note[@place = 'end'] | tei:div/tei:note[@place = 'end']" priority="3">
    <xsl:call-template name="endnote"/>
  </xsl:template>

  <xsl:template match="processing-instruction('src-note')">
    <xsl:for-each select="key('id', normalize-space())"><xsl:call-template name="endnote"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="endnote">
    <xsl:if test="not(processing-instruction('src-open'))"><xsl:value-of select="concat($block, '[', @n, '] ')"/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- inline -->

  <xsl:template match="tei:supplied | tei:ex | tei:corr | tei:stage | tei:unclear | tei:note | tei:ref[@type = 'note']">
    <xsl:if test="not(processing-instruction('src-open'))">[</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not(processing-instruction('src-close'))">]</xsl:if>
  </xsl:template>

  <xsl:template match="tei:gap | tei:vocal | tei:kinesic | tei:incident">
    <xsl:if test="not(processing-instruction('src-open'))">[</xsl:if>
    <xsl:apply-templates select="node()[self::* or normalize-space()]"/>
    <xsl:if test="not(processing-instruction('src-close'))">]</xsl:if>
  </xsl:template>

  <xsl:template match="tei:choice/tei:corr" priority="2">
    <xsl:if test="not(processing-instruction('src-open'))"><xsl:text> [</xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not(processing-instruction('src-close'))">]</xsl:if>
  </xsl:template>

  <xsl:template match="tei:stage[@type = 'delivery']" priority="1">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:pb">
    <xsl:choose>
      <xsl:when test="processing-instruction('src-open')"><xsl:apply-templates select="processing-instruction('src-open')"/></xsl:when>
      <xsl:when test="@n"><xsl:value-of select="concat('[Page ', @n, ']')"/></xsl:when>
      <xsl:otherwise><xsl:text>&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:lb">
    <xsl:if test="not(processing-instruction('src-open'))"><xsl:text>-&#10;</xsl:text></xsl:if>
    <xsl:apply-templates select="processing-instruction('src-open')"/>
  </xsl:template>

  <xsl:template match="tei:g">
    <xsl:value-of select="concat('&#xE000;', substring-after(@ref, '#u'), '&#xE001;')"/>
  </xsl:template>

  <!-- set by whoever wants to know where in the source an element stands -->
  <xsl:template match="processing-instruction('src-mark')">
    <xsl:text>&#xE000;mark&#xE001;</xsl:text>
  </xsl:template>

  <!-- The notation of an element where it is not the usual: the first thing in it, and the last. -->
  <xsl:template match="processing-instruction('src-open') | processing-instruction('src-close')">
    <xsl:value-of select="substring(., 2, string-length() - 2)"/>
  </xsl:template>

  <xsl:template match="processing-instruction()" priority="-1"/>
</xsl:stylesheet>
