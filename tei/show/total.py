"""How often each code was met: for a first look at many documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tei.diagnostic import CODES, Severity
from tei.show.checked import Checked

__all__ = ["Total"]

_RANK = {severity: at for at, severity in enumerate(Severity)}


@dataclass(slots=True)
class Total:
    """Counts over documents, taken as they pass."""

    documents: int = 0
    valid: int = 0
    failed: int = 0
    findings: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    files: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def add(self, checked: Checked) -> None:
        """Counts a document."""
        self.documents += 1
        self.failed += checked.error is not None
        self.valid += checked.is_valid
        met = Counter((d.code, d.severity) for d in checked.diagnostics)
        self.findings.update(met)
        self.files.update(met.keys())

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(count for (_, severity), count in self.findings.items() if severity is Severity.ERROR)

    def rows(self) -> list[tuple[int, int, str, str, str]]:
        """(findings, documents, severity, code, title), the worst and most frequent first."""
        order = sorted(self.findings, key=lambda key: (_RANK[key[1]], -self.findings[key], key[0]))
        return [(self.findings[k], self.files[k], k[1].value, k[0], CODES[k[0]].title) for k in order]

    def text(self) -> str:
        """The rows as a table, and the documents in a line.

        >>> print(Total(documents=2, valid=2).text())
        2 documents: 2 valid
        """
        wrong = self.documents - self.valid - self.failed
        parts = ((self.valid, "valid"), (wrong, "with errors"), (self.failed, "that could not be looked at"))
        count = "1 document" if self.documents == 1 else f"{self.documents:,} documents"
        last = f"{count}: {', '.join(f'{n:,} {what}' for n, what in parts if n)}"
        rows = [(f"{n:,}", f"in {files:,}", severity, code, title) for n, files, severity, code, title in self.rows()]
        widths = [max((len(row[at]) for row in rows), default=0) for at in range(4)]
        lines = [
            f"{n:>{widths[0]}}  {where:<{widths[1]}}  {severity:<{widths[2]}}  {code:<{widths[3]}}  {title}"
            for n, where, severity, code, title in rows
        ]
        return "\n".join([*lines, last])

    def record(self) -> dict[str, object]:
        """The same for programs."""
        names = ("findings", "documents", "severity", "code", "title")
        return {
            "documents": self.documents,
            "valid": self.valid,
            "failed": self.failed,
            "codes": [dict(zip(names, row, strict=True)) for row in self.rows()],
        }
