"""Problems in a document, as data. Codes are rows of one table; nothing here prints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tei.text import Span

__all__ = ["CODES", "Code", "Diagnostic", "Severity"]


class Severity(StrEnum):
    """How bad: an error makes the document wrong, a warning asks for an editor's eye, info reports a decision."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem: its stable name, its usual severity, what it is in a line."""

    name: str
    severity: Severity
    title: str


def _rows(*rows: tuple[str, Severity, str]) -> dict[str, Code]:
    return {row[0]: Code(*row) for row in rows}


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

# One row a code, by stage; a code never changes its name once released.
CODES: dict[str, Code] = _rows(
    # read
    ("encoding-guessed", _W, "the text is not UTF-8 and its encoding was guessed"),
    ("line-ends-mixed", _I, "the file mixes kinds of line end"),
    # segment
    ("body-missing", _E, "no text follows the front matter"),
    ("field-unknown", _I, "a label that is not known; its words are kept"),
    (
        "note-unanswered",
        _W,
        "a footnote marker without a note, or a note without its marker",
    ),
    # annotate
    ("bracket-unmatched", _W, "a square bracket without its partner"),
    ("bracket-unclear", _I, "a bracket whose meaning the text does not decide"),
    (
        "misreading-probable",
        _W,
        "characters that look like a scanner's misreading",
    ),
    ("person-ambiguous", _W, "a name that fits several people"),
    ("date-ambiguous", _I, "a date whose year or order the text does not decide"),
    ("date-impossible", _W, "a day that no calendar has"),
    ("turn-ambiguous", _W, "a speaker that fits several people or none"),
    ("overlap-dropped", _I, "a mark that crosses another was left out"),
    # encode
    ("citation-unparsed", _I, "a part of the citation that could not be taken apart"),
    ("language-unknown", _I, "a language whose code this program does not know"),
    ("register-reference", _W, "a reference of the register that leads to no one person"),
    ("register-unused", _I, "the register names nobody in this document"),
    # validate
    ("not-well-formed", _E, "the file is not well-formed XML"),
    ("element-unknown", _E, "an element that the schema does not have"),
    ("element-misplaced", _E, "an element where the schema does not allow it"),
    ("element-incomplete", _E, "an element that lacks something"),
    ("element-namespace", _E, "an element that is not in the namespace of the schema"),
    ("attribute-misplaced", _E, "an attribute that the element may not have"),
    ("attribute-missing", _E, "an element without an attribute that it must have"),
    ("attribute-value", _E, "an attribute whose value is not of its kind"),
    ("text-misplaced", _E, "text where only elements may stand"),
    ("text-value", _E, "a text that is not of its kind"),
    ("schematron", _E, "the document breaks a Schematron rule"),
    ("rules-skipped", _W, "rules of a schema that could not be run"),
    ("pointer-dangling", _E, "a pointer to an id that the document lacks"),
    ("pointer-malformed", _W, "a pointer that cannot lead anywhere"),
    ("id-duplicate", _E, "an xml:id that is used twice"),
    ("schema-unresolved", _E, "the document names a schema that is not here"),
    ("date-contradictory", _W, "dates of one element that contradict each other"),
    ("person-unmentioned", _I, "a person in the header whom nothing points at"),
    ("mention-unlinked", _I, "a name that points at no person"),
    ("text-lost", _E, "words of the source that the document lacks"),
    # render
    ("text-not-shown", _E, "text of the document that is not in what was made of it"),
    ("text-shown-twice", _W, "text of the document that stands more than once in what was made of it"),
    ("element-plain", _I, "an element that no template of the format knows"),
    ("namespace-missing", _W, "a TEI document without the TEI namespace"),
    # verify
    ("source-differs", _E, "the text rebuilt from the TEI differs from the source"),
)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in one document.

    ``message`` says what is wrong (lower case, no full stop), ``expected`` what would be right, ``hint`` what to do.
    ``span`` is the place in the source text where there is one; ``line`` and ``column`` (from 1, 0 = none) the place
    in the XML file ``path``, for problems found there.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.WARNING
    expected: tuple[str, ...] = ()
    hint: str = ""
    path: str = ""
    line: int = 0
    column: int = 0

    @classmethod
    def of(
        cls,
        code: str,
        message: str,
        span: Span | None = None,
        *,
        expected: tuple[str, ...] = (),
        hint: str = "",
        path: str = "",
        line: int = 0,
        column: int = 0,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A diagnostic with its code's usual severity, where none is given.

        Raises KeyError for a code that has no row in :data:`CODES`.
        """
        usual = CODES[code].severity
        return cls(code, message, span, severity or usual, expected, hint, path, line, column)
