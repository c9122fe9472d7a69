"""The finished HTML page: with its timeline, and a Content-Security-Policy that names each style sheet and script by its digest.

https://www.w3.org/TR/CSP3/#source-list-syntax
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from secrets import token_hex

from lxml import etree

from tei.render.nesting import settle
from tei.render.timeline import draw
from tei.render.voice import colour, names, turns
from tei.resources import resource

__all__ = ["facts", "finish", "prune", "serialized"]

_XSL = "http://www.w3.org/1999/XSL/Transform"
_POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src {}; script-src {}"


def serialized(made: etree._ElementTree) -> bytes:
    """A page as bytes: as its stylesheet says, or as HTML where it was parsed again."""
    if isinstance(made, etree._XSLTResultTree):
        return bytes(made)
    doctype = '<!DOCTYPE html SYSTEM "about:legacy-compat">'
    return etree.tostring(made, method="html", encoding="UTF-8", doctype=doctype)


def facts(_: etree._ElementTree, __: Mapping[str, str]) -> dict[str, str]:
    """What stands for the style sheet and the script of the page while it is made: a word that nobody can have written."""
    return {"shell": token_hex(16)}


def finish(made: etree._ElementTree, known: Mapping[str, str]) -> bytes:
    """The bytes of the page; nothing runs in it but the script that it was made with."""
    root = made.getroot()
    found, listed = turns(root), names(root)
    colour(root, found, listed)
    draw(root, found, listed)
    settle(root)
    shell = {f"{known['shell']}{name}": text for name, text in _shell().items()} if known.get("shell") else {}
    policy = next((m for m in root.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"), None)
    if policy is not None:
        scripts = (s.text or "" for s in root.iter("script") if s.get("type") is None)
        styles = (s.text or "" for s in root.iter("style"))
        policy.set("content", _POLICY.format(_sources(styles, shell), _sources(scripts, shell)))
    data = serialized(made)
    for word, text in shell.items():
        data = data.replace(word.encode(), text.encode(), 1)
    return data


@cache
def _shell() -> Mapping[str, str]:
    """The style sheet and the script of every page, from the stylesheets that write them."""
    found = {}
    for name in ("style", "script"):
        written = etree.parse(resource("xslt", f"html/{name}.xsl")).find(f".//{name}//{{{_XSL}}}otherwise")
        found[name] = "" if written is None else written.text or ""
    return found


def prune(root: etree._Element) -> None:
    """Takes out of the index what leads nowhere: a stylesheet of one's own may show names without their ids."""
    index = next((e for e in root.iter("nav") if e.get("class") == "index"), None)
    if index is None:
        return
    ids = {ident for e in root.iter() if (ident := e.get("id")) is not None}
    for entry in [*index.iter("li")]:
        for listed in [p for p in entry.iter("p") if "mentions" in (p.get("class") or "").split()]:
            links = [*listed.iter("a")]
            dead = [a for a in links if (a.get("href") or "").removeprefix("#") not in ids]
            for link in dead:
                _remove(link)
            if len(dead) < len(links):
                continue
            _remove(listed)
            if "speaks" not in (listed.get("class") or ""):  # the number at the name counts mentions
                for count in [e for e in entry.iter("span") if e.get("class") == "count"]:
                    _remove(count)
        if entry.get("id") is None and next(entry.iter("a"), None) is None:
            _remove(entry)  # a place or a day; a person is there for who that is
    for section in [*index.iter("section")]:
        if next(section.iter("li"), None) is None:
            _remove(section)


def _remove(element: etree._Element) -> None:
    """Takes an element out, and the blank or the three points behind it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _sources(texts: Iterable[str], shell: Mapping[str, str]) -> str:
    digests = (_digest(shell[text]) if text in shell else _digest.__wrapped__(text) for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"


@cache
def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
