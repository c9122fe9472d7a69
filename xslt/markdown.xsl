<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI as Markdown: CommonMark (https://spec.commonmark.org/) with the footnotes and tables that GitHub and pandoc know.
     Parameters: those of reading.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings" exclude-result-prefixes="exsl str">
  <xsl:import href="text.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What has a meaning anywhere in a line stands behind a backslash, as any ASCII punctuation may. -->
  <xsl:variable name="special-characters"><c>\</c><c>`</c><c>*</c><c>_</c><c>[</c><c>]</c><c>&lt;</c><c>&gt;</c><c>&amp;</c><c>~</c><c>|</c><c>$</c><c>^</c><c>{</c><c>}</c></xsl:variable>
  <xsl:variable name="escaped-characters"><c>\\</c><c>\`</c><c>\*</c><c>\_</c><c>\[</c><c>\]</c><c>\&lt;</c><c>\&gt;</c><c>\&amp;</c><c>\~</c><c>\|</c><c>\$</c><c>\^</c><c>\{</c><c>\}</c></xsl:variable>
  <xsl:variable name="special" select="exsl:node-set($special-characters)/c"/>
  <xsl:variable name="escaped" select="exsl:node-set($escaped-characters)/c"/>
  <xsl:template name="text"><xsl:param name="of"/><xsl:value-of select="str:replace($of, $special, $escaped)"/></xsl:template>

  <!-- what has a meaning at the beginning of a line only: # + - = : ! and figures with a full stop or parenthesis -->
  <xsl:template name="line">
    <xsl:param name="prefix"/>
    <xsl:param name="words"/>
    <xsl:param name="last"/>
    <xsl:variable name="mark" select="substring($words, 1, 1)"/>
    <xsl:variable name="number" select="substring-before(concat(translate($words, ').', '  '), ' '), ' ')"/>
    <xsl:value-of select="$prefix"/>
    <xsl:choose>
      <xsl:when test="starts-with($words, '&#xFDD5;')"><xsl:value-of select="translate($words, '&#xFDD5;', '')"/></xsl:when>
      <xsl:when test="$mark != '' and contains('#+-=:', $mark)"><xsl:value-of select="concat('\', $words)"/></xsl:when>
      <xsl:when test="$number != '' and translate($number, '0123456789', '') = '' and contains(').', substring($words, string-length($number) + 1, 1))">
        <xsl:value-of select="concat($number, '\', substring($words, string-length($number) + 1))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($last or starts-with($words, '&#xFDD5;'))">\</xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- U+FDD5 begins a line that is Markdown already -->
  <xsl:template match="reading" mode="write">
    <xsl:apply-templates select="meta/title" mode="write"/>
    <xsl:apply-templates select="meta/field" mode="write"/>
    <xsl:apply-templates select="content" mode="write"/>
    <xsl:call-template name="notes"/>
  </xsl:template>
  <xsl:template match="title" mode="write">
    <xsl:text>&#xFDD0;&#xFDD4;&#xFDD2;&#xFDD3;&#xFDD5;# </xsl:text>
    <xsl:call-template name="text"><xsl:with-param name="of" select="string()"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="field" mode="write">
    <xsl:text>&#xFDD0;</xsl:text>
    <xsl:if test="preceding-sibling::field">&#xFDD4;</xsl:if>
    <xsl:value-of select="concat('&#xFDD2;&#xFDD3;&#xFDD5;- **', @label, ':** ')"/>
    <xsl:call-template name="text"><xsl:with-param name="of" select="string()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="heading" mode="write">
    <xsl:call-template name="begin"/>
    <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
    <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
    <xsl:if test="normalize-space($line)">
      <xsl:value-of select="concat('&#xFDD5;', substring('######', 1, @level), ' ', $line)"/>
    </xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="speaker" mode="write">
    <xsl:variable name="words">
      <xsl:apply-templates mode="write"/>
      <xsl:if test="@colon">:</xsl:if>
    </xsl:variable>
    <xsl:call-template name="begin"/>
    <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
    <xsl:if test="normalize-space($line)"><xsl:value-of select="concat('**', normalize-space($line), '** ')"/></xsl:if>
  </xsl:template>
  <xsl:template match="row" mode="write">
    <xsl:call-template name="begin"><xsl:with-param name="tight" select="preceding-sibling::*[1]/self::row"/></xsl:call-template>
    <xsl:if test="not(ancestor::cell)">&#xFDD5;|</xsl:if>
    <xsl:for-each select="cell">
      <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
      <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
      <xsl:value-of select="concat(' ', normalize-space($line), ' ')"/>
      <xsl:if test="not(ancestor::cell)">|</xsl:if>
    </xsl:for-each>
    <!-- Markdown's tables have a heading: the first row -->
    <xsl:if test="not(ancestor::cell or preceding-sibling::row)">
      <xsl:variable name="columns"><xsl:for-each select="../row"><xsl:sort select="count(cell)" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(cell)"/></xsl:if></xsl:for-each></xsl:variable>
      <xsl:value-of select="str:padding(2 * ($columns - count(cell)), ' |')"/>
      <xsl:value-of select="concat('&#xFDD1;&#xFDD5;|', str:padding(4 * $columns, '---|'))"/>
    </xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="rule" mode="write">
    <xsl:call-template name="begin"/><xsl:text>&#xFDD5;---</xsl:text><xsl:call-template name="end"/>
  </xsl:template>

  <xsl:template match="note" mode="write"><xsl:call-template name="mark"/></xsl:template>
  <!-- its number where no other note has it and it is a plain one, else its place -->
  <xsl:template name="mark">
    <xsl:text>[^</xsl:text>
    <xsl:choose>
      <xsl:when test="count(key('note', @n)) = 1 and translate(@n, '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''">
        <xsl:value-of select="@n"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(concat('note-', @id), ':', '-')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- emphasis begins and ends at a letter, and there is none in emphasis -->
  <xsl:template match="emph" mode="write">
    <xsl:variable name="sign">
      <xsl:choose>
        <xsl:when test="ancestor::emph or ancestor::speaker or ancestor::heading"/>
        <xsl:when test=".//note or .//break or .//page or .//p or .//line"/>
        <xsl:when test="starts-with(., ' ') or substring(., string-length()) = ' ' or not(normalize-space()) or contains(., '&#10; ')"/>
        <xsl:when test="@kind = 'strong'">**</xsl:when>
        <xsl:when test="@kind = 'strike'">~~</xsl:when>
        <xsl:when test="@kind = 'em' or @kind = 'stage' or @kind = 'delivery'">*</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="$sign"/>
    <xsl:apply-templates mode="write"/>
    <xsl:value-of select="$sign"/>
  </xsl:template>
  <xsl:template match="link" mode="write">
    <xsl:choose>
      <!-- an address with another character than these is left as words -->
      <xsl:when test="translate(@to, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&amp;*+,;=%', '') = '' and not(.//note or .//link)">
        <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
        <xsl:text>[</xsl:text>
        <xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template>
        <xsl:value-of select="concat('](&lt;', @to, '&gt;)')"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="write"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="prefix">
    <xsl:param name="opens" select="false()"/>
    <xsl:choose>
      <xsl:when test="self::quote or self::verse"><xsl:text>&gt; </xsl:text></xsl:when>
      <xsl:when test="self::note and $opens"><xsl:call-template name="mark"/><xsl:text>: </xsl:text></xsl:when>
      <xsl:when test="self::note"><xsl:text>    </xsl:text></xsl:when>
      <xsl:when test="not(self::item)"/>
      <xsl:when test="not($opens) and ../@kind = 'ordered'"><xsl:text>    </xsl:text></xsl:when>
      <xsl:when test="not($opens)"><xsl:text>  </xsl:text></xsl:when>
      <xsl:when test="../@kind = 'ordered'"><xsl:value-of select="substring(concat(count(preceding-sibling::item) + 1, '.    '), 1, 4)"/></xsl:when>
      <xsl:otherwise><xsl:text>- </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
