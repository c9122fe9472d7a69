"""What a bracket says in other languages: ``[unleserlich]``, ``[Rires]``, ``[аплодисменты]``, ``[笑]``.

The words are those that archives and stenographers use most; one look for any of their stems spares the rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tei.annotate.measure import measure_illegible

__all__ = ["abroad"]

_Reader = Callable[[str], Mapping[str, str]]


def _nothing(words: str) -> Mapping[str, str]:
    return {}


def _page(words: str) -> Mapping[str, str]:
    found = re.search(r"\d{1,5}\s?(?:[rv]|об)?", words)
    return {"n": found[0].replace(" ", "")} if found else {}


_HINT = re.compile(
    r"unleserl|illisib|ilegib|illeggib|ilegív|nieczyt|nečit|olvashat|неразб|нрзб|onleesb|читает|字迹|判読|辨认|unverständl|incompr|inaudibil|слышно"
    r"|听不清|gelächt|heiterk|lacht|lachen|\brire|\brit\b|risa|\brís|ríe|смех|сме[её]т|śmiech|笑|beifall|applaus|applaudis|aplaus|applausi"
    r"|аплод|оваци|oklask|鼓掌|掌声|zwischenruf|unruhe|bruit|zuruf|interruption|mouvement|шум|звон|перерыв|пауза|pausa|暂停|电话|telefon|auslass|gekürzt|omis|пропущ|пропуск"
    r"|опущен|сокращ|kürzung|coup[éu]|omit[ie]|manqu|falta|отсутств|省略|lücke|lacun|fehlt|laguna|anm|n\.\s?d|traduc|прим|译|編者|编者|handschr|paraphe|подпис|рукопис|gez\.|\brand|marge|полях|резолюц|печать|stempel|cachet|\bsello|firmad|rubric|signé|unterschrift|manuscr"
    r"|seite|feuille|\bс\.\s?\d|blatt|\bbl\.|\bs\.\s?\d|стр|лист|\bл\.|\bll?\.\s?\d|\blist\w?\s\d|p[aá]g|\bstr\.",
    re.IGNORECASE,
)
_AMID = r".{0,40}"
_NUMBER = r"\s?\d{1,5}\s?(?:[rv]|об\.?)?(?:\s?[-–]\s?\d{1,5})?"
_ROWS: tuple[tuple[re.Pattern[str], str, Mapping[str, str], _Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, attrs, read)
    for pattern, kind, attrs, read in (
        (
            rf"(?:seite|blatt|bl\.|s\.|стр\.|страница|лист|л\.|с\.|feuillet|feuille|ll?\.|listy?|pág\.|página|pag\.|pagina|str\.){_NUMBER}\.?",
            "pb",
            {},
            _page,
        ),
        (
            rf"{_AMID}\b(?:unleserlich\w*|illisibles?|ilegibles?|illeggibil[ei]|ilegíve(?:l|is)|nieczyteln\w+|nečiteln\w+|olvashatatlan"
            rf"|неразборчив\w*|неразб\.|нрзб\.?|не\sчитается|onleesba\w+){_AMID}|{_AMID}(?:字迹|判読不能|无法辨认){_AMID}",
            "gap",
            {"reason": "illegible"},
            measure_illegible,
        ),
        (
            rf"{_AMID}\b(?:unverständlich\w*|incompréhensible|inaudibile|inaudible\s(?:en|sur|na|dans)|неслышно|не\sслышно){_AMID}|听不清",
            "gap",
            {"reason": "inaudible"},
            measure_illegible,
        ),
        (
            r"(?:\w{2,14},?\s){0,2}(?:gelächter|heiterkeit|lacht|lachen|lachend|rires?|rit|risas?|ríe|risate|смех|смеется|смеётся|смеются|śmiech)"
            r"(?:\s[^\[\]:;]{1,40})?[.!]?|.{0,4}笑.{0,4}",
            "vocal",
            {"type": "laughter"},
            _nothing,
        ),
        (
            r"(?:\w{2,16},?\s){0,3}(?:beifall|applaus|applaudissements|aplausos|applausi|аплодисменты|овация|oklaski)"
            r"(?:[\s,][^\[\]:;]{1,60})?[.!]?|.{0,4}(?:鼓掌|掌声).{0,4}",
            "kinesic",
            {"type": "applause"},
            _nothing,
        ),
        (
            r"(?:zwischenrufe?|zurufe?|unruhe|interruptions?\s(?:à|au|sur|dans)|mouvements?\s(?:divers|à|dans)|pausa|bruits?|шум|перерыв|пауза|телефонный\sзвонок|звонит\sтелефон|телефон\sзвонит|das\stelefon\sklingelt"
            r"|telefon\sklingelt)\b.{0,80}|暂停|电话铃.{0,4}",
            "incident",
            {},
            _nothing,
        ),
        (
            rf"(?:auslassung|gekürzt|(?:ver|text)?kürzung|passages?\s(?:omis|coupée?s?)|coupure|omissis|пропуск|пропущено|опущено|сокращено"
            rf"|(?:текст|часть|абзац|слова)\s(?:опущен|пропущен|сокращ[её]н)\w{{0,2}}|(?:texto|párrafo|pasaje)s?\somitidos?|se\somiten?|省略|略)\b{_AMID}",
            "gap",
            {"reason": "editorial"},
            _nothing,
        ),
        (
            r"(?:(?:text)?lücke|lacune|laguna|text\sfehlt|fehlt)\b.{0,60}"
            r"|(?:seite|blatt|wort|zeile|anlage|unterschrift|datum|der\srest)\s(?:\d{1,4}\s)?fehlt|(?:page|mot|ligne|fin|date|signature)s?\smanquante?s?"
            r"|(?:лист|страница|слово|часть\sтекста|окончание|подпись|дата)\sотсутству[ею]т|faltan?\s(?:una?|el|la|los|las|\d+)\s\w+",
            "gap",
            {"reason": "omitted"},
            _nothing,
        ),
        (
            r"(?:anm(?:erkung|\.)?\s?(?:d\.|des|der)\s?[üu](?:bers\w*|\.)|n\.\s?d(?:\.|el)?\s?t\b|notes?\sd(?:u|e\sla)\straduct\w+|nota\sdel\straductor"
            r"|прим(?:ечание|\.)\s?(?:переводчика|пер\b)|译注|译者注)\.?\s?:?.{0,400}",
            "note",
            {"type": "translator"},
            _nothing,
        ),
        (
            r"(?:anm(?:erkung|\.)?\s?(?:d\.|des|der)\s?(?:hrsg|hg|red|bearb|verf)\w*|n\.\s?d\.?\s?l\.?\s?r\b|note\sde\sl['’]éditeur"
            r"|прим(?:ечание|\.)\s?ред\w*|编者注|編者注)\.?\s?:?.{0,400}"
            r"|(?:handschriftlich\w*|manuscrit\w*|рукописн\w+|paraphe|paraphiert|подпись|unterschrift|gez\.|signé|(?:notiz\s|bemerkung\s)?am\srande?|randbemerkung|en\smarge|на\sполях|резолюция|печать"
            r"|(?:rund)?stempel|cachet|sello|firmado|rubricad[oa])(?:[\s:].{0,300})?",
            "note",
            {"type": "editorial"},
            _nothing,
        ),
    )
)


def abroad(words: str) -> tuple[str, Mapping[str, str]] | None:
    """The mark and its attributes for a bracket in another language than English; None where no row knows it.

    >>> abroad("zwei Wörter unleserlich"), abroad("Rires."), abroad("but")
    (('gap', {'reason': 'illegible', 'unit': 'word', 'quantity': '2'}), ('vocal', {'type': 'laughter'}), None)
    """
    if _HINT.search(words) is None:
        return None
    for pattern, kind, attrs, read in _ROWS:
        if pattern.fullmatch(words):
            return kind, {**attrs, **read(words)}
    return None
