<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI as LaTeX, for LuaLaTeX (latex/preamble.xsl). Parameters: those of reading.xsl, and preamble, LaTeX that is put before
     \begin{document}.

     Blocks in blocks are indented by an environment of its own: LaTeX's lists end at six levels. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings" exclude-result-prefixes="exsl str">
  <xsl:import href="text.xsl"/>
  <xsl:include href="latex/preamble.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="preamble"/>

  <!-- Every character with a meaning, and the pairs that fonts join: two hyphens are not a dash. -->
  <xsl:variable name="special-characters"><c>\</c><c>{</c><c>}</c><c>$</c><c>&amp;</c><c>#</c><c>_</c><c>%</c><c>~</c><c>^</c><c>`</c><c>''</c><c>,,</c><c>--</c><c>&lt;&lt;</c><c>&gt;&gt;</c><c>"</c><c>&#xAD;</c><c>&lt;</c><c>&gt;</c><c>|</c><c>&#xFFFD;</c></xsl:variable>
  <xsl:variable name="escaped-characters"><c>\textbackslash{}</c><c>\{</c><c>\}</c><c>\$</c><c>\&amp;</c><c>\#</c><c>\_</c><c>\%</c><c>\textasciitilde{}</c><c>\textasciicircum{}</c><c>\textasciigrave{}</c><c>'{}'{}</c><c>,{},{}</c><c>-{}-{}</c><c>\textless{}\textless{}</c><c>\textgreater{}\textgreater{}</c><c>\textquotedbl{}</c><c>\-</c><c>\textless{}</c><c>\textgreater{}</c><c>\textbar{}</c><c>\teiunknown{}</c></xsl:variable>
  <xsl:variable name="special" select="exsl:node-set($special-characters)/c"/>
  <xsl:variable name="escaped" select="exsl:node-set($escaped-characters)/c"/>
  <xsl:template name="text"><xsl:param name="of"/><xsl:value-of select="str:replace($of, $special, $escaped)"/></xsl:template>

  <xsl:template name="line">
    <xsl:param name="prefix"/>
    <xsl:param name="words"/>
    <xsl:param name="last"/>
    <xsl:value-of select="concat($prefix, $words, substring('\teibreak{}', 1, 11 * not($last)), '&#10;')"/>
  </xsl:template>
  <!-- a piece of LaTeX that no text is in -->
  <xsl:template name="command"><xsl:param name="of"/><xsl:value-of select="concat('&#xFDD0;&#xFDD4;&#xFDD2;&#xFDD3;', $of)"/></xsl:template>

  <xsl:template match="reading" mode="write">
    <xsl:call-template name="preamble"/>
    <xsl:if test="$preamble"><xsl:call-template name="command"><xsl:with-param name="of" select="$preamble"/></xsl:call-template></xsl:if>
    <xsl:call-template name="command"><xsl:with-param name="of">\begin{document}</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="meta/title" mode="write"/>
    <xsl:apply-templates select="meta/field" mode="write"/>
    <xsl:apply-templates select="content" mode="write"/>
    <xsl:call-template name="command"><xsl:with-param name="of">\end{document}</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="title" mode="write">
    <xsl:text>&#xFDD0;&#xFDD2;&#xFDD3;{\LARGE\bfseries </xsl:text>
    <xsl:call-template name="text"><xsl:with-param name="of" select="string()"/></xsl:call-template>
    <xsl:text>\par}</xsl:text>
  </xsl:template>
  <xsl:template match="field" mode="write">
    <xsl:text>&#xFDD0;&#xFDD2;&#xFDD3;{\small\textbf{</xsl:text>
    <xsl:value-of select="concat(@label, ':} ')"/>
    <xsl:call-template name="text"><xsl:with-param name="of" select="string()"/></xsl:call-template>
    <xsl:text>\par}</xsl:text>
  </xsl:template>

  <xsl:template match="heading" mode="write">
    <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
    <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="begin"/>
    <xsl:if test="normalize-space($line)">
      <xsl:choose>
        <!-- no heading in a cell or a note -->
        <xsl:when test="ancestor::cell or ancestor::note">\textbf{</xsl:when>
        <xsl:when test="@level &lt;= 2">\section*{</xsl:when>
        <xsl:when test="@level = 3">\subsection*{</xsl:when>
        <xsl:otherwise>\subsubsection*{</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(normalize-space($line), '}')"/>
    </xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>

  <xsl:template match="quote | list | verse | figure" mode="write">
    <xsl:variable name="apart" select="not(ancestor::cell)"/>
    <xsl:if test="$apart"><xsl:call-template name="command"><xsl:with-param name="of">\begin{teiindent}</xsl:with-param></xsl:call-template></xsl:if>
    <xsl:call-template name="begin"/>
    <xsl:apply-templates mode="write"/>
    <xsl:if test="$apart"><xsl:call-template name="command"><xsl:with-param name="of">\end{teiindent}</xsl:with-param></xsl:call-template></xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="item" mode="write">
    <xsl:call-template name="begin"/>
    <xsl:apply-templates mode="write"/>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="speaker" mode="write">
    <xsl:variable name="words">
      <xsl:apply-templates mode="write"/>
      <xsl:if test="@colon">:</xsl:if>
    </xsl:variable>
    <xsl:call-template name="begin"/>
    <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
    <xsl:if test="normalize-space($line)"><xsl:value-of select="concat('\textbf{', normalize-space($line), '} ')"/></xsl:if>
  </xsl:template>

  <!-- as wide as its widest row -->
  <xsl:template match="table" mode="write">
    <xsl:apply-templates select="node()[not(self::row)]" mode="write"/>
    <xsl:variable name="columns"><xsl:for-each select="row"><xsl:sort select="count(cell)" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(cell)"/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:choose>
      <xsl:when test="ancestor::cell or ancestor::note or not($columns &gt; 0)"><xsl:apply-templates select="row" mode="write"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="width" select="format-number(0.96 div $columns, '0.000')"/>
        <xsl:call-template name="command"><xsl:with-param name="of" select="concat('\begingroup\setlength{\tabcolsep}{0.01\textwidth}\begin{longtable}{@{}*{', $columns, '}{p{', format-number(0.96 div $columns - 0.02, '0.000'), '\textwidth}}@{}}')"/></xsl:call-template>
        <xsl:apply-templates select="row" mode="write"/>
        <xsl:call-template name="command"><xsl:with-param name="of">\end{longtable}\endgroup</xsl:with-param></xsl:call-template>
        <xsl:call-template name="end"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="row" mode="write">
    <xsl:variable name="inner" select="ancestor::cell or ancestor::note"/>
    <xsl:call-template name="begin"><xsl:with-param name="tight" select="not($inner)"/></xsl:call-template>
    <xsl:for-each select="cell">
      <xsl:if test="position() &gt; 1 and not($inner)"> &amp; </xsl:if>
      <xsl:if test="position() &gt; 1 and $inner"> \textbar{} </xsl:if>
      <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
      <xsl:variable name="line"><xsl:call-template name="flat"><xsl:with-param name="of" select="string($words)"/></xsl:call-template></xsl:variable>
      <xsl:text>{}</xsl:text>
      <xsl:value-of select="normalize-space($line)"/>
    </xsl:for-each>
    <xsl:if test="not($inner)">\tabularnewline</xsl:if>
    <xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="rule" mode="write">
    <xsl:call-template name="begin"/><xsl:text>\centerline{* * *}</xsl:text><xsl:call-template name="end"/>
  </xsl:template>

  <!-- one line, so that it can stand in a heading and a cell -->
  <xsl:template match="note" mode="write">
    <xsl:variable name="words"><xsl:apply-templates mode="write"/></xsl:variable>
    <xsl:variable name="pieces" select="str:split(string($words), '&#xFDD0;')"/>
    <xsl:text>\teinote{</xsl:text>
    <xsl:call-template name="text"><xsl:with-param name="of" select="string(@n)"/></xsl:call-template>
    <xsl:text>}{</xsl:text>
    <xsl:for-each select="$pieces">
      <xsl:variable name="piece">
        <xsl:choose>
          <xsl:when test="contains(., '&#xFDD3;')"><xsl:value-of select="substring-after(., '&#xFDD3;')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="line" select="normalize-space(str:replace(string($piece), '&#xFDD1;', '\teibreak{}'))"/>
      <xsl:if test="$line"><xsl:value-of select="concat($line, '\teipar{}')"/></xsl:if>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="page" mode="write"><xsl:text> </xsl:text><xsl:call-template name="page"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template name="page">
    <xsl:text>{\footnotesize[</xsl:text>
    <xsl:call-template name="text"><xsl:with-param name="of" select="concat(@label, ' ', @n)"/></xsl:call-template>
    <xsl:text>]}</xsl:text>
  </xsl:template>

  <!-- commands end at a paragraph: none around what holds one -->
  <xsl:template match="emph" mode="write">
    <xsl:variable name="command">
      <xsl:choose>
        <xsl:when test=".//p or .//line or .//note or .//break or .//list or .//quote or .//item or .//table or .//verse or .//turn"/>
        <xsl:when test="@kind = 'strong'">textbf</xsl:when>
        <xsl:when test="@kind = 'sup'">textsuperscript</xsl:when>
        <xsl:when test="@kind = 'sub'">textsubscript</xsl:when>
        <xsl:when test="@kind = 'underline'">uline</xsl:when>
        <xsl:when test="@kind = 'strike'">sout</xsl:when>
        <xsl:when test="@kind = 'code'">texttt</xsl:when>
        <xsl:when test="@kind = 'added'"/>
        <xsl:otherwise>emph</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="string($command)"><xsl:value-of select="concat('\', $command, '{')"/></xsl:if>
    <xsl:apply-templates mode="write"/>
    <xsl:if test="string($command)">}</xsl:if>
  </xsl:template>
  <xsl:template match="link" mode="write">
    <xsl:choose>
      <xsl:when test="translate(@to, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:/?#@!&amp;*+,;=%', '') = ''
                      and not(.//note or .//p or .//link or .//line or .//list)">
        <xsl:value-of select="concat('\href{', str:replace(str:replace(str:replace(@to, '%', '\%'), '#', '\#'), '&amp;', '\&amp;'), '}{')"/>
        <xsl:apply-templates mode="write"/>
        <xsl:text>}</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="write"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="prefix">
    <xsl:param name="opens" select="false()"/>
    <xsl:choose>
      <xsl:when test="not($opens and self::item)"/>
      <xsl:when test="../@kind = 'bulleted'">\textbullet{} </xsl:when>
      <xsl:when test="../@kind = 'ordered'"><xsl:value-of select="concat(count(preceding-sibling::item) + 1, '. ')"/></xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
