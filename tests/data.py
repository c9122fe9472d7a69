"""Where the test data is: what ships with the repository, and what lies beside it."""

from __future__ import annotations

import os
import tarfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "1965-02-10-pan-zili-kim-byeong-jik.txt"
SHARED = Path(os.environ.get("TEI_SHARED", ROOT.parent / "shared"))
HAS_SHARED = (SHARED / "eval" / "dev").is_dir()

if os.environ.get("TEI_REQUIRE_SHARED") and not HAS_SHARED:
    raise RuntimeError(f"TEI_REQUIRE_SHARED is set, but there is no test data in {SHARED}")

needs_shared = pytest.mark.skipif(not HAS_SHARED, reason="the shared test data is not beside this checkout")


def dev_texts() -> list[Path]:
    """The development documents; none where the data is missing."""
    return sorted((SHARED / "eval" / "dev").glob("*.txt"))


@cache
def corpus_texts() -> tuple[tuple[str, bytes], ...]:
    """(name, bytes) of the 1,500 texts of the corpus."""
    with tarfile.open(SHARED / "corpus" / "frus-1500.tar.xz") as archive:
        found = []
        for member in archive:
            stream = archive.extractfile(member)
            if stream is not None:
                found.append((member.name, stream.read()))
    return tuple(sorted(found))
