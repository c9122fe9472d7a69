<?xml version="1.0" encoding="UTF-8"?>
<!-- The words that a format adds of its own, by language. To add a language, add an attribute to each row. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="exsl">
  <xsl:variable name="own-words">
    <w of="notes" en="Notes" de="Anmerkungen" fr="Notes" es="Notas" ru="Примечания" zh="注释"/>
    <w of="contents" en="Contents" de="Inhalt" fr="Sommaire" es="Contenido" ru="Содержание" zh="目录"/>
    <w of="page" en="p." de="S." fr="p." es="p." ru="с." zh="页"/>
    <w of="untitled" en="Untitled" de="Ohne Titel" fr="Sans titre" es="Sin título" ru="Без названия" zh="无题"/>
    <w of="subtitle" en="Subtitle" de="Untertitel" fr="Sous-titre" es="Subtítulo" ru="Подзаголовок" zh="副标题"/>
    <w of="author" en="Author" de="Verfasser" fr="Auteur" es="Autor" ru="Автор" zh="作者"/>
    <w of="date" en="Date" de="Datum" fr="Date" es="Fecha" ru="Дата" zh="日期"/>
    <w of="editor" en="Contributor" de="Mitwirkung" fr="Contribution" es="Colaboración" ru="Участие" zh="贡献者"/>
    <w of="funder" en="Funder" de="Förderung" fr="Financement" es="Financiación" ru="Поддержка" zh="资助"/>
    <w of="publisher" en="Publisher" de="Herausgeber" fr="Éditeur" es="Editor" ru="Издатель" zh="出版者"/>
    <w of="source" en="Source" de="Quelle" fr="Source" es="Fuente" ru="Источник" zh="来源"/>
    <w of="identifier" en="Identifier" de="Kennung" fr="Identifiant" es="Identificador" ru="Идентификатор" zh="标识符"/>
    <w of="rights" en="Rights" de="Rechte" fr="Droits" es="Derechos" ru="Права" zh="权利"/>
    <w of="abstract" en="Abstract" de="Zusammenfassung" fr="Résumé" es="Resumen" ru="Аннотация" zh="摘要"/>
  </xsl:variable>

  <xsl:template name="word">
    <xsl:param name="of"/>
    <xsl:variable name="row" select="exsl:node-set($own-words)/w[@of = $of]"/>
    <xsl:choose>
      <xsl:when test="$row/@*[name() = $lang and name() != 'of']"><xsl:value-of select="$row/@*[name() = $lang]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$row/@en"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
