"""What an editor sees in a browser: the page again after a save, mistakes over it, what agents see, the mark of a draft."""
import time

import ci
import preview

PAGE = """---
title: {title}
date: 2026-11-01
author: editorial-team
{more}---
{text}
"""
IN_PANEL = "selector => document.querySelector('citable-preview')?.shadowRoot.querySelector(selector)?.textContent ?? ''"


def run(report, program, root, now):
    """Times for the figures."""
    from playwright.sync_api import sync_playwright

    path = root / "Content/zh/docs/probe.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title="试写", more="draft: true\n", text="第一句。"), encoding="utf-8")
    pictures = ci.SCRATCH / "serve-pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    with preview.Preview(program, root, "--now", now, "--drafts", language="zh") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_context(viewport={"width": 1200, "height": 800}).new_page()
        tab.on("console", lambda message: message.type in ("error", "warning") and "404" not in message.text
               and report.problem("browser", f"console: {message.text}"))
        tab.on("pageerror", lambda error: report.problem("browser", f"script: {error}"))
        try:
            reloads = browse(report, server, tab, path, pictures)
            first_failure(report, browser, program, root, now)
        finally:
            browser.close()
    path.unlink()
    middle = sorted(reloads)[len(reloads) // 2]
    return [f"save to reloaded page in Chromium in {middle:.0f} ms"]


def inside(tab, selector):
    return tab.evaluate(IN_PANEL, selector)


def wait(tab, script, report, what, argument=None):
    """Until the script gives something true. Asked again and again: the policy lets a page wait for no text of code."""
    end = time.time() + 15
    while time.time() < end:
        try:
            if tab.evaluate(script, argument):
                return True
        except Exception as error:
            # The page is being loaded again.
            if "context was destroyed" not in str(error) and "navigat" not in str(error):
                raise
        time.sleep(0.005)
    return report.expect(False, "browser", f"{what}: in vain")


def browse(report, server, tab, path, pictures):
    tab.goto(server.base + "/docs/probe")
    wait(tab, f"!!({IN_PANEL})('#bar')", report, "the preview's bar")
    report.expect("草稿" in inside(tab, "#bar .mark"), "browser", "a draft bears no mark")
    reloads = []
    for number in range(5):
        time.sleep(0.4)
        start = time.time()
        path.write_text(PAGE.format(title="试写", more="draft: true\n", text=f"第 {number} 次改写。"), encoding="utf-8")
        if not wait(tab, "text => document.body?.innerText?.includes(text)", report, "a reload", f"第 {number} 次改写"):
            break
        loaded = tab.evaluate("performance.timeOrigin + performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        reloads.append(loaded - start * 1000)
    tab.evaluate("window.isSame = true")
    path.write_text(PAGE.format(title="试写", more="draft: true\ntitel: 错\nrelated: [answers/nowhere]\n", text="[坏](/nowhere)"), encoding="utf-8")
    wait(tab, f"({IN_PANEL})('#mistakes').includes('titel')", report, "mistakes over the page")
    text = inside(tab, "#mistakes")
    for part in ("Content/zh/docs/probe.md:6:1", "titel", "title", "提示", "Content/zh/docs/probe.md:7:", "answers/nowhere"):
        report.expect(part in text, "mistakes", f"lack {part}: {text[:400]}")
    marked = tab.evaluate("document.querySelector('citable-preview').shadowRoot.querySelector('#mistakes mark').textContent")
    report.equal(marked, "titel", "mistakes", "what is marked in the source line and what was expected")
    report.expect(tab.evaluate("window.isSame === true"), "mistakes", "the page under them was loaded again")
    tab.screenshot(path=str(pictures / "mistakes.png"))
    path.write_text(PAGE.format(title="试写", more="draft: true\n", text="改好了。"), encoding="utf-8")
    wait(tab, f"document.body?.innerText?.includes('改好了') && !({IN_PANEL})('#mistakes')", report, "mistakes gone when mended")
    agent(report, server, tab, pictures)
    return reloads or [0]


def agent(report, server, tab, pictures):
    tab.goto(server.base + "/answers/what-is-a-relay")
    wait(tab, f"!!({IN_PANEL})('#open')", report, "the button of the panel")
    tab.evaluate("document.querySelector('citable-preview').shadowRoot.querySelector('#open').click()")
    wait(tab, f"({IN_PANEL})('#agent').includes('llms.txt')", report, "the panel")
    text = inside(tab, "#agent")
    twin = server.get("/answers/what-is-a-relay.md")[2]
    for part in (twin[:200], twin[-200:], "\"@graph\"", "/answers/llms.txt", "5,000", f"{len(twin):,}"):
        report.expect(part in text, "panel", f"lacks {part!r}")
    report.expect("✂" in inside(tab, "#agent .cut") if len(twin) > 5000 else True, "panel", "shows no cut")
    report.expect(tab.evaluate("document.querySelector('citable-preview').shadowRoot.querySelector('.twin').childNodes[0].textContent.length") <= 5000,
                  "panel", "cuts at another place")
    tab.screenshot(path=str(pictures / "panel.png"))


def first_failure(report, browser, program, root, now):
    """A site that can't be built shows why, also without a script, and becomes the page when it is mended."""
    broken = ci.SCRATCH / "serve-broken"
    page = broken / "Content/zh/docs/page.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    (broken / "Content/site.yaml").write_text(
        "name: 试\nbase_url: https://probe.example\ndefault_language: zh\nlanguages: [zh]\norganization: {name: 试, url: https://probe.example}\n",
        encoding="utf-8")
    page.write_text("---\ntitle: 页\ndate: 2026-11-01\ncolour: red\n---\n正文。\n", encoding="utf-8")
    with preview.Preview(program, broken, "--now", now) as server:
        status, _, text = server.get("/docs/page", Accept="text/html")
        report.equal(status, 500, "first failure", "status and what was expected")
        report.expect("Content/zh/docs/page.md:4:1: error" in text, "first failure", f"does not say where: {text[:500]}")
        tab = browser.new_context().new_page()
        tab.goto(server.base + "/docs/page")
        wait(tab, f"({IN_PANEL})('#mistakes').includes('colour')", report, "the mistakes of a first build")
        page.write_text("---\ntitle: 页\ndate: 2026-11-01\n---\n终于。\n", encoding="utf-8")
        wait(tab, "document.body?.innerText?.includes('终于')", report, "the page after the first mistake was mended")
