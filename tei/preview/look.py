"""One look at the file: its page, its lines, what is wrong with it. What stops a run is shown, never raised."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tei.errors import InputError, LimitError, TeiError
from tei.parse import parse_xml, positions, xml_bytes
from tei.pipeline import convert
from tei.preview.place import Row, in_document, in_transcript, plain
from tei.read import read
from tei.register import load
from tei.render import Rendition, rendition
from tei.validate import gate, validate

__all__ = ["MAX_SIZE", "Settings", "View", "look"]

MAX_SIZE = 8 * 1024 * 1024  # bytes: beyond this a save would be minutes old before it is seen
_MOST = 1_000  # findings that are shown
_LOSSY = 1024 * 1024  # bytes of a text that cannot be decoded, shown for its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is shown, and how: the options of ``tei convert``, ``tei validate`` and ``tei render``.

    ``style`` reads the style sheet ``css``; ``explanations`` says more about each code.
    """

    file: Path
    people: Path | None = None
    encoding: str | None = None
    schema: tuple[str, ...] = ()
    title: str | None = None
    lang: str | None = None
    css: Path | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    xslt: Path | None = None
    reads: bool = False
    style: Callable[[str], str] = lambda path: Path(path).read_text(encoding="utf-8")
    explanations: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_tei(self) -> bool:
        """Whether the file is a TEI document, not a transcript."""
        return self.file.suffix.lower() in (".xml", ".tei")

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files whose change makes a new look worth while."""
        named = (self.file, self.people, self.css, self.xslt)
        schemas = (path for path in map(Path, self.schema) if path.is_file())  # others are addresses and names
        return (*(path for path in named if path is not None), *schemas)

    def check(self) -> None:
        """Raises InputError for a file that is not there, and LimitError for one too large to be shown."""
        for path in (self.file, self.people, self.css, self.xslt):
            if path is None:
                continue
            if path.is_dir():
                raise InputError("this is a folder", path=str(path), hint="name a file in it")
            if not path.exists():
                raise InputError("no such file", path=str(path), hint="check the name")
        _bounded(self.file)


@dataclass(slots=True)
class View:
    """What came of a look. ``page`` is None where none could be made; then ``error`` says why."""

    page: bytes | None = None
    lines: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    error: TeiError | None = None


def look(settings: Settings) -> View:
    """Converts or validates the file and renders it; whatever happens is in the view."""
    view = View()
    try:
        _bounded(settings.file)
        (_document if settings.is_tei else _transcript)(settings, view)
    except TeiError as error:
        view.error = error
    except ValueError as error:  # a parameter that the stylesheet does not have
        view.error = TeiError(str(error))
    except Exception as error:  # the next save may well go through: a preview never ends with a document
        view.error = TeiError(f"internal error: {type(error).__name__}: {error}", hint="please report this text")
    if len(view.rows) > _MOST:
        more = f"{len(view.rows) - _MOST:,} more findings are not shown; tei {_command(settings)} lists them"
        view.rows[_MOST:] = [Row(severity="info", message=more)]
    return view


def _command(settings: Settings) -> str:
    return "validate" if settings.is_tei else "convert"


def _bounded(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        return  # what reads it says it better
    if size > MAX_SIZE:
        raise LimitError(
            f"larger than {MAX_SIZE // 2**20} MB, the limit for a preview",
            path=str(path),
            hint="split it, or use tei convert and tei render",
        )


def _transcript(settings: Settings, view: View) -> None:
    name = str(settings.file)
    try:
        source, reading = read(settings.file, encoding=settings.encoding)
    except InputError as error:
        if error.line:  # to show the place all the same
            with settings.file.open("rb") as file:
                view.lines = file.read(_LOSSY).decode(settings.encoding or "utf-8", "replace").splitlines()
        raise
    view.lines = source.text.split("\n")
    register = load(settings.people) if settings.people is not None else None
    edition = convert(source, people=register)
    wrong = gate(edition.xml)
    if wrong is not None:
        message = f"internal error: the document would not be valid ({wrong.message})"
        raise TeiError(message, path=name, hint="please report this text")
    view.rows = in_transcript([*reading, *edition.diagnostics], source, edition.tree)
    made = _rendered(settings, etree.ElementTree(edition.tree.root))
    _finish(view, made, [plain(replace(d, path=name)) for d in made.diagnostics])


def _document(settings: Settings, view: View) -> None:
    name = str(settings.file)
    data = xml_bytes(settings.file)
    view.lines = _lines(data, "utf-8")
    tree = parse_xml(data, name=name)
    view.lines = _lines(data, tree.docinfo.encoding or "utf-8")
    found = validate(data, name=name, path=settings.file, schema=settings.schema or None, advice=True)
    places = positions(data)
    elements = list(tree.iter(etree.Element))[: len(places)]
    view.rows = in_document(found, tree.getroot(), elements, places, view.lines)
    # TEI P4 is told from P5 by its bytes
    is_old = etree.QName(tree.getroot()).localname.endswith(".2")
    made = _rendered(settings, data if is_old else tree)
    more = in_document(made.diagnostics, etree.Element("none"), (), (), view.lines)
    _finish(view, made, more)


def _lines(data: bytes, encoding: str) -> list[str]:
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _rendered(settings: Settings, document: bytes | etree._ElementTree) -> Rendition:
    return rendition(
        document,
        "html",
        title=settings.title,
        lang=settings.lang,
        css=None if settings.css is None else settings.style(str(settings.css)),
        params=settings.params,
        xslt=settings.xslt,
        reads=settings.reads,
    )


def _finish(view: View, made: Rendition, more: list[Row]) -> None:
    said = [Row(severity="info", message=f"the stylesheet says: {message}") for message in made.messages]
    view.rows = [*sorted([*view.rows, *more], key=lambda row: (row.line, row.column)), *said]
    view.page = made.data
