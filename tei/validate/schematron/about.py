"""Which attributes of its node an assertion is about: what another check says of the same attribute has the same cause."""

from __future__ import annotations

from lxml import etree

from tei.ns import XML
from tei.validate.schematron.binding import Node
from tei.validate.schematron.schema import Rule
from tei.validate.schematron.xpath import tokens, variables

__all__ = ["attributes"]


def attributes(test: str, rule: Rule, node: Node) -> frozenset[str]:
    """The names, as they are printed, of the attributes that a test looks at on the node of its rule.

    A variable of the rule counts for what it looks at. For a rule about an attribute that one is added.
    """
    found = _named(test)
    lets = {let.name: let.value for let in rule.lets}
    todo = list(variables(test))
    while todo:
        value = lets.pop(todo.pop(), "")
        found |= _named(value)
        todo += variables(value)
    if node.step.startswith("@"):
        on = etree.QName(node.step[1:])
        found |= {f"xml:{on.localname}" if on.namespace == XML else on.localname}
    return found


def _named(expression: str) -> frozenset[str]:
    solid = [t for t in tokens(expression) if t.kind != "space"]
    found = set()
    for at, token in enumerate(solid[1:], 1):
        before = solid[at - 2].text if at > 1 else ""
        if solid[at - 1].text == "@" and not token.depth and before not in ("/", "//"):
            found.add(token.text)
    return frozenset(found)
