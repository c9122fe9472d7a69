"""The words that tell a speaker's label from every other label: offices, headings, verbs of speech."""

from __future__ import annotations

import re

__all__ = [
    "AGENCIES",
    "ANSWER",
    "CROWD",
    "HEADINGS",
    "HONORIFICS",
    "HOUSE",
    "LABELS",
    "OFFICES",
    "OFFICES_AFTER",
    "OPENERS",
    "PARTICLES",
    "QUALIFIERS",
    "QUESTION",
    "RANKS",
    "SPEECH",
    "VOICES",
    "promises_speech",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Forms of address: with a name after them they are a person, alone they are a salutation.
HONORIFICS = _words(
    "mr mrs ms miss mme mlle dr prof sir lord lady dame herr frau fräulein señor señora senor senora"
    " signor signora comrade cde tov com comrades monsieur madame madam pastor father brother sister rabbi"
    " imam sheikh excellency abg abgeordneter abgeordnete"
)

# Offices: `The President`, `Foreign Minister`; a person with or without a name after them.
OFFICES = _words(
    "president secretary chairman chairwoman chairperson chair minister premier chancellor ambassador amb"
    " senator sen congressman congresswoman representative rep governor gov director secy sec"
    " undersecretary attaché king queen prince princess emperor shah pope cardinal archbishop bishop"
    " speaker moderator interviewer interviewee interpreter translator secretary-general"
    " secretary-treasurer vice-president vice-premier vice-chairman chargé consul commissioner counselor"
    " counsellor adviser advisor delegate spokesman spokeswoman spokesperson mayor judge justice"
    " prosecutor attorney witness clerk deputy operator host narrator reporter correspondent journalist"
    " professor doctor leader commander dictator envoy nuncio rapporteur assistant vp pres presidente"
    " präsident président министр президент председатель посол секретарь bundeskanzler kanzler botschafter"
    " vizepräsident vizepräsidentin präsidentin bundespräsident ministerpräsident bundesminister bundesministerin"
    " staatsminister außenminister staatssekretär generalsekretär vorsitzender"
    " ministre ambassadeur court juror foreman bailiff defendant plaintiff examiner"
    " presiding solicitor postmaster comptroller messenger servant soldier nurse caller dispatcher controller pilot"
)

# Chinese, Japanese and Korean put the office after the name, without a blank: `毛主席`.
OFFICES_AFTER = tuple(
    (
        "主席 总理 總理 大使 部长 部長 外长 同志 书记 書記 将军 將軍 元帅 总统 總統 首相 主任 参赞 委员 代表 先生 女士"
        " 주석 총리 대사 동지"
    ).split()
)

# Ranks that are common words as well (`General Principles`): alone they say nothing.
RANKS = _words(
    "general admiral colonel col major captain capt lieutenant lt sergeant sgt marshal brigadier"
    " commodore gen adm chief"
)

# Words that go with an office or a rank and are no name.
QUALIFIERS = _words(
    "the vice prime foreign deputy under assistant asst acting first second third former ex cia usia fbi"
    " nsc aid state defense defence treasury interior finance trade press permanent executive party soviet"
    " chinese british french german american national security affairs special of for and to at de la le"
    " der die das des officer"
)

# Several people at once.
CROWD = _words("all both everyone everybody voices chorus crowd audience several many members delegates tous alle все")
# what goes with them in a parliament: `Several Hon. Members`
HOUSE = _words("hon honourable honorable noble opposition government an")
VOICES = _words(
    "voice voices speaker man woman boy girl male female unidentified unknown participant person guest member"
)

QUESTION = _words("q question frage вопрос pregunta domanda 问")
ANSWER = _words("a answer answers antwort ответ réponse reponse respuesta risposta 答")

# Lower-case words that may stand in a name or an office.
PARTICLES = _words(
    "of the for de da do dos di del della du des von van der den zu zur und and bin ibn al el la le ben"
    " ten ter y e af av og i à to at aux pro tem tempore"
)

# First words that make a phrase, not a name.
OPENERS = _words(
    "i we he she it they this that these those there here if in on at to from as by but and or nor what"
    " why how when where who whom which dear my your our its their re ref see with after before during for"
    " let then thus so finally also some no not yes well now once since because although while however"
    " moreover a an any each every such one two three do does did is are was were has have had can could"
    " will would should may might must please according regarding concerning about enclosed attached above"
    " below following omitted others other drafted approved cleared received sent distribution copies copy"
    " part section page paragraph item annex appendix tab chapter article volume document enclosure"
    " attachment gentlemen ladies friends sirs enter exit exeunt re-enter reenter manet flourish alarum alarums"
)

# Labels that head a field, a section, or a remark. A one-word label among these is never a speaker.
HEADINGS = _words(
    "note notes nb n.b time date place location venue subject subjects subj source sources participants"
    " participant present attendees attending absent comment comments recommendation recommendations"
    " summary background conclusion conclusions discussion decision decisions action actions problem"
    " problems issue issues objective objectives introduction purpose scope assumptions assumption facts"
    " fact analysis assessment evaluation status reference references refs reftel memo memorandum report"
    " telegram message letter text quote unquote qte begin end fyi info information classification secret"
    " confidential unclassified title author abstract keywords citation credits contents language original"
    " translation translated translator's editor ed editors record rights donors support assigned forces"
    " concept advantages disadvantages pro pros con cons option options alternative alternatives argument"
    " arguments general specifically example examples exception exceptions remark remarks caution warning"
    " important attention attn cc bcc via through thru from to tags eo number no amount total totals cost"
    " costs price population area result results table figure map photo illustration caption signed"
    " signature signatures address phone telephone fax email website url copyright license published"
    " publisher priority immediate routine flash passed pass approve approved disapprove disapproved agree"
    " disagree yes drafted cleared clearance concurrences concurrence gaps surprise oil trade aid economy"
    " politics military political economic social cultural security defense policy strategy agenda minutes"
    " transcript interview meeting conversation scene act setting persons characters cast dramatis"
    " personae prologue epilogue preface foreword footnote footnotes endnote endnotes bibliography annex"
    " appendix enclosure enclosures attachment attachments tab exhibit agreement agreements proposal"
    " proposals first second third fourth fifth finally next last also additionally meanwhile however"
    " therefore henceforth addendum postscript ps p.s stage questions responses findings implementation"
    " timing schedule benefits risks risk effects effect cause causes reason reasons outlook prospects"
    " requirements responsibility responsibilities functions function organization personnel equipment"
    " supplies funds funding budget activities activity program programs project projects plan plans"
    " courses course measures measure steps step phase stages position positions views view reaction"
    " reactions lesson lessons key main major minor other miscellaneous"
    " against abstaining abstentions beginn schluß schluss"
    " ort zeit datum thema betreff betr anwesend teilnehmer anlage verteiler lieu objet présents fecha lugar asunto asistentes luogo"
    " oggetto presenti время место дата тема присутствовали участники примечание 时间 時間 地点 地點 日期 主题 主題 参加者 参加人 出席"
    " 出席者 记录 記錄 翻译 翻譯 备注 시간 장소 참가자"
)

# Bodies and places that speak only through papers; as labels they head a position.
AGENCIES = _words(
    "cia aid usia state defense defence dod jcs treasury commerce justice labor agriculture interior"
    " embassy house senate department ministry council committee congress parliament government office"
    " bureau agency joint chiefs white un nato us u.s usa uk ussr prc gvn nsc fbi cpsu ccp eec eu who imf"
    " army navy air force middle east west north south africa asia europe america latin vietnam viet-nam"
    " laos cuba israel china russia japan korea iran iraq india pakistan germany france britain egypt"
    " syria jordan"
)

# Labels that are encoded as such where a paragraph opens with one.
LABELS = _words(
    "summary note notes comment comments recommendation recommendations background conclusion conclusions"
    " discussion problem action decision purpose introduction objective objectives issue issues assessment"
    " analysis nb n.b remark remarks abstract postscript caution warning decisions actions advantages"
    " disadvantages pros cons"
)

# words of a title that promises speech, in small letters: to ignore case takes several times as long
_PROMISE = re.compile(
    r"\b(?:conversations?|dialogues?|interview(?:s|ed)?|transcripts?|transcription|minutes|verbatim"
    r"|stenograph\w*"
    r"|meetings?|talks?|discussions?|hearings?|debates?|testimony|briefing|press conference"
    r"|news conference|proceedings"
    r"|question(?:s|ing) and answers?|sessions?|summit|round ?table|telephone|phone call|telcon|memcon"
    r"|notes of|gespräch\w*|protokoll|entretien|procès-verbal|entrevista|conférence"
    r"|oral history|verhandlung|sitzung|aufzeichnung|vermerk|entrevue|interrogatoire|rozmow[ay]|beszélgetés"
    r"|бесед\w*|запис[ьи]|стенограмм\w*|заседани\w*|tragedy|comedy|a play)\b|hội đàm|biên bản|谈话|会谈|会见|接见|座谈|記録|记录"
)


def promises_speech(title: str) -> bool:
    """Whether a title says that people speak in the record.

    >>> promises_speech("Minutes of a Meeting"), promises_speech("Meetinghouse Lane")
    (True, False)
    """
    return _PROMISE.search(title.lower()) is not None


# Verbs that report speech, in the past tense of a record.
SPEECH = (
    "said|stated|asked|replied|answered|responded|added|explained|noted|remarked|observed|declared|told"
    "|inquired|enquired|pointed out|emphasi[sz]ed|stressed|continued|commented|reiterated|repeated"
    "|announced|reported|suggested|proposed|recalled|mentioned|indicated|insisted|concluded|thanked"
    "|agreed|expressed|informed|warned|acknowledged|admitted|argued|asserted|claimed|confirmed|wondered"
    "|summari[sz]ed|introduced|welcomed|began|opened|raised|interrupted|interjected|objected|referred"
    "|spoke|greeted|congratulated|conveyed|requested|hoped|thought|believed|felt|went on|turned to"
    "|discussed|described|outlined|handed|read"
)
