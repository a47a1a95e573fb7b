"""Every sort of edit while a preview runs: it is seen, and what is served is what a build would give."""
import os
import shutil
import subprocess
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


def run(report, program, root, now, *options):
    """Makes the edits one after another; how many were seen."""
    with preview.Preview(program, root, "--now", now, *options) as server:
        day = Day(report, server, root, options)
        for step in (day.text, day.rename_save, day.new_folder, day.move_folder, day.delete_folder, day.template, day.settings,
                     day.catalog, day.static, day.mistake, day.many, day.while_building, day.replaced_content, day.broken_settings):
            step()
        time.sleep(0.6)
        compare(report, program, root, now)
    return day.count


def moments(report, program, root):
    """A page is shown when its time comes and goes when it is over, while nobody touches anything."""
    page = root / "Content/zh/docs/later.md"
    now = int(time.time())
    begin, end = now + 4, now + 8
    page.parent.mkdir(parents=True, exist_ok=True)
    stamp = lambda second: time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second))
    more = f"publish_at: {stamp(begin)}\nexpire_at: {stamp(end)}\n"
    page.write_text(PAGE.format(title="到点", more=more, text="到点发布。"), encoding="utf-8")
    with preview.Preview(program, root) as server:
        if time.time() < begin - 1:
            report.equal(server.get("/docs/later")[0], 404, "before publish_at", "status and what was expected")
        day = Day(report, server, root, ())
        day.seen("a page whose publish_at came", day.has("/docs/later", "到点发布"))
        report.expect(time.time() >= begin, "publish_at", "the page is there too early")
        day.seen("a page whose expire_at came", day.answers("/docs/later", 410))
        report.expect(time.time() >= end, "expire_at", "the page went too early")
    page.unlink()
    return day.count


def full_disk(report, program, root, now):
    """A full disk is said over the page, the last good page stays, and nobody need do anything once there is room again."""
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run([program, "init", str(root), "--language", "zh", "--now", now], check=True, capture_output=True)
    disk = root / ".citable"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode != 0:
        return 0
    page = root / "Content/zh/docs/probe.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    fields = PAGE.replace("author: editorial-team\n", "")
    try:
        page.write_text(fields.format(title="试写", more="", text="第一句。"), encoding="utf-8")
        with preview.Preview(program, root, "--now", now, language="zh") as server:
            day = Day(report, server, root, ())
            report.expect("第一句" in server.get("/docs/probe")[2], "full disk", "there is no page before")
            fill(disk / "filler")
            page.write_text(fields.format(title="试写", more="", text="第二句。" * 20_000), encoding="utf-8")
            day.seen("a full disk", day.has("/.citable/mistakes", "磁盘已满"))
            report.expect("第一句" in server.get("/docs/probe")[2], "full disk", "the last good page is gone")
            (disk / "filler").unlink()
            day.seen("a page once there is room", day.has("/docs/probe", "第二句"))
            report.expect("磁盘已满" not in server.get("/.citable/mistakes")[2], "full disk", "is still said")
            return day.count
    finally:
        subprocess.run(["umount", "-l", str(disk)], capture_output=True)
        shutil.rmtree(root, ignore_errors=True)


def fill(path):
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                pass


def compare(report, program, root, now):
    """What was built bit by bit is what is built at once."""
    output = root.parent / "serve-clean"
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run(
        [program, "build", "--site", str(root), "--now", now, "--output", str(output), "--messages", "en"], capture_output=True,
        text=True)
    report.equal(done.returncode, 0, "clean build", f"exit status ({done.stderr[-300:]}) and what was expected")
    report.equal(files(root / ".citable/serve"), files(output), "all edits", "what is served and a clean build")


