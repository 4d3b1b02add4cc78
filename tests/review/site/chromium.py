"""A real browser for the pages: opened once, each page in a context of its own, watched for errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
DESK = ViewportSize(width=1366, height=768)
PHONE = ViewportSize(width=390, height=844)
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, url: str, *, size: ViewportSize = DESK) -> Iterator[Page]:
    """A page in a fresh context. At the end it must have logged no error and asked nobody else for anything."""
    context = browser.new_context(base_url=url, viewport=size, locale="zh-CN")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda asked: troubles.append(asked.url) if not _ours(asked.url, url) else None)
    try:
        yield page
        assert troubles == []
    finally:
        context.close()


def _ours(asked: str, url: str) -> bool:
    return asked.startswith((url, "data:", "blob:"))


def barriers(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the page as it stands: rule and element."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", STANDARD)
    return [
        f"{violation['id']}: {node['html'][:120]} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
