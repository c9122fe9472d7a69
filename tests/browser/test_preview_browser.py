"""The preview in a real browser: findings lead to their places, a save comes in without losing the place, nothing is lost by an error."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import tei
from data import SEED
from tei.cli.explanation import EXPLANATIONS
from tei.preview import Server, Settings

Preview = Callable[..., Any]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RECORD = SEED.read_text(encoding="utf-8").replace("[They were] completely", "[They were completely")
CHOSEN = "[...CSS.highlights.get('tei-chosen') ?? []].map(String).join('|')"


@pytest.fixture
def preview(browser: Any, tmp_path: Path) -> Iterator[Preview]:
    """``preview(text, name)`` opens the preview of a file; what goes wrong in its script fails the test."""
    ends: list[Callable[[], None]] = []
    wrong: list[str] = []

    def show(text: str = RECORD, name: str = "record.txt", *, width: int = 1280, **options: Any) -> Any:
        (tmp_path / name).write_text(text, encoding="utf-8")
        server = Server(Settings(file=tmp_path / name, explanations=EXPLANATIONS))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)

        def end() -> None:
            context.close()
            server.shutdown()
            thread.join()
            server.close()

        ends.append(end)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(server.address) else None,
        )
        page.goto(server.address)
        page.locator("#status.good, #status.bad").wait_for()
        return page

    yield show
    for end in ends:
        end()
    assert wrong == []


def save(path: Path, text: str) -> None:
    part = path.with_name(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def frame(page: Any) -> Any:
    page.locator("iframe:not(.coming)").wait_for()
    return page.locator("iframe:not(.coming)").element_handle().content_frame()


def card(page: Any, words: str) -> Any:
    return page.locator("#cards li").filter(has=page.locator(".message", has_text=words)).first


def test_a_card_leads_to_its_words_in_the_page(preview: Preview) -> None:
    page = preview()
    card(page, "no closing one").locator(".jump").click()
    assert frame(page).evaluate(CHOSEN) == "["
    range_ = "[...CSS.highlights.get('tei-chosen')][0]"
    assert frame(page).evaluate(f"{range_}.startContainer.data.slice({range_}.startOffset)").startswith("[They were")
    top = frame(page).evaluate(f"{range_}.getBoundingClientRect().top")
    assert 0 < top < 800
    assert card(page, "no closing one").locator(".jump").get_attribute("aria-current") == "true"


def test_a_card_that_is_chosen_before_the_page_is_there_waits_for_it(preview: Preview) -> None:
    page = preview()
    frame(page)
    held: list[Any] = []
    page.route("**/page?edition=*", lambda route: held.append(route))
    page.reload()
    page.locator("#status.good, #status.bad").wait_for()
    card(page, "no closing one").locator(".jump").click()
    page.wait_for_timeout(100)
    assert page.locator("#source").is_hidden()
    held[0].continue_()
    assert frame(page).evaluate(CHOSEN) == "["


def test_a_card_leads_to_its_words_in_the_source(preview: Preview) -> None:
    page = preview()
    page.get_by_role("button", name="Source").click()
    card(page, "Kim II Sung").locator(".jump").focus()
    page.keyboard.press("Enter")
    mark = page.locator(".line.chosen mark.chosen")
    assert mark.inner_text() == "Kim II Sung"
    box = mark.bounding_box()
    assert 0 < box["y"] < 800
    number = page.locator(".line.chosen .number").inner_text()
    assert f"line {number}," in card(page, "Kim II Sung").inner_text()


def test_a_code_is_explained(preview: Preview) -> None:
    page = preview()
    found = card(page, "no closing one")
    found.locator("summary").click()
    assert "Add the other bracket." in found.locator("details").inner_text()


def test_a_document_shows_the_element_or_the_source(preview: Preview) -> None:
    text = tei.convert(SEED).xml.decode()
    text = text.replace('ref="#alexander-shelepin"', 'ref="#nobody"', 1).replace(
        "<publicationStmt>", "<publicationStm>", 1
    )
    page = preview(text.replace("</publicationStmt>", "</publicationStm>", 1), "record.xml")
    card(page, '"#nobody"').locator(".jump").click()
    assert frame(page).locator("[data-tei-chosen=error]").inner_text() == "[Alexander] Shelepin"
    card(page, "<publicationStm>").locator(".jump").click()  # of the header, which the page does not show
    assert page.locator("#source mark.chosen").inner_text() == "<publicationStm"


def test_a_save_comes_in_where_one_was_reading(preview: Preview, tmp_path: Path) -> None:
    page = preview()
    frame(page).evaluate("scrollTo(0, 1500)")
    save(tmp_path / "record.txt", RECORD.replace("[They were completely", "[They were] wholly"))
    card(page, "no closing one").wait_for(state="detached")
    page.locator("#status.good").wait_for()
    assert "wholly silent" in frame(page).inner_text("main")
    assert frame(page).evaluate("scrollY") == 1500
    assert page.locator("iframe").count() == 1


def test_an_error_stands_above_the_page_and_goes(preview: Preview, tmp_path: Path) -> None:
    text = tei.convert(SEED).xml.decode()
    page = preview(text, "record.xml")
    assert not page.locator("#error").is_visible()
    save(tmp_path / "record.xml", text.replace("</body>", "</boby>"))
    page.locator("#error").wait_for()
    assert "is closed by </boby>" in page.locator("#error").inner_text()
    assert "Shelepin" in frame(page).inner_text("main")
    page.locator("#error-place").click()
    assert "</boby>" in page.locator(".line.chosen").inner_text()
    save(tmp_path / "record.xml", text)
    page.locator("#status.good").wait_for()
    assert not page.locator("#error").is_visible()


def test_kinds_can_be_left_out(preview: Preview) -> None:
    page = preview()
    button = page.locator("#filters button", has_text="warning")
    assert page.locator("#cards li:visible").count() > 0
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("#cards li.warning:visible").count() == 0


def test_the_switches_of_the_page_work_in_it(preview: Preview) -> None:
    page = preview()
    frame(page).get_by_label("hidden").check()
    assert "Leonid" not in frame(page).inner_text("main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_anybody_can_use_it(preview: Preview, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = preview(width=width, color_scheme=scheme)
    frame(page)
    options = {"runOnly": RULES, "iframes": False}
    for step in ("page", "source"):
        page.locator(f"#show-{step}").click()
        card(page, "no closing one").locator(".jump").click()
        found = axe.run(page, options=options).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
