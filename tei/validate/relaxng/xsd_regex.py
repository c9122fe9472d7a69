"""Regular expressions of XML Schema (part 2, appendix F) as Python's: categories, blocks of names, class subtraction.

Two forms are made of each: one for ASCII, by far the most common, whose classes are short; one for everything, made when
it is first needed. A class is a list of ranges of code points, so that complement and subtraction are plain set algebra.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from unicodedata import category

__all__ = ["Expression", "ExpressionError"]

Ranges = tuple[tuple[int, int], ...]
_LAST = 0x10FFFF
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_PLAIN = frozenset("\\|.?*+(){}-[]^$")
_CATEGORIES = frozenset(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split()
)
_BLANK: Ranges = ((9, 10), (13, 13), (32, 32))
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(,(\d*))?\}")
_MOST = 1000  # repetitions that are counted one by one
# the blocks that names and documents of the field use; a block is (first, last)
_BLOCKS: Mapping[str, tuple[int, int]] = {
    "BasicLatin": (0x0, 0x7F),
    "Latin-1Supplement": (0x80, 0xFF),
    "LatinExtended-A": (0x100, 0x17F),
    "LatinExtended-B": (0x180, 0x24F),
    "IPAExtensions": (0x250, 0x2AF),
    "SpacingModifierLetters": (0x2B0, 0x2FF),
    "CombiningDiacriticalMarks": (0x300, 0x36F),
    "Greek": (0x370, 0x3FF),
    "Cyrillic": (0x400, 0x4FF),
    "Armenian": (0x530, 0x58F),
    "Hebrew": (0x590, 0x5FF),
    "Arabic": (0x600, 0x6FF),
    "Syriac": (0x700, 0x74F),
    "Thaana": (0x780, 0x7BF),
    "Devanagari": (0x900, 0x97F),
    "Bengali": (0x980, 0x9FF),
    "Gurmukhi": (0xA00, 0xA7F),
    "Gujarati": (0xA80, 0xAFF),
    "Oriya": (0xB00, 0xB7F),
    "Tamil": (0xB80, 0xBFF),
    "Telugu": (0xC00, 0xC7F),
    "Kannada": (0xC80, 0xCFF),
    "Malayalam": (0xD00, 0xD7F),
    "Sinhala": (0xD80, 0xDFF),
    "Thai": (0xE00, 0xE7F),
    "Lao": (0xE80, 0xEFF),
    "Tibetan": (0xF00, 0xFFF),
    "Myanmar": (0x1000, 0x109F),
    "Georgian": (0x10A0, 0x10FF),
    "HangulJamo": (0x1100, 0x11FF),
    "Ethiopic": (0x1200, 0x137F),
    "Cherokee": (0x13A0, 0x13FF),
    "UnifiedCanadianAboriginalSyllabics": (0x1400, 0x167F),
    "Ogham": (0x1680, 0x169F),
    "Runic": (0x16A0, 0x16FF),
    "Khmer": (0x1780, 0x17FF),
    "Mongolian": (0x1800, 0x18AF),
    "LatinExtendedAdditional": (0x1E00, 0x1EFF),
    "GreekExtended": (0x1F00, 0x1FFF),
    "GeneralPunctuation": (0x2000, 0x206F),
    "SuperscriptsandSubscripts": (0x2070, 0x209F),
    "CurrencySymbols": (0x20A0, 0x20CF),
    "CombiningMarksforSymbols": (0x20D0, 0x20FF),
    "LetterlikeSymbols": (0x2100, 0x214F),
    "NumberForms": (0x2150, 0x218F),
    "Arrows": (0x2190, 0x21FF),
    "MathematicalOperators": (0x2200, 0x22FF),
    "MiscellaneousTechnical": (0x2300, 0x23FF),
    "ControlPictures": (0x2400, 0x243F),
    "OpticalCharacterRecognition": (0x2440, 0x245F),
    "EnclosedAlphanumerics": (0x2460, 0x24FF),
    "BoxDrawing": (0x2500, 0x257F),
    "BlockElements": (0x2580, 0x259F),
    "GeometricShapes": (0x25A0, 0x25FF),
    "MiscellaneousSymbols": (0x2600, 0x26FF),
    "Dingbats": (0x2700, 0x27BF),
    "BraillePatterns": (0x2800, 0x28FF),
    "CJKRadicalsSupplement": (0x2E80, 0x2EFF),
    "KangxiRadicals": (0x2F00, 0x2FDF),
    "IdeographicDescriptionCharacters": (0x2FF0, 0x2FFF),
    "CJKSymbolsandPunctuation": (0x3000, 0x303F),
    "Hiragana": (0x3040, 0x309F),
    "Katakana": (0x30A0, 0x30FF),
    "Bopomofo": (0x3100, 0x312F),
    "HangulCompatibilityJamo": (0x3130, 0x318F),
    "Kanbun": (0x3190, 0x319F),
    "BopomofoExtended": (0x31A0, 0x31BF),
    "EnclosedCJKLettersandMonths": (0x3200, 0x32FF),
    "CJKCompatibility": (0x3300, 0x33FF),
    "CJKUnifiedIdeographsExtensionA": (0x3400, 0x4DB5),
    "CJKUnifiedIdeographs": (0x4E00, 0x9FFF),
    "YiSyllables": (0xA000, 0xA48F),
    "YiRadicals": (0xA490, 0xA4CF),
    "HangulSyllables": (0xAC00, 0xD7A3),
    "PrivateUse": (0xE000, 0xF8FF),
    "CJKCompatibilityIdeographs": (0xF900, 0xFAFF),
    "AlphabeticPresentationForms": (0xFB00, 0xFB4F),
    "ArabicPresentationForms-A": (0xFB50, 0xFDFF),
    "CombiningHalfMarks": (0xFE20, 0xFE2F),
    "CJKCompatibilityForms": (0xFE30, 0xFE4F),
    "SmallFormVariants": (0xFE50, 0xFE6F),
    "ArabicPresentationForms-B": (0xFE70, 0xFEFE),
    "HalfwidthandFullwidthForms": (0xFF00, 0xFFEF),
    "Specials": (0xFFF0, 0xFFFD),
}


class ExpressionError(ValueError):
    """What is no regular expression of XML Schema; says why."""


class Expression:
    """A regular expression that a whole text matches or does not.

    >>> Expression(r"\\p{Lu}\\d{2}").matches("Ä07"), Expression("[a-z-[aeiou]]+").matches("tei")
    (True, False)
    """

    __slots__ = ("_all", "_ascii", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._ascii = self._compiled(0x7F)
        self._all: re.Pattern[str] | None = None

    def _compiled(self, last: int) -> re.Pattern[str]:
        try:
            return re.compile(_Translator(self.text, last).whole())
        except (re.error, RecursionError, OverflowError) as error:
            raise ExpressionError(f"the regular expression {self.text} is too large") from error

    def matches(self, value: str) -> bool:
        """Whether the expression matches the whole of a text."""
        if value.isascii():
            return self._ascii.fullmatch(value) is not None
        if self._all is None:
            self._all = self._compiled(_LAST)
        return self._all.fullmatch(value) is not None


class _Translator:
    def __init__(self, text: str, last: int) -> None:
        self.text, self.last, self.at = text, last, 0

    def _fault(self, message: str) -> ExpressionError:
        return ExpressionError(f"in the regular expression {self.text} {message}")

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def whole(self) -> str:
        made = self._choice()
        if self.at < len(self.text):
            raise self._fault("a ) has no (")
        return made

    def _choice(self) -> str:
        branches = [self._branch()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._branch())
        return "|".join(branches)

    def _branch(self) -> str:
        pieces = []
        while self.at < len(self.text) and self._peek() not in "|)":
            atom = self._atom()
            match = _QUANTIFIER.match(self.text, self.at)
            if match:
                self.at = match.end()
                atom += self._quantifier(match)
            pieces.append(atom)
        return "".join(pieces)

    def _quantifier(self, match: re.Match[str]) -> str:
        if not match[1]:
            return match[0]
        low, high = int(match[1]), match[3]
        if high and int(high) < low:
            raise self._fault(f"{match[0]} counts backwards")
        if max(low, int(high or 0)) > _MOST:
            raise self._fault(f"{match[0]} counts beyond {_MOST}, the limit")
        return match[0]

    def _atom(self) -> str:
        char = self._peek()
        if char == "(":
            self.at += 1
            inner = self._choice()
            if self._peek() != ")":
                raise self._fault("a ( has no )")
            self.at += 1
            return f"(?:{inner})"
        if char == "[":
            return self._shown(self._class())
        if char == ".":
            self.at += 1
            return r"[^\n\r]"
        if char == "\\":
            return self._shown(self._escape())
        if char in "?*+{}])":
            raise self._fault(f"{char} stands where it means nothing; write \\{char} for the character")
        self.at += 1
        return re.escape(char)

    def _escape(self) -> Ranges:
        char = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if char in _ESCAPES:
            return _one(_ESCAPES[char])
        if char and char in _PLAIN:
            return _one(char)
        if char in ("p", "P"):
            end = self.text.find("}", self.at)
            if self._peek() != "{" or end < 0:
                raise self._fault(f"\\{char} is not followed by a name in braces")
            name = self.text[self.at + 1 : end]
            self.at = end + 1
            found = self._property(name)
            return found if char == "p" else self._not(found)
        made = _CLASSES.get(char.lower()) if char else None
        if made is None:
            raise self._fault(f"\\{char} means nothing")
        found = made(self.last)
        return found if char.islower() else self._not(found)

    def _property(self, name: str) -> Ranges:
        if name in _CATEGORIES:
            return _of_category(name, self.last)
        if name.startswith("Is") and name[2:] in _BLOCKS:
            return (_BLOCKS[name[2:]],)
        raise self._fault(f"\\p{{{name}}} is neither a category nor a block of characters")

    def _class(self) -> Ranges:
        """``[…]``, perhaps with another one taken away."""
        self.at += 1
        negative = self._peek() == "^"
        self.at += negative
        found: list[tuple[int, int]] = []
        without: Ranges = ()
        first = True
        while True:
            char = self._peek()
            if not char:
                raise self._fault("a [ has no ]")
            if char == "]" and not first:
                self.at += 1
                break
            if char == "-" and self.text.startswith("-[", self.at) and not first:
                self.at += 1
                without = self._class()
                if self._peek() != "]":
                    raise self._fault("something follows a class that is taken away")
                self.at += 1
                break
            found.extend(self._member(char))
            first = False
        ranges = _sorted(found)
        if negative:
            ranges = self._not(ranges)
        return _minus(ranges, without) if without else ranges

    def _member(self, char: str) -> Ranges:
        if char == "[":
            raise self._fault("[ stands in a class; write \\[ for the character")
        if char == "\\":
            low = self._escape()
        else:
            self.at += 1
            low = _one(char)
        ends = self.text[self.at : self.at + 2]
        if not ends.startswith("-") or ends in ("-]", "-[") or len(low) != 1 or low[0][0] != low[0][1]:
            return low
        self.at += 1
        char = self._peek()
        if char == "\\":
            high = self._escape()
        else:
            self.at += 1
            high = _one(char) if char else ()
        if len(high) != 1 or high[0][0] != high[0][1] or high[0][0] < low[0][0]:
            raise self._fault("a range in a class runs backwards")
        return ((low[0][0], high[0][0]),)

    def _not(self, ranges: Ranges) -> Ranges:
        return _minus(((0, self.last),), ranges)

    def _shown(self, ranges: Ranges) -> str:
        """As a class of Python's, with what lies beyond the last code point left out."""
        if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
            return re.escape(chr(ranges[0][0]))
        parts = []
        for low, high in ranges:
            if low <= self.last:
                high = min(high, self.last)
                parts.append(_char(low) if low == high else f"{_char(low)}-{_char(high)}")
        return f"[{''.join(parts)}]" if parts else "(?!)"