def files(folder):
    return {str(path.relative_to(folder)): hash(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


class Day:
    def __init__(self, report, server, root, options):
        self.report, self.server, self.root, self.count = report, server, root, 0
        self.way = " ".join(options) or "inotify"
        self.ear = preview.Ear(server)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def seen(self, what, condition, seconds=30):
        """Waits until a request shows the edit."""
        end = time.time() + seconds
        while time.time() < end:
            try:
                if condition():
                    self.count += 1
                    return
            except OSError:
                if self.server.process.poll() is not None:
                    break
            time.sleep(0.02)
        lines = "".join(self.server.lines[-12:])
        self.report.problem(
            f"{what} ({self.way})", f"is not seen in {seconds} s; {preview.threads(self.server)}; the preview says: {lines}")

    def has(self, path, text):
        return lambda: text in self.server.get(path)[2]

    def answers(self, path, status):
        return lambda: self.server.get(path)[0] == status

    def text(self):
        self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="", text="第一句。"))
        self.seen("a new page", self.has("/docs/probe", "第一句"))
        self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="", text="第二句。"))
        self.seen("a new text", self.has("/docs/probe", "第二句"))
        self.seen("the twin", self.has("/docs/probe.md", "第二句"))

    def rename_save(self):
        """As editors do it: a copy aside, a new file in its place."""
        path = self.root / "Content/zh/docs/probe.md"
        os.rename(path, str(path) + "~")
        draft = self.root / "Content/zh/docs/.probe.swp"
        draft.write_text(PAGE.format(title="试写", more="", text="改名保存。"), encoding="utf-8")
        os.rename(draft, path)
        os.unlink(str(path) + "~")
        self.seen("a text saved by rename", self.has("/docs/probe", "改名保存"))

    def new_folder(self):
        self.write("Content/zh/docs/deep/er/page.md", PAGE.format(title="深处", more="", text="深处的字。"))
        self.seen("a page in new folders", self.has("/docs/deep/er/page", "深处的字"))
        self.write("Content/zh/docs/deep/er/page.md", PAGE.format(title="深处", more="", text="又改了。"))
        self.seen("an edit in a new folder", self.has("/docs/deep/er/page", "又改了"))

    def move_folder(self):
        os.rename(self.root / "Content/zh/docs/deep", self.root / "Content/zh/docs/moved")
        self.seen("a moved folder", self.has("/docs/moved/er/page", "又改了"))
        self.seen("the old address", self.answers("/docs/deep/er/page", 404))
        self.write("Content/zh/docs/moved/er/page.md", PAGE.format(title="深处", more="", text="搬家以后。"))
        self.seen("an edit in a moved folder", self.has("/docs/moved/er/page", "搬家以后"))

    def delete_folder(self):
        shutil.rmtree(self.root / "Content/zh/docs/moved")
        self.seen("a deleted folder", self.answers("/docs/moved/er/page", 404))

    def template(self):
        path = self.root / "Templates/partials/head.html"
        old = path.read_text(encoding="utf-8")
        path.write_text(old + "<meta name=\"probe\" content=\"template\">\n", encoding="utf-8")
        self.seen("a template", self.has("/docs/probe", "name=\"probe\""))
        path.write_text(old, encoding="utf-8")
        self.seen("a template put back", lambda: "name=\"probe\"" not in self.server.get("/docs/probe")[2])
        path = self.root / "Templates/assets/site.css"
        style = path.read_text(encoding="utf-8")
        page = self.server.get("/")[2]
        path.write_text(style + "\n.probe { color: inherit }\n", encoding="utf-8")
        self.seen("a style sheet", lambda: self.server.get("/")[2] != page)
        path.write_text(style, encoding="utf-8")
        self.seen("a style sheet put back", lambda: self.server.get("/")[2] == page)

    def settings(self):
        path = self.root / "Content/site.yaml"
        old = path.read_text(encoding="utf-8")
        path.write_text(old.replace("https://alltkn.example", "https://probe.example"), encoding="utf-8")
        self.seen("settings", self.has("/robots.txt", "https://probe.example"))
        path.write_text(old, encoding="utf-8")
        self.seen("settings put back", self.has("/robots.txt", "https://alltkn.example"))

    def catalog(self):
        overlay = self.root / "Content/catalog/overlay.yaml"
        text = overlay.read_text(encoding="utf-8")
        overlay.write_text(text.replace("vendor: OpenAI", "vendor: Probe"), encoding="utf-8")
        self.seen("an overlay of the catalog", self.has("/catalog.json", "Probe"))
        overlay.write_text(text, encoding="utf-8")
        self.seen("an overlay put back", lambda: "Probe" not in self.server.get("/catalog.json")[2])
        lock = sorted((self.root / "Content/catalog").glob("*.lock.json"))[0]
        snapshot = lock.read_bytes()
        lock.write_bytes(snapshot[:-200])
        self.seen("a broken catalog", self.has("/.citable/mistakes", lock.name))
        # As a fetch does it.
        draft = lock.with_suffix(".draft")
        draft.write_bytes(snapshot)
        os.rename(draft, lock)
        self.seen("a catalog put back", lambda: lock.name not in self.server.get("/.citable/mistakes")[2])

    def static(self):
        self.write("Content/static/probe/file.txt", "一")
        self.seen("a copied file", self.has("/probe/file.txt", "一"))
        shutil.rmtree(self.root / "Content/static/probe")
        self.seen("a copied file taken away", self.answers("/probe/file.txt", 404))

    def mistake(self):
        self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="titel: x\n", text="有错。"))
        self.seen("a mistake", self.has("/.citable/mistakes", "titel"))
        self.report.expect("改名保存" in self.server.get("/docs/probe")[2], "a mistake", "takes the last good page away")
        self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="", text="改好了。"))
        self.seen("a mended page", self.has("/docs/probe", "改好了"))
        self.seen("no mistakes", lambda: "titel" not in self.server.get("/.citable/mistakes")[2])

    def many(self):
        """As a checkout of another branch does it."""
        for number in range(200):
            self.write(f"Content/zh/docs/many/{number}/page.md", PAGE.format(title=f"很多 {number}", more="", text=f"第 {number} 页。"))
        self.seen("the last of 200 pages", self.has("/docs/many/199/page", "第 199 页"))
        self.seen("the first of 200 pages", self.has("/docs/many/0/page", "第 0 页"))
        shutil.rmtree(self.root / "Content/zh/docs/many")
        self.seen("200 pages less", self.answers("/docs/many/199/page", 404))

    def while_building(self):
        """Saves that come while a build runs, one upon the other; the last one counts."""
        for number in range(60):
            self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="", text=f"第 {number} 次。"))
            time.sleep(0.013)
        self.seen("the last of many saves", self.has("/docs/probe", "第 59 次"))

    def replaced_content(self):
        """The whole folder exchanged for another, which is another folder from then on."""
        shutil.copytree(self.root / "Content", self.root / "Other")
        os.rename(self.root / "Content", self.root / "Former")
        os.rename(self.root / "Other", self.root / "Content")
        shutil.rmtree(self.root / "Former")
        time.sleep(0.3)
        self.write("Content/zh/docs/probe.md", PAGE.format(title="试写", more="", text="换过文件夹。"))
        self.seen("an edit in an exchanged Content/", self.has("/docs/probe", "换过文件夹"))

    def broken_settings(self):
        path = self.root / "Content/site.yaml"
        old = path.read_bytes()
        path.write_bytes(b"name: [\n")
        self.seen("broken settings", self.has("/.citable/mistakes", "Content/site.yaml"))
        self.report.equal(self.server.get("/docs/probe")[0], 200, "broken settings", "status of a page and what was expected")
        path.unlink()
        self.seen("no settings", self.has("/.citable/mistakes", "site.yaml"))
        path.write_bytes(old)
        self.seen("mended settings", lambda: "\"error\"" not in self.server.get("/.citable/mistakes")[2])
        os.unlink(self.root / "Content/zh/docs/probe.md")
        self.seen("a deleted page", self.answers("/docs/probe", 404))


