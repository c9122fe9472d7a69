<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before \begin{document}. LuaLaTeX is what it is written for: it takes characters that a font lacks from another one,
     breaks lines between Chinese characters, and sets what is written from right to left. pdflatex and xelatex do for Latin letters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="exsl">
  <!-- no comma in a name of a font: babel and fontspec make lists of them -->
  <xsl:variable name="preamble-lines">
    <l>% To set it: lualatex FILE.tex. On Debian: apt install texlive-luatex texlive-latex-recommended fonts-noto-core fonts-noto-cjk</l>
    <l>% With Latin letters alone xelatex and pdflatex do too.</l>
    <l>\documentclass[11pt]{article}</l>
    <l>\usepackage{iftex}</l>
    <l>\ifPDFTeX\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}\else\usepackage{fontspec}\fi</l>
    <l>\ifXeTeX\IfFontExistsTF{Noto Serif}{\setmainfont{Noto Serif}}{\IfFontExistsTF{DejaVu Serif}{\setmainfont{DejaVu Serif}}{}}\fi</l>
    <l>% languages, and fonts for characters that the first one lacks, as far as they are there</l>
    <l>\ifLuaTeX</l>
    <l>\usepackage[bidi=basic]{babel}</l>
    <l of="language"/>
    <l>\newcommand{\teifonts}{}</l>
    <l>\makeatletter</l>
    <l>\@for\teifont:=Noto Serif,Noto Serif CJK SC,Noto Serif Hebrew,Noto Serif Devanagari,Noto Serif Thai,Noto Serif Armenian,Noto Serif Georgian,Noto Sans Symbols,Noto Sans Symbols2,Noto Sans Math,DejaVu Sans\do{\IfFontExistsTF{\teifont}{\edef\teifonts{\teifonts"\teifont:mode=harf;",}}{}}</l>
    <l>\makeatother</l>
    <l>\directlua{luaotfload.add_fallback("tei", {\teifonts})}</l>
    <l>\IfFontExistsTF{Noto Serif}{\babelfont{rm}[RawFeature={fallback=tei}]{Noto Serif}}{\IfFontExistsTF{DejaVu Serif}{\babelfont{rm}[RawFeature={fallback=tei}]{DejaVu Serif}}{}}</l>
    <l>\IfFontExistsTF{Noto Sans Mono}{\babelfont{tt}[Scale=MatchLowercase,RawFeature={fallback=tei}]{Noto Sans Mono}}{}</l>
    <l>% Arabic letters are joined by a font of their own</l>
    <l>\IfFontExistsTF{Noto Naskh Arabic}{\babelprovide[import=ar,onchar=ids fonts]{arabic}\babelfont[arabic]{rm}[Renderer=HarfBuzz,RawFeature={fallback=tei}]{Noto Naskh Arabic}}{}</l>
    <l>\fi</l>
    <l>\usepackage{longtable}</l>
    <l>% underlined and struck out, over line ends</l>
    <l>\ifLuaTeX\IfFileExists{lua-ul.sty}{\usepackage{lua-ul}\let\uline\underLine\let\sout\strikeThrough}{}\else\IfFileExists{ulem.sty}{\usepackage[normalem]{ulem}}{}\fi</l>
    <l>\providecommand{\sout}[1]{[-#1-]}\providecommand{\uline}[1]{\emph{#1}}</l>
    <l>\usepackage[hidelinks]{hyperref}</l>
    <l>% LuaTeX takes this character for an error in the file</l>
    <l>\newcommand{\teiunknown}{\texorpdfstring{\ifPDFTeX ?\else\symbol{"FFFD}\fi}{?}}</l>
    <l of="title"/>
    <l>\setlength{\parindent}{0pt}\setlength{\parskip}{6pt plus 2pt}\setlength{\emergencystretch}{3em}\sloppy\raggedbottom</l>
    <l>\newcommand{\teibreak}{\leavevmode\newline}</l>
    <l>% not \par itself, which headings and fonts refuse in their words</l>
    <l>\newcommand{\teipar}{\par}</l>
    <l>\newenvironment{teiindent}{\par\ifdim\leftskip&lt;8em\advance\leftskip by 1.5em\fi}{\par}</l>
    <l>\newcommand{\teinote}[2]{\begingroup\renewcommand{\thefootnote}{#1}\footnote{#2}\endgroup}</l>
  </xsl:variable>

  <xsl:template name="preamble">
    <!-- babel knows languages by their first part -->
    <xsl:variable name="code" select="translate(substring-before(concat(@lang, '-'), '-'), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:variable name="known" select="translate($code, 'abcdefghijklmnopqrstuvwxyz', '') = '' and $code != ''"/>
    <xsl:variable name="title" select="meta/title"/>
    <xsl:for-each select="exsl:node-set($preamble-lines)/l">
      <xsl:variable name="line">
        <xsl:choose>
          <xsl:when test="@of = 'language'">
            <xsl:variable name="english">\babelprovide[import=en,main]{tei}</xsl:variable>
            <xsl:choose>
              <xsl:when test="$known"><xsl:value-of select="concat('\IfFileExists{babel-', $code, '.ini}{\babelprovide[import=', $code, ',main]{tei}}{', $english, '}')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$english"/></xsl:otherwise>
            </xsl:choose>
          </xsl:when>
          <xsl:when test="@of = 'title'">
            <xsl:text>\hypersetup{pdftitle={</xsl:text>
            <xsl:call-template name="text"><xsl:with-param name="of" select="string($title)"/></xsl:call-template>
            <xsl:value-of select="concat('}', substring(concat(',pdflang={', $code, '}'), 1, (11 + string-length($code)) * $known), '}')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:call-template name="command"><xsl:with-param name="of" select="string($line)"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
