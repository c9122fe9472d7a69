"""A real browser: Debian's Chromium, driven by Playwright. Without them these tests skip, unless TEI_REQUIRE_BROWSER is set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import tei
from data import SEED

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
--disable-sync""".split()

PLAY = """THE MERCHANT'S DAUGHTER

Dramatis Personæ

SIR ANTHONY BELLWETHER, a baronet.
MRS. CANDISH, his sister.

ACT I

SCENE I. A room in London.

Enter SIR ANTHONY and MRS. CANDISH.

SIR ANTHONY.
Nay, sister, I will not hear of it.

MRS. CANDISH.
An end? 'Tis rather a beginning, brother.

SIR ANTHONY.
Who knocks? [To the SERVANT.] Go and see.

MRS. CANDISH. [Aside.] More noise than sense.

[Exeunt.]
"""
LETTER = """Letter From Chairman Khrushchev to President Kennedy

Moscow, October 26, 1962

Dear Mr. President:

I have received your letter of October 25.[1] From your letter I got the feeling that you have [some] understanding.

[2 lines not declassified]

Respectfully yours,

N. Khrushchev

[1] Not printed. See Document 64.
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        if os.environ.get("TEI_REQUIRE_BROWSER"):
            raise
        pytest.skip("playwright is not installed: pip install -e '.[dev]'")
    if CHROMIUM is None:
        if os.environ.get("TEI_REQUIRE_BROWSER"):
            pytest.fail("chromium is not installed")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of a record, a letter and a play, as files."""
    folder = tmp_path_factory.mktemp("pages")
    sources: dict[str, Any] = {"seed": SEED, "letter": LETTER, "play": PLAY}
    made = {}
    for name, source in sources.items():
        made[name] = folder / f"{name}.html"
        made[name].write_bytes(tei.render(tei.convert(source).xml))
    return made


@pytest.fixture
def shown(browser: Any, pages: dict[str, Path]) -> Iterator[Callable[..., Any]]:
    """``shown(name, **options)`` opens a page; what goes wrong in its script fails the test."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def show(name: str, *, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(pages[name].as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert wrong == []