def times(report, program, now):
    """Seconds until it is ready and milliseconds from a save to the announcement, at 1,000 and 10,000 pages."""
    generator = ci.ROOT.parent / "shared/bench/gen_corpus.py"
    if not generator.exists():
        return ["no corpus to take times with"]
    found = []
    for size in (1_000, 10_000):
        root = ci.SCRATCH / f"serve-{size}"
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(
            ["python3", str(generator), "--layout", "citable", str(size), str(root)], check=True, capture_output=True)
        with preview.Preview(program, root, "--now", now) as server:
            ear = preview.Ear(server)
            pages = [page for page in sorted((root / "Content/zh").rglob("*.md")) if page.name != "index.md"]
            taken = []
            used = preview.processor_time(server)
            for number in range(9):
                page = pages[number * 37 % len(pages)]
                text = page.read_text(encoding="utf-8")
                old = ear.now["build"]
                start = time.time()
                page.write_text(text + f"\n又一句 {number}。\n", encoding="utf-8")
                if not report.expect(ear.until(lambda now: now["build"] != old), f"{size} pages", "an edit is not announced"):
                    break
                taken.append((time.time() - start) * 1000)
                time.sleep(0.3)
            middle = sorted(taken)[len(taken) // 2] if taken else 0
            used = (preview.processor_time(server) - used) / max(1, len(taken))
            found.append(
                f"{size:,} pages: ready in {server.ready_after:.2f} s, edit in {middle:.0f} ms ({used:.0f} ms of processor time)")
        shutil.rmtree(root, ignore_errors=True)
    return found
