"""The page in a real browser: what a reader does with mouse and keyboard, with and without a script, on small and large screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Show = Callable[..., Any]
NAMES = ("seed", "letter", "play")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def visible(page: Any, selector: str) -> bool:
    return bool(page.locator(selector).first.is_visible())


def test_switches_of_insertions(shown: Show) -> None:
    page = shown("seed")
    assert "[Leonid] Brezhnev" in page.inner_text("main")
    page.get_by_label("marked").check()
    words = page.inner_text("main")
    assert "Leonid Brezhnev" in words
    assert "[" not in words
    page.get_by_label("hidden").check()
    words = page.inner_text("main")
    assert "Leonid" not in words
    assert "Brezhnev" in words
    page.get_by_label("in brackets").check()
    assert "[Leonid] Brezhnev" in page.inner_text("main")


def test_switches_of_names_and_pages(shown: Show) -> None:
    page = shown("seed")
    line = "getComputedStyle(document.querySelector('main a.person')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.get_by_label("Names and dates").uncheck()
    assert page.evaluate(line) == "none"
    page.get_by_label("Pages", exact=True).uncheck()
    assert page.evaluate("getComputedStyle(document.querySelector('.pb')).display") == "none"


def test_the_switches_need_no_script(shown: Show) -> None:
    page = shown("seed", java_script_enabled=False)
    assert not visible(page, "button.copy")
    page.get_by_label("hidden").check()
    assert "Leonid" not in page.inner_text("main")
    page.locator("nav.index summary", has_text="Pan Zili").click()
    assert visible(page, "li#pan-zili .mentions a")


def test_a_note_without_a_script_is_at_the_end(shown: Show) -> None:
    page = shown("letter", java_script_enabled=False)
    page.locator(".noteref a").click()
    assert page.url.partition("#")[2] in page.locator(".notes li").get_attribute("id")
    page.locator(".notes .back").click()
    assert "ref:" in page.url


def test_a_note_pops_up_beside_its_number(shown: Show) -> None:
    page = shown("letter")
    link = page.locator(".noteref a")
    link.click()
    pop = page.locator(".pop")
    assert pop.is_visible()
    assert "See Document 64." in pop.inner_text()
    assert link.get_attribute("aria-expanded") == "true"
    box, around = pop.bounding_box(), page.viewport_size
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= around["width"]
    page.keyboard.press("Escape")
    assert not pop.is_visible()
    assert page.evaluate("document.activeElement.matches('.noteref a')")


def test_a_name_leads_to_the_index_and_from_mention_to_mention(shown: Show) -> None:
    page = shown("seed", width=1600)
    page.locator("main a.person[href='#pan-zili']").first.click()
    entry = page.locator("li#pan-zili")
    entry.locator("details[open]").wait_for()  # the browser tells of a new fragment in its own time
    steps = entry.locator(".steps button")
    steps.nth(1).click()
    assert page.locator(".here").count() == 1
    first = page.locator(".here").get_attribute("id")
    steps.nth(1).click()
    second = page.locator(".here").get_attribute("id")
    assert first != second
    steps.nth(0).click()
    assert page.locator(".here").get_attribute("id") == first
    assert page.evaluate(
        "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('.here').getBoundingClientRect())"
    )


def test_the_timeline_leads_to_turns(shown: Show) -> None:
    page = shown("seed")
    assert page.locator(".timeline .voice").count() == 2
    bar = page.locator(".timeline rect").last
    bar.click()
    target = page.url.partition("#")[2]
    assert page.evaluate("id => document.getElementById(id).matches('.turn')", target)
    colours = page.evaluate(
        "[...document.querySelectorAll('.timeline .voice')].map(v => getComputedStyle(v.querySelector('rect')).fill)"
    )
    assert len(set(colours)) == 2


def test_the_citation_is_copied(shown: Show) -> None:
    page = shown("seed", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button.copy")
    button.click()
    page.wait_for_function("document.querySelector('button.copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        '"Record of Conversation between the Chinese Ambassador'
    )


def test_a_citation_is_downloaded(shown: Show, tmp_path: Path) -> None:
    page = shown("seed")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="BibTeX").click()
    assert waiting.value.suggested_filename == "1965-record-of-conversation-between-the.bib"
    waiting.value.save_as(tmp_path / "a.bib")
    assert (tmp_path / "a.bib").read_text(encoding="utf-8").startswith("@misc{1965-record")


def test_the_keyboard_reaches_everything(shown: Show) -> None:
    page = shown("seed")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.locator("input.in-brackets").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.querySelector('.in-marks').checked")
    summary = page.locator("nav.index summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("nav.index details").first.get_attribute("open") is not None


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 1920])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_screen(shown: Show, name: str, width: int) -> None:
    page = shown(name, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark(shown: Show) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = (shown("seed", color_scheme=scheme).evaluate(ground) for scheme in ("light", "dark"))
    assert light != dark


def test_print(shown: Show) -> None:
    page = shown("seed")
    assert page.pdf().startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert not any(
        visible(page, of) for of in ("nav.tools", "nav.timeline", "nav.index", ".exports", ".permalink", ".skip")
    )
    assert visible(page, ".citation")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_accessible(shown: Show, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python")
    script = Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    for width in (360, 1600):
        page = shown(name, width=width, color_scheme=scheme, bypass_csp=True)
        page.evaluate(script)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
