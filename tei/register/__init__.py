"""The register: the people an archive knows, with their ids, and which of them a name means.

A register is a CSV file with a header (``id,name,description``, then variants) or a TEI ``listPerson``.

>>> register = load(b"id,name,description\\np1,\\"Kosygin, Alexei\\",Chairman of the Council of Ministers\\n")
>>> [entry.id for entry in register.bearing("Kosygin")]
['p1']
"""

from __future__ import annotations

from tei.register.entry import Entry, fold
from tei.register.match import agree, fitness
from tei.register.read import load
from tei.register.store import Register
from tei.register.write import merge, write_csv

__all__ = ["Entry", "Register", "agree", "fitness", "fold", "load", "merge", "write_csv"]
