<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the page itself, by language. To add a language, add an attribute to each row. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="exsl">
  <xsl:variable name="own-words">
    <w of="skip" en="Skip to the text" de="Zum Text" fr="Aller au texte" es="Ir al texto" ru="К тексту" zh="跳至正文"/>
    <w of="untitled" en="Untitled record" de="Ohne Titel" fr="Sans titre" es="Sin título" ru="Без названия" zh="无题"/>
    <w of="abstract" en="Summary" de="Zusammenfassung" fr="Résumé" es="Resumen" ru="Аннотация" zh="摘要"/>
    <w of="about" en="About this document" de="Über dieses Dokument" fr="À propos de ce document" es="Sobre este documento" ru="О документе" zh="关于本文件"/>
    <w of="archive" en="Archive" de="Archiv" fr="Archives" es="Archivo" ru="Архив" zh="档案馆"/>
    <w of="number" en="Call number" de="Signatur" fr="Cote" es="Signatura" ru="Шифр" zh="档号"/>
    <w of="extent" en="Pages" de="Seiten" fr="Pages" es="Páginas" ru="Страницы" zh="页码"/>
    <w of="author" en="Author" de="Verfasser" fr="Auteur" es="Autor" ru="Автор" zh="作者"/>
    <w of="funder" en="Funded by" de="Gefördert von" fr="Financement" es="Financiación" ru="При поддержке" zh="资助"/>
    <w of="original" en="Original language" de="Sprache des Originals" fr="Langue de l’original" es="Lengua original" ru="Язык оригинала" zh="原文语言"/>
    <w of="language" en="Language of this text" de="Sprache dieses Textes" fr="Langue de ce texte" es="Lengua de este texto" ru="Язык текста" zh="本文语言"/>
    <w of="classification" en="Classification" de="Einstufung" fr="Classification" es="Clasificación" ru="Гриф" zh="密级"/>
    <w of="subjects" en="Subjects" de="Schlagwörter" fr="Sujets" es="Materias" ru="Темы" zh="主题"/>
    <w of="note" en="Note" de="Anmerkung" fr="Note" es="Nota" ru="Примечание" zh="附注"/>
    <w of="publisher" en="Published by" de="Veröffentlicht von" fr="Publié par" es="Publicado por" ru="Издатель" zh="发布者"/>
    <w of="identifier" en="Record number" de="Nummer" fr="Numéro" es="Número" ru="Номер" zh="编号"/>
    <w of="rights" en="Rights" de="Rechte" fr="Droits" es="Derechos" ru="Права" zh="权利"/>
    <w of="address" en="Address" de="Adresse" fr="Adresse" es="Dirección" ru="Адрес" zh="网址"/>
    <w of="source" en="Source" de="Quelle" fr="Source" es="Fuente" ru="Источник" zh="来源"/>
    <w of="cite" en="Cite as" de="Zitierweise" fr="Citer" es="Citar como" ru="Как цитировать" zh="引用格式"/>
    <w of="copy" en="Copy" de="Kopieren" fr="Copier" es="Copiar" ru="Копировать" zh="复制"/>
    <w of="copied" en="Copied" de="Kopiert" fr="Copié" es="Copiado" ru="Скопировано" zh="已复制"/>
    <w of="download" en="Download the citation" de="Zitat herunterladen" fr="Télécharger la référence" es="Descargar la cita" ru="Скачать ссылку" zh="下载引文"/>
    <w of="tei" en="TEI file of this text" de="TEI-Datei dieses Textes" fr="Fichier TEI de ce texte" es="Archivo TEI de este texto" ru="Файл TEI" zh="本文的TEI文件"/>
    <w of="display" en="Show" de="Anzeigen" fr="Afficher" es="Mostrar" ru="Показывать" zh="显示"/>
    <w of="insertions" en="What an editor put in" de="Zusätze der Bearbeitung" fr="Ajouts de l’éditeur" es="Añadidos del editor" ru="Вставки редактора" zh="编者增补"/>
    <w of="bracketed" en="in brackets" de="in Klammern" fr="entre crochets" es="entre corchetes" ru="в скобках" zh="加括号"/>
    <w of="marked" en="marked" de="hervorgehoben" fr="surlignés" es="resaltados" ru="выделены" zh="标示"/>
    <w of="hidden" en="hidden" de="verborgen" fr="masqués" es="ocultos" ru="скрыты" zh="隐藏"/>
    <w of="names" en="Names and dates" de="Namen und Daten" fr="Noms et dates" es="Nombres y fechas" ru="Имена и даты" zh="人名与日期"/>
    <w of="breaks" en="Pages" de="Seiten" fr="Pages" es="Páginas" ru="Страницы" zh="页码"/>
    <w of="turns" en="Who speaks when" de="Wer wann spricht" fr="Qui parle quand" es="Quién habla y cuándo" ru="Кто и когда говорит" zh="发言顺序"/>
    <w of="others" en="others" de="andere" fr="autres" es="otros" ru="другие" zh="其他"/>
    <w of="index" en="People, places and dates" de="Personen, Orte und Daten" fr="Personnes, lieux et dates" es="Personas, lugares y fechas" ru="Люди, места и даты" zh="人物、地点与日期"/>
    <w of="people" en="People" de="Personen" fr="Personnes" es="Personas" ru="Люди" zh="人物"/>
    <w of="places" en="Places" de="Orte" fr="Lieux" es="Lugares" ru="Места" zh="地点"/>
    <w of="dates" en="Dates" de="Daten" fr="Dates" es="Fechas" ru="Даты" zh="日期"/>
    <w of="also" en="also" de="auch" fr="aussi" es="también" ru="также" zh="又作"/>
    <w of="mention" en="mention" de="Stelle" fr="mention" es="mención" ru="упоминание" zh="提及"/>
    <w of="speaks" en="Speaks" de="Spricht" fr="Parle" es="Habla" ru="Говорит" zh="发言"/>
    <w of="previous" en="Previous mention" de="Vorige Stelle" fr="Mention précédente" es="Mención anterior" ru="Предыдущее упоминание" zh="上一处"/>
    <w of="next" en="Next mention" de="Nächste Stelle" fr="Mention suivante" es="Mención siguiente" ru="Следующее упоминание" zh="下一处"/>
    <w of="notes" en="Notes" de="Anmerkungen" fr="Notes" es="Notas" ru="Примечания" zh="注释"/>
    <w of="back" en="Back to the text of note" de="Zurück zum Text von Anmerkung" fr="Retour au texte de la note" es="Volver al texto de la nota" ru="Назад к тексту примечания" zh="返回正文，注"/>
    <w of="close" en="Close" de="Schließen" fr="Fermer" es="Cerrar" ru="Закрыть" zh="关闭"/>
    <w of="page" en="p." de="S." fr="p." es="p." ru="с." zh="页"/>
    <w of="page-break" en="page" de="Seite" fr="page" es="página" ru="страница" zh="页"/>
    <w of="paragraph" en="Link to this paragraph" de="Link zu diesem Absatz" fr="Lien vers ce paragraphe" es="Enlace a este párrafo" ru="Ссылка на абзац" zh="本段链接"/>
    <w of="implied" en="not printed here: the text says who speaks" de="hier nicht gedruckt: der Text sagt, wer spricht" fr="non imprimé ici : le texte dit qui parle" es="no impreso aquí: el texto dice quién habla" ru="здесь не напечатано: из текста ясно, кто говорит" zh="原文未印：由上下文得知发言者"/>
    <w of="continues" en="continues" de="fährt fort" fr="continue" es="continúa" ru="продолжает" zh="继续"/>
    <w of="encoded" en="How this text was encoded" de="Wie dieser Text ausgezeichnet wurde" fr="Comment ce texte a été encodé" es="Cómo se codificó este texto" ru="Как размечен этот текст" zh="本文的编码方式"/>
    <w of="place" en="place" de="Ort" fr="lieu" es="lugar" ru="место" zh="地点"/>
    <w of="organisation" en="organisation" de="Organisation" fr="organisation" es="organización" ru="организация" zh="机构"/>
    <w of="reference" en="reference" de="Verweis" fr="renvoi" es="referencia" ru="указание" zh="指称"/>
    <w of="certainty" en="certainty" de="Sicherheit" fr="certitude" es="certeza" ru="достоверность" zh="确定性"/>
    <w of="low" en="low" de="gering" fr="faible" es="baja" ru="низкая" zh="低"/>
    <w of="medium" en="medium" de="mittel" fr="moyenne" es="media" ru="средняя" zh="中"/>
    <w of="high" en="high" de="hoch" fr="haute" es="alta" ru="высокая" zh="高"/>
    <w of="inferred" en="inferred" de="erschlossen" fr="déduit" es="deducido" ru="установлено" zh="推断"/>
    <w of="ex" en="abbreviation written out" de="Abkürzung aufgelöst" fr="abréviation développée" es="abreviatura desarrollada" ru="раскрытое сокращение" zh="缩写展开"/>
    <w of="correction" en="correction" de="Berichtigung" fr="correction" es="corrección" ru="исправление" zh="更正"/>
    <w of="unclear" en="doubtful reading" de="unsichere Lesung" fr="lecture douteuse" es="lectura dudosa" ru="чтение сомнительно" zh="存疑"/>
    <w of="subaudible" en="understood, not in the source" de="sinngemäß ergänzt" fr="sous-entendu, absent de la source" es="sobrentendido, no está en la fuente" ru="подразумевается, в источнике нет" zh="原文省略，意会补出"/>
    <w of="explanation" en="explanation" de="Erläuterung" fr="explication" es="explicación" ru="пояснение" zh="说明"/>
    <w of="omitted" en="left out in the source" de="im Original ausgelassen" fr="omis dans la source" es="omitido en la fuente" ru="пропущено в источнике" zh="原文遗漏"/>
    <w of="redacted" en="withheld" de="geschwärzt" fr="caviardé" es="censurado" ru="изъято" zh="未解密"/>
    <w of="editorial" en="left out by an editor" de="von der Bearbeitung ausgelassen" fr="omis par l’éditeur" es="omitido por el editor" ru="опущено редактором" zh="编者略去"/>
    <w of="illegible" en="illegible" de="unleserlich" fr="illisible" es="ilegible" ru="неразборчиво" zh="无法辨认"/>
    <w of="inaudible" en="inaudible" de="unverständlich" fr="inaudible" es="inaudible" ru="неслышно" zh="听不清"/>
    <w of="printed" en="as printed" de="so im Original" fr="tel quel" es="así en el original" ru="так в тексте" zh="原文如此"/>
  </xsl:variable>
  <xsl:variable name="vocabulary" select="exsl:node-set($own-words)/w"/>

  <xsl:template name="word">
    <xsl:param name="of"/>
    <xsl:variable name="row" select="$vocabulary[@of = $of]"/>
    <xsl:choose>
      <xsl:when test="$row/@*[name() = $lang and name() != 'of']"><xsl:value-of select="$row/@*[name() = $lang]"/></xsl:when>
      <xsl:when test="$row"><xsl:value-of select="$row/@en"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- those that stand at every name are looked up once -->
  <xsl:variable name="of-place"><xsl:call-template name="word"><xsl:with-param name="of">place</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-organisation"><xsl:call-template name="word"><xsl:with-param name="of">organisation</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-reference"><xsl:call-template name="word"><xsl:with-param name="of">reference</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-paragraph"><xsl:call-template name="word"><xsl:with-param name="of">paragraph</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-page"><xsl:call-template name="word"><xsl:with-param name="of">page</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-break"><xsl:call-template name="word"><xsl:with-param name="of">page-break</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="of-mention"><xsl:call-template name="word"><xsl:with-param name="of">mention</xsl:with-param></xsl:call-template></xsl:variable>

  <xsl:template name="certainty">
    <xsl:if test="@cert">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="word"><xsl:with-param name="of">certainty</xsl:with-param></xsl:call-template>
      <xsl:text>: </xsl:text>
      <xsl:call-template name="word"><xsl:with-param name="of" select="@cert"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
