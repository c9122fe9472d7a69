#!/usr/bin/env python3
"""Makes record.rng from record.rnc; `--check` says whether it is current (exit 1 when not).

    python schemas/build.py

Needs rnc2rng, a development dependency.
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def made() -> str:
    """record.rng as it should be."""
    from rnc2rng import dumps, load

    text = dumps(load(str(FOLDER / "record.rnc")))
    head, _, rest = text.partition("\n")
    note = "<!-- Made from record.rnc by schemas/build.py; change that file, not this one. -->"
    if not head.startswith("<?xml"):
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{note}\n{text}\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{note}\n{rest}\n'


def main(arguments: list[str]) -> int:
    """Writes the file, or with --check compares it."""
    target = FOLDER / "record.rng"
    text = made()
    if "--check" in arguments:
        if target.read_text(encoding="utf-8") == text:
            return 0
        print("record.rng is not what record.rnc says: run python schemas/build.py", file=sys.stderr)
        return 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
