"""``python -m tei``: the same as the command ``tei``."""

from __future__ import annotations

from tei.cli import run

if __name__ == "__main__":
    run()
