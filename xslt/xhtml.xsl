<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of an EPUB, from the document for reading with its blocks sorted out (tei/render/settle.py, epub.py):
     the package, the navigation, the text, the notes, by the parameter "part". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:epub="http://www.idpf.org/2007/ops" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:param name="part"/>
  <xsl:param name="identifier"/>
  <xsl:param name="modified"/>
  <xsl:param name="interface" select="'en'"/>

  <xsl:variable name="tag">
    <xsl:choose>
      <xsl:when test="normalize-space(/reading/@lang)"><xsl:value-of select="/reading/@lang"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$part = 'package'"><xsl:call-template name="package"/></xsl:when>
      <xsl:when test="$part = 'nav'"><xsl:call-template name="nav"/></xsl:when>
      <xsl:when test="$part = 'notes'">
        <xsl:call-template name="page-of">
          <xsl:with-param name="title" select="/reading/@notes"/>
          <xsl:with-param name="body">
            <section epub:type="endnotes" role="doc-endnotes">
              <h2 xml:lang="{$interface}" lang="{$interface}"><xsl:value-of select="/reading/@notes"/></h2>
              <xsl:for-each select="//note">
                <aside id="{@id}" epub:type="footnote" class="note">
                  <p><a href="text.xhtml#ref-{@id}">[<xsl:value-of select="@n"/>]</a></p>
                  <xsl:apply-templates/>
                </aside>
              </xsl:for-each>
            </section>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="page-of">
          <xsl:with-param name="title" select="/reading/meta/title"/>
          <xsl:with-param name="body">
            <h1 id="top"><xsl:value-of select="/reading/meta/title"/></h1>
            <xsl:if test="/reading/meta/field">
              <dl xml:lang="{$tag}" lang="{$tag}">
                <xsl:for-each select="/reading/meta/field">
                  <dt xml:lang="{$interface}" lang="{$interface}"><xsl:value-of select="@label"/></dt>
                  <dd><xsl:value-of select="."/></dd>
                </xsl:for-each>
              </dl>
            </xsl:if>
            <xsl:apply-templates select="/reading/content/node()"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="page-of">
    <xsl:param name="title"/>
    <xsl:param name="body"/>
    <html xml:lang="{$tag}" lang="{$tag}">
      <head>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body><xsl:copy-of select="$body"/></body>
    </html>
  </xsl:template>

  <xsl:template name="nav">
    <xsl:call-template name="page-of">
      <xsl:with-param name="title" select="/reading/@contents"/>
      <xsl:with-param name="body">
        <nav epub:type="toc" role="doc-toc" id="toc" xml:lang="{$tag}" lang="{$tag}">
          <h2 xml:lang="{$interface}" lang="{$interface}"><xsl:value-of select="/reading/@contents"/></h2>
          <ol>
            <li><a href="text.xhtml#top"><xsl:value-of select="/reading/meta/title"/></a></li>
            <xsl:for-each select="//heading[not(ancestor::note)]">
              <xsl:variable name="words"><xsl:apply-templates select="node()" mode="words"/></xsl:variable>
              <xsl:if test="normalize-space($words)"><li><a href="text.xhtml#{@id}"><xsl:value-of select="normalize-space($words)"/></a></li></xsl:if>
            </xsl:for-each>
            <xsl:if test="//note"><li xml:lang="{$interface}" lang="{$interface}"><a href="notes.xhtml"><xsl:value-of select="/reading/@notes"/></a></li></xsl:if>
          </ol>
        </nav>
        <xsl:if test="//page[not(ancestor::note)]">
          <nav epub:type="page-list" role="doc-pagelist" hidden="hidden">
            <ol><xsl:for-each select="//page[not(ancestor::note)]"><li><a href="text.xhtml#{@id}"><xsl:value-of select="@n"/></a></li></xsl:for-each></ol>
          </nav>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="note" mode="words"/>
  <xsl:template match="break" mode="words"><xsl:text> </xsl:text></xsl:template>

  <xsl:template name="package">
    <opf:package version="3.0" unique-identifier="id" xml:lang="{$interface}">
      <opf:metadata>
        <dc:identifier id="id"><xsl:value-of select="$identifier"/></dc:identifier>
        <dc:title><xsl:value-of select="/reading/meta/title"/></dc:title>
        <dc:language><xsl:value-of select="$tag"/></dc:language>
        <xsl:for-each select="/reading/meta/field[@name = 'author']"><dc:creator><xsl:value-of select="."/></dc:creator></xsl:for-each>
        <xsl:for-each select="/reading/meta/field[@name = 'editor']"><dc:contributor><xsl:value-of select="."/></dc:contributor></xsl:for-each>
        <xsl:for-each select="/reading/meta/field[@name = 'publisher']"><dc:publisher><xsl:value-of select="."/></dc:publisher></xsl:for-each>
        <xsl:for-each select="/reading/meta/field[@name = 'source']"><dc:source><xsl:value-of select="."/></dc:source></xsl:for-each>
        <xsl:for-each select="/reading/meta/field[@name = 'rights']"><dc:rights><xsl:value-of select="."/></dc:rights></xsl:for-each>
        <xsl:for-each select="/reading/meta/field[@name = 'abstract']"><dc:description><xsl:value-of select="."/></dc:description></xsl:for-each>
        <opf:meta property="dcterms:modified"><xsl:value-of select="$modified"/></opf:meta>
        <opf:meta property="schema:accessMode">textual</opf:meta>
        <opf:meta property="schema:accessModeSufficient">textual</opf:meta>
        <opf:meta property="schema:accessibilityFeature">structuralNavigation</opf:meta>
        <opf:meta property="schema:accessibilityFeature">tableOfContents</opf:meta>
        <opf:meta property="schema:accessibilityHazard">none</opf:meta>
      </opf:metadata>
      <opf:manifest>
        <opf:item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <opf:item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
        <xsl:if test="//note"><opf:item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/></xsl:if>
        <opf:item id="style" href="style.css" media-type="text/css"/>
      </opf:manifest>
      <opf:spine>
        <opf:itemref idref="text"/>
        <xsl:if test="//note"><opf:itemref idref="notes"/></xsl:if>
      </opf:spine>
    </opf:package>
  </xsl:template>

  <!-- blocks -->
  <xsl:template match="section"><section><xsl:call-template name="lang"/><xsl:apply-templates/></section></xsl:template>
  <xsl:template match="turn"><div class="{@kind}"><xsl:call-template name="lang"/><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="verse | figure"><div class="{local-name()}"><xsl:call-template name="lang"/><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="quote"><blockquote><xsl:call-template name="lang"/><xsl:apply-templates/></blockquote></xsl:template>
  <xsl:template match="p"><p class="{@kind}"><xsl:call-template name="lang"/><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="line"><p class="line"><xsl:call-template name="lang"/><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="speaker"><p class="speaker"><xsl:call-template name="lang"/><xsl:apply-templates/><xsl:if test="@colon">:</xsl:if></p></xsl:template>
  <xsl:template match="heading">
    <xsl:variable name="level"><xsl:choose><xsl:when test="@level &gt; 6">6</xsl:when><xsl:when test="@level &lt; 2">2</xsl:when><xsl:otherwise><xsl:value-of select="@level"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="h{$level}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
      <xsl:call-template name="lang"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="list[@kind = 'ordered']"><ol><xsl:call-template name="lang"/><xsl:apply-templates/></ol></xsl:template>
  <xsl:template match="list"><ul class="{@kind}"><xsl:call-template name="lang"/><xsl:apply-templates/></ul></xsl:template>
  <xsl:template match="item"><li><xsl:call-template name="lang"/><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="table"><table><tbody><xsl:apply-templates/></tbody></table></xsl:template>
  <xsl:template match="row"><tr><xsl:if test="not(cell)"><td/></xsl:if><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="cell">
    <xsl:variable name="name"><xsl:choose><xsl:when test="@kind = 'heading'">th</xsl:when><xsl:otherwise>td</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="number(@columns) &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="floor(@columns)"/></xsl:attribute></xsl:if>
      <xsl:if test="number(@rows) &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="floor(@rows)"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="rule"><hr/></xsl:template>

  <!-- inline -->
  <xsl:template match="note">
    <sup><a id="ref-{@id}" epub:type="noteref" role="doc-noteref" href="notes.xhtml#{@id}"><xsl:value-of select="@n"/></a></sup>
  </xsl:template>
  <xsl:template match="page"><span id="{@id}" epub:type="pagebreak" role="doc-pagebreak" aria-label="{@n}" class="page"><xsl:value-of select="concat('[', @label, ' ', @n, ']')"/></span></xsl:template>
  <xsl:template match="break"><br/></xsl:template>
  <xsl:template match="link">
    <xsl:choose>
      <!-- a link to what is beside the document would lead out of the book -->
      <xsl:when test="(starts-with(@to, 'http://') or starts-with(@to, 'https://')) and not(ancestor::link or .//note)
                      and translate(@to, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&amp;*+,;=()', '') = ''
                      and not(contains(substring-after(@to, '#'), '#'))">
        <a href="{@to}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><span><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="name | date"><span class="{local-name()}"><xsl:call-template name="lang"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="bracket"><span class="bracket"><xsl:call-template name="lang"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="emph">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@kind = 'strong'">strong</xsl:when>
        <xsl:when test="@kind = 'sup'">sup</xsl:when>
        <xsl:when test="@kind = 'sub'">sub</xsl:when>
        <xsl:when test="@kind = 'underline'">u</xsl:when>
        <xsl:when test="@kind = 'strike'">del</xsl:when>
        <xsl:when test="@kind = 'added'">ins</xsl:when>
        <xsl:when test="@kind = 'code'">code</xsl:when>
        <xsl:otherwise>em</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml"><xsl:call-template name="lang"/><xsl:apply-templates/></xsl:element>
  </xsl:template>
  <xsl:template name="lang">
    <xsl:if test="normalize-space(@lang)">
      <xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute>
      <xsl:attribute name="lang"><xsl:value-of select="@lang"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
