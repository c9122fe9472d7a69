"""Does a bracket explain the words before it, or does the sentence need it?

A gloss is a noun phrase that follows a complete one: ``you [the Chinese]``, ``HAK [Henry A. Kissinger]``,
``this meeting [the 1 March Conference]``. Words that the sentence lacks follow a preposition, a verb, an
article or an adjective, open a sentence, or are no noun phrase at all: ``insist on [holding]``, ``the new
[Soviet] leadership``.
"""

from __future__ import annotations

import re

from tei.annotate.wordlist import word_set

__all__ = ["is_gloss", "is_open"]

_ARTICLES = word_set(
    """
    the a an his her its their our your my this that these those all both some
    """
)
_PRONOUNS = word_set(
    """
    i you he she it we they me him us them this these those there here himself themselves itself
    yours ours theirs latter former
    """
)
# words after which a phrase is not yet complete
_OPEN = word_set(
    """
    a an the his her its their our your my every each any no some all both many most few several
    other another such of in on at to from by with without for into onto about over under between
    among against through during before after since until till as than like and or but nor if when
    while because although though that which who whom whose what where why how is are was were be
    been being am has have had do does did will would shall should can could may might must not said
    says say asked asks told tells stated added replied new old former first second last next same
    very more most so too only even just also then now again once ever never always
    """
)
_NOT_A_PHRASE = word_set(
    """
    and or but nor that which who whom whose why when where how if because so then than of in on at
    to from by with without for into about over under between among against through during before
    after since until as is are was were be been being am has have had do does did will would shall
    should can could may might must not also only even it he she they we you i them him us this
    these those
    """
)
_TITLES = word_set(
    """
    president vice-president premier chairman minister secretary ambassador general admiral colonel
    marshal king queen prince shah emperor chancellor governor senator congressman mayor director
    commissioner representative delegate comrade
    """
)
# what somebody or something is, said after the name
_ROLES = _TITLES | word_set(
    """
    leader head chief adviser advisor official officer spokesman deputy delegate member editor author writer
    wife husband son daughter brother sister party newspaper journal agency organization organisation capital
    city town river province island company union movement doctrine agreement treaty conference
    """
)
_FUNCTION = word_set(
    """
    and or but nor is are was were has have had will would shall should can could may might must do
    does did in on at to from by with for of as than that which who whose when where while if
    because said says asked told also not himself herself
    """
)
_DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|an?|his|her|its|their|our|your|my|last|[A-Z]\w+['’]s)\s(?:[\w.'’-]{1,24}\s){0,3}[\w.'’-]{1,24}\Z",
    re.IGNORECASE,
)
_LAST = re.compile(r"[\w.'’-]{1,40}\Z")
_TIME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}|1[5-9]\d\d|20\d\d)(?:,?\s\d{4})?"
)
_TIME_WORD = re.compile(
    r"(?:[A-Z][a-z]{2,5}day|year|month|week|day|yesterday|today|tomorrow|tonight|night|morning|afternoon|evening)s?\Z"
)


def is_gloss(before: str, words: str, after: str, *, named: bool = False) -> bool:
    """True where the bracket's words explain what stands before them.

    ``before`` and ``after`` are the text around the bracket; ``named``: the words are a name or a date.

    >>> is_gloss("surrendering to you ", "the Chinese", ".")
    True
    >>> is_gloss("still insist on ", "holding", " the conference")
    False
    """
    ahead = before.rstrip()
    last = _LAST.search(ahead)
    if last is None or (last[0].endswith((".", "'")) and last[0].count(".") == 1 and last[0][0].islower()):
        return False
    previous = last[0].rstrip(".")
    if not previous:
        return False
    lower = previous.lower()
    first, *rest = words.split(" ")
    if _TIME.fullmatch(words):
        return lower not in _OPEN or _TIME_WORD.search(previous) is not None
    proper = first[0].isupper() or first[0].isdigit()
    phrase = proper or (bool(rest) and first.lower() in _ARTICLES)
    if lower in _PRONOUNS:
        if phrase:
            return first.lower() not in _NOT_A_PHRASE
        return bool(rest) and first.lower() not in _NOT_A_PHRASE and _closes(after)
    if not phrase or lower in _OPEN or first.lower() in _NOT_A_PHRASE:
        return False
    if words.split(" ")[-1].lower() in _OPEN:
        return False
    if proper and (previous[0].isupper() or previous[0].isdigit()) and (ahead != last[0] or lower in _TITLES):
        # a title, an acronym or a name, in the middle of a sentence
        return _closes(after) or named or previous.isupper() or lower in _TITLES
    if not proper and previous[0].isupper() and words.split(" ")[-1].lower() in _ROLES:
        return True  # `Ulbricht [the East German leader]`
    if _DETERMINED.search(ahead) is None:
        return False
    return _closes(after)


def is_open(words: str) -> bool:
    """Whether words begin or end as a part of a sentence does, or are a phrase with an article.

    >>> is_open("and then"), is_open("the Chinese"), is_open("underlined")
    (True, True, False)
    """
    first, *rest = words.lower().split(" ")
    return first in _OPEN or first in _NOT_A_PHRASE or (bool(rest) and rest[-1] in _OPEN)


def _closes(after: str) -> bool:
    """True where the phrase ends with the bracket: punctuation or a word that opens the next follows."""
    follows = after.lstrip()
    if not follows or not follows[0].isalnum():
        return True
    word = re.match(r"\w+", follows)
    return after[:1].isspace() and word is not None and word[0].lower() in _FUNCTION