def _char(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08x}"


def _one(char: str) -> Ranges:
    return ((ord(char), ord(char)),)


def _sorted(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """In order, without overlap."""
    made: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if made and low <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], high))
        else:
            made.append((low, high))
    return tuple(made)


def _minus(ranges: Ranges, without: Ranges) -> Ranges:
    made = []
    for low, high in ranges:
        for a, b in without:
            if b < low:
                continue
            if a > high:
                break
            if a > low:
                made.append((low, a - 1))
            low = b + 1
        if low <= high:
            made.append((low, high))
    return tuple(made)


@cache
def _categories(last: int) -> dict[str, Ranges]:
    """Category → ranges, of Python's own tables."""
    found: dict[str, list[tuple[int, int]]] = {}
    at = 0
    for name, run in groupby(map(category, map(chr, range(last + 1)))):
        length = sum(1 for _ in run)
        found.setdefault(name, []).append((at, at + length - 1))
        at += length
    return {name: tuple(ranges) for name, ranges in found.items()}


@cache
def _of_category(name: str, last: int) -> Ranges:
    return _sorted(
        one for found, ranges in _categories(last).items() if found.startswith(name) for one in ranges if found != "Cs"
    )


@cache
def _words(last: int) -> Ranges:
    inside = _sorted(r for name in "PZC" for r in _of_category(name, last))
    return _minus(((0, last),), inside)


def _first(last: int) -> Ranges:
    return _sorted((*_of_category("L", last), *_of_category("Nl", last), *_one("_"), *_one(":")))


def _following(last: int) -> Ranges:
    marks = (*_of_category("M", last), *_of_category("Nd", last), *_of_category("Lm", last))
    return _sorted((*_first(last), *marks, *_one("-"), *_one("."), *_one("\u00b7")))


_CLASSES: Mapping[str, Callable[[int], Ranges]] = {
    "s": lambda _: _BLANK,
    "d": lambda last: _of_category("Nd", last),
    "w": _words,
    "i": _first,
    "c": _following,
}
