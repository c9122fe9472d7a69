"""The transcript that a document was made from, in its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

__all__ = ["finish"]

_ESCAPED = re.compile("\ue000([0-9a-f]{4,6})\ue001")


def finish(made: etree._XSLTResultTree, _: Mapping[str, str]) -> bytes:
    """UTF-8, with the characters that XML cannot hold put back."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), str(made)).encode("utf-8", "surrogatepass")
