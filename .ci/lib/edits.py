"""Random edits of a small site, of every sort that an editor or a pipeline makes."""
import hashlib
import json
import pathlib
import random
import re
import shutil

WORDS = "网关 中转站 密钥 额度 计费 上下文 流式 缓存 重试 限流 模型 价格 日志 迁移 token relay gateway quota stream retry".split()
NOWS = ["2026-11-24T00:00:00Z", "2026-11-24T12:00:00Z", "2026-12-05T00:00:00Z", "2027-02-01T00:00:00Z"]


class Site:
    """A site in a folder, and what is done to it. Everything follows from the seed."""

    def __init__(self, root, repository, seed):
        self.root = pathlib.Path(root)
        self.random = random.Random(seed)
        self.now = NOWS[0]
        self.options = []
        self.serial = 0
        self.has_good = False
        shutil.copytree(repository / "Templates", self.root / "Templates")
        shutil.copytree(repository / "Content" / "catalog", self.root / "Content" / "catalog")
        shutil.copytree(repository / "Content" / "static", self.root / "Content" / "static")
        self.write("Content/site.yaml", SETTINGS)
        self.write("Content/people.yaml", "ann:\n  name: Ann\n  role: editor\nteam:\n  name: 团队\n  organization: true\n")
        self.write("Content/topics.yaml", "use: {zh: 使用, en: Use}\ncost: {zh: 成本, en: Cost}\n")
        self.write("Content/redirects.yaml", "- from: /old\n  to: /\n")
        for language in ("zh", "en"):
            self.write(f"Content/shared/{language}/review.md", "---\ntitle: 审核\n---\n审核说明。\n")
            for _ in range(6):
                self.add(language)

    # Tools

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def pages(self):
        found = []
        for language in ("zh", "en"):
            found += [p for p in sorted((self.root / "Content" / language).rglob("*.md")) if p.name != "index.md"]
        return found

    def page(self):
        pages = self.pages()
        return self.random.choice(pages) if pages else None

    def words(self, count):
        return "".join(self.random.choice(WORDS) + self.random.choice(["，", " ", ""]) for _ in range(count)) + "。"

    def identifier(self, path):
        parts = path.relative_to(self.root / "Content").parts
        return f"{parts[1]}/{path.stem}", parts[0]

    def field(self, path, name, value):
        """Sets a field of the front matter, or takes it out."""
        head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
        lines = [line for line in head.split("\n") if not line.startswith(f"{name}:")]
        if value is not None:
            lines.append(f"{name}: {value}")
        path.write_text("\n".join(lines) + "\n---\n" + body, encoding="utf-8")

    def keep(self):
        """Remembers the sources, to which `restore` goes back."""
        for name in ("Content", "Templates"):
            shutil.rmtree(self.root / "good" / name, ignore_errors=True)
            shutil.copytree(self.root / name, self.root / "good" / name)
        self.good = (self.now, self.options)
        self.has_good = True

    def restore(self):
        for name in ("Content", "Templates"):
            shutil.rmtree(self.root / name)
            shutil.copytree(self.root / "good" / name, self.root / name)
        self.now, self.options = self.good

    # Edits

    def add(self, language=None):
        self.serial += 1
        language = language or self.random.choice(["zh", "en"])
        kind = self.random.choice(["answers", "answers", "guides", "glossary", "docs", "faq"])
        slug = f"{self.random.choice(['relay', 'key', 'quota', 'price'])}-{self.serial}"
        fields = [f"title: {self.words(3)}{self.serial}", "date: 2026-11-20", "author: ann"]
        if kind == "answers":
            fields += [f"question: {self.words(2)}？", f"short_answer: '{self.summary(9)}'", "topic: use", "evidence: [依据一]"]
        if kind == "glossary":
            fields += [f"term: 术语{self.serial}", f"definition: '{self.summary(6)}'", f"sort_key: k{self.serial}"]
        if kind == "faq":
            fields += ["faq:", f"  - question: {self.words(2)}？", f"    answer: {self.words(5)}"]
        if self.random.random() < 0.3:
            fields.append("notes: [review]")
        body = f"{self.words(12)}\n\n## 小节 {self.serial}\n\n{self.words(8)}\n{self.link(language)}\n"
        if self.random.random() < 0.3:
            body += "\n价格：:price[gpt-4o-mini]{meter=input}，截至 :as-of[]。\n"
        self.write(f"Content/{language}/{kind}/{slug}.md", "---\n" + "\n".join(fields) + "\n---\n" + body)

    def summary(self, count):
        """What lists show of a page, now and then with a price of the catalog in it."""
        meter = self.random.choice(["", "{meter=output}"])
        price = f" :price[{self.random.choice(['gpt-4o-mini', 'gpt-5'])}]{meter}。"
        return self.words(count) + (price if self.random.random() < 0.3 else "")

    def link(self, language):
        others = [p for p in self.pages() if self.identifier(p)[1] == language]
        if not others:
            return ""
        other = self.random.choice(others)
        target, _ = self.identifier(other)
        prefix = "" if language == "zh" else "/en"
        serial = other.stem.split("-")[-1]
        fragment = self.random.choice(["", "", "", f"#小节-{serial}", f"#小节-{serial}", "#part-main", "#top"])
        return f"\n参见[这里]({prefix}/{target}{fragment})。\n"

    def body(self):
        if page := self.page():
            page.write_text(page.read_text(encoding="utf-8") + f"\n{self.words(6)}\n", encoding="utf-8")

    def link_more(self):
        if page := self.page():
            text = page.read_text(encoding="utf-8") + self.link(self.identifier(page)[1])
            page.write_text(text, encoding="utf-8")

    def title(self):
        if page := self.page():
            self.field(page, "title", self.words(3))

    def answer(self):
        pages = [p for p in self.pages() if "answers" in p.parts]
        if pages:
            self.field(self.random.choice(pages), "short_answer", f"'{self.summary(10)}'")

    def term(self):
        """Another name that pages mention, another definition, or automatic links on or off."""
        pages = [p for p in self.pages() if "glossary" in p.parts]
        if not pages or self.random.random() < 0.1:
            text = self.read("Content/site.yaml")
            on, off = "link_terms: true\n", "link_terms: false\n"
            return self.write("Content/site.yaml", text.replace(on, off) if on in text else text.replace(off, on))
        page = self.random.choice(pages)
        field, value = self.random.choice([
            ("aliases_of_term", f"[{self.random.choice(WORDS)}, {self.random.choice(WORDS)}]"),
            ("term", self.random.choice(WORDS)), ("definition", f"'{self.summary(7)}'")])
        self.field(page, field, value)

    def date(self):
        if page := self.page():
            self.field(page, "updated", f"2026-11-{self.random.randint(20, 24)}")

    def change(self):
        if page := self.page():
            notes = "".join(f"{{date: 2026-11-20, note: {self.words(4)}}}, " for _ in range(self.random.randint(0, 2)))
            self.field(page, "changes", f"[{notes.rstrip(', ')}]" if notes else None)

    def draft(self):
        if page := self.page():
            self.field(page, "draft", self.random.choice(["true", "false", None]))

    def schedule(self):
        if page := self.page():
            self.field(page, self.random.choice(["publish_at", "expire_at", "review_by"]),
                       self.random.choice(["2026-11-24T06:00:00Z", "2026-12-01", "2027-01-01", None]))

    def review(self):
        """What the settings want of pages due for review."""
        text = "\n".join(line for line in self.read("Content/site.yaml").split("\n") if not line.startswith("review:"))
        more = self.random.choice(["", "review: {llms: false}\n", "review: {banner: false}\n", "review: {banner: true, llms: false}\n"])
        self.write("Content/site.yaml", text + more)
        if page := self.page():
            self.field(page, "review_by", self.random.choice(["2026-11-24", "2026-11-24T06:00:00Z", "2026-12-01"]))

    def noindex(self):
        if page := self.page():
            self.field(page, "noindex", self.random.choice(["true", None]))

    def related(self):
        if page := self.page():
            _, language = self.identifier(page)
            others = [self.identifier(p)[0] for p in self.pages() if self.identifier(p)[1] == language]
            chosen = self.random.sample(others, min(2, len(others)))
            self.field(page, "related", "[" + ", ".join(chosen) + "]")

    def topic(self):
        if page := self.page():
            self.field(page, "topic", self.random.choice(["use", "cost", None]))

    def move_topic(self):
        """Into a topic's folder or out of it: the id and the bytes stay, the topic does not."""
        pages = [p for p in self.pages() if "answers" in p.parts and p.parent.name in ("answers", "use", "cost")]
        if pages:
            page = self.random.choice(pages)
            section = page.parent if page.parent.name == "answers" else page.parent.parent
            target = section / self.random.choice(["use", "cost", "."]) / page.name
            target.parent.mkdir(exist_ok=True)
            if not target.exists():
                page.rename(target)

    def nested(self):
        """A term whose definition holds a relative link, and a page beside it: the same words lead elsewhere from another folder."""
        self.serial += 1
        for folder in (f"a{self.serial % 3}", f"b{self.serial % 3}"):
            fields = f"title: 文档 {folder}\ndate: 2026-11-20\nshort_answer: 见[下一页](next.md)。{self.words(3)}"
            self.write(f"Content/zh/docs/{folder}/page.md", f"---\n{fields}\n---\n见[下一页](next.md)。\n")
            self.write(f"Content/zh/docs/{folder}/next.md", f"---\ntitle: 下一页 {folder}\ndate: 2026-11-20\n---\n文。\n")

    def model_page(self):
        path = self.root / "Content/zh/models/gpt-4o-mini.md"
        if path.exists():
            path.unlink()
        else:
            self.write("Content/zh/models/gpt-4o-mini.md", "---\ntitle: GPT-4o mini\nmodel: gpt-4o-mini\ndate: 2026-11-20\n---\n说明。\n")

    def author(self):
        if page := self.page():
            self.field(page, "author", self.random.choice(["ann", "team", None]))

    def delete(self):
        if len(self.pages()) > 6:
            self.page().unlink()

    def rename(self):
        if page := self.page():
            self.serial += 1
            page.rename(page.with_name(f"moved-{self.serial}.md"))

    def heading(self):
        if page := self.page():
            text = page.read_text(encoding="utf-8").replace("## 小节", "## 章节", 1)
            page.write_text(text, encoding="utf-8")

    def template(self):
        files = sorted((self.root / "Templates").rglob("*.html"))
        chosen = self.random.choice(files)
        chosen.write_text(chosen.read_text(encoding="utf-8") + f"{{# {self.serial} #}}", encoding="utf-8")
        if self.random.random() < 0.5 and "pages" in chosen.parts:
            text = chosen.read_text(encoding="utf-8")
            chosen.write_text(text.replace("<h1", f"<h1 data-edit=\"{self.random.randint(1, 99)}\"", 1), encoding="utf-8")

    def text(self):
        path = self.random.choice(["zh", "en"])
        lines = self.read(f"Templates/text/{path}.yaml").split("\n")
        for index, line in enumerate(lines):
            if line.startswith("related:"):
                lines[index] = f"related: 相关 {self.random.randint(1, 9)}"
        self.write(f"Templates/text/{path}.yaml", "\n".join(lines))

    def style(self):
        path = self.root / "Templates" / "assets" / "site.css"
        path.write_text(path.read_text(encoding="utf-8") + f"\n/* {self.random.randint(1, 99)} */\n", encoding="utf-8")

    def settings(self):
        self.write("Content/site.yaml", SETTINGS.replace("name: 测试站", f"name: 测试站{self.random.randint(1, 9)}"))

    def languages(self):
        text = self.read("Content/site.yaml")
        both, one = "languages: [zh, en]", "languages: [zh]"
        self.write("Content/site.yaml", text.replace(both, one) if both in text else text.replace(one, both))

    def people(self):
        text = f"ann:\n  name: Ann {self.random.randint(1, 9)}\n  role: editor\nteam:\n  name: 团队\n  organization: true\n"
        self.write("Content/people.yaml", text)

    def topics(self):
        names = self.random.choice(["使用", "用法", "实践"])
        self.write("Content/topics.yaml", f"use: {{zh: {names}, en: Use}}\ncost: {{zh: 成本, en: Cost}}\n")

    def note(self):
        language = self.random.choice(["zh", "en"])
        self.write(f"Content/shared/{language}/review.md", f"---\ntitle: 审核\n---\n{self.words(5)}\n")

    def redirect(self):
        target = self.random.choice(["/answers/", "/", "/gone-for-ever", "https://example.org/"])
        self.write("Content/redirects.yaml", f"- from: /old\n  to: {target}\n")

    def static(self):
        self.write(f"Content/static/files/{self.random.randint(1, 3)}.txt", self.words(3))

    def image(self):
        """On a page or in the text that many share; sometimes one that is not there, or of another site."""
        name = self.random.choice(["a.svg", "b.svg", "图.svg", "none.svg"])
        if name != "none.svg":
            self.write(f"Content/static/pictures/{name}", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
        target = self.random.choice(["", "", "https://example.test", "https://other.example"]) + f"/pictures/{name}"
        path = self.root / "Content/shared/zh/review.md" if self.random.random() < 0.2 else self.page()
        if path:
            text = path.read_text(encoding="utf-8")
            kept = [line for line in text.split("\n") if not line.startswith("![")]
            more = f"\n![图示]({target})\n" if self.random.random() < 0.7 else ""
            path.write_text("\n".join(kept) + more, encoding="utf-8")

    def fetched(self):
        """A fetch that found nothing new, at another time or on another day."""
        path = "Content/catalog/main.meta.json"
        time = self.random.choice(["2026-11-23T21:31:02Z", "2026-11-23T22:00:00Z", "2026-11-22T08:00:00Z"])
        self.write(path, re.sub(r'"fetched_at": "[^"]*"', f'"fetched_at": "{time}"', self.read(path)))

    def models_in_prose(self):
        """A table of models by a filter, a price that is typed by hand, the time of the snapshot, a claim."""
        page = self.page()
        if page:
            more = self.random.choice([
                '::model-table{capability=tools columns="input,context"}', '::model-table{vendor=Acme}',
                '::model-table{vendor="OpenAI" limit=1}', 'gpt-4o-mini 每百万 token 0.15 美元。', 'gpt-5 costs $1.25.',
                "截至 :as-of[main]。", ':fact[cheapest]{model=gpt-4o-mini among="gpt-5"}', ":model[gpt-5]"])
            page.write_text(page.read_text(encoding="utf-8") + f"\n{more}\n", encoding="utf-8")

    def model_page(self):
        """What an editor says of a model, in a file that has the name of the model or another."""
        model = self.random.choice(json.loads(self.read("Content/catalog/main.lock.json"))["models"])
        language = self.random.choice(["zh", "en"])
        name = self.random.choice([model["slug"], "own-1", "own-2", "own-3"])
        path = self.root / "Content" / language / "models" / f"{name}.md"
        if path.exists() and self.random.random() < 0.5:
            return path.unlink()
        self.write(f"Content/{language}/models/{name}.md",
                   f"---\ntitle: {self.words(1)}\nmodel: \"{model['id']}\"\ndate: 2026-11-20\n---\n{self.words(4)}\n")

    def precompress(self):
        text = self.read("Content/site.yaml")
        on = "precompress: true\n"
        self.write("Content/site.yaml", text.replace(on, "") if on in text else text + on)

    def parts(self):
        """How many pages hubs list at one address, by the settings or by the hub itself."""
        if self.random.random() < 0.3:
            lines = [line for line in self.read("Content/site.yaml").split("\n") if not line.startswith("paginate_by:")]
            more = self.random.choice(["", "paginate_by: 2\n", "paginate_by: 3\n", "paginate_by: 0\n"])
            return self.write("Content/site.yaml", "\n".join(lines) + more)
        folder, language = self.random.choice(["answers", "guides", "glossary", "models"]), self.random.choice(["zh", "en"])
        size = self.random.choice(["paginate_by: 1\n", "paginate_by: 2\n", "paginate_by: 5\n", ""])
        self.write(f"Content/{language}/{folder}/index.md", f"---\ntitle: {self.words(1)}\ndate: 2026-11-20\n{size}---\n{self.words(4)}\n")

    def catalog(self):
        path = "Content/catalog/main.lock.json"
        text = self.read(path)
        lock = json.loads(text)
        model = self.random.choice(lock["models"])
        if self.random.random() < 0.4 and model.get("context"):
            start = text.index(f'"id": "{model["id"]}"')
            where = text.find('"context": ', start) + len('"context": ')
            end = min(i for i in (text.find(",", where), text.find("}", where)) if i > 0)
            text = text[:where] + str(self.random.randint(1, 400) * 1000) + text[end:]
        for price in model["prices"]:
            if price["meter"] == "input" and price.get("amount"):
                old = f'"amount": "{price["amount"]}"'
                new = f'"amount": "0.{self.random.randint(11, 99)}"'
                start = text.index(f'"id": "{model["id"]}"')
                where = text.find(old, start)
                if where > 0:
                    text = text[:where] + new + text[where + len(old):]
                break
        if self.random.random() < 0.3:
            # Another vendor, another capability: pages that choose models by them show other ones.
            vendor, answer = self.random.choice(["Acme", "Sea", "OpenAI"]), self.random.choice(["true", "false"])
            start = text.index(f'"id": "{model["id"]}"')
            head, tail = text[:start], text[start:]
            if "vendor" in model:
                tail = tail.replace(f'"vendor": "{model["vendor"]}"', f'"vendor": "{vendor}"', 1)
            else:
                tail = tail.replace('"kind":', f'"vendor": "{vendor}",\n      "kind":', 1)
            if "tools" in model.get("capabilities", {}):
                tail = re.sub(r'"tools": (true|false)', f'"tools": {answer}', tail, count=1)
            text = head + tail
        hollow = text.replace(lock["content_hash"], "")
        digest = "sha256:" + hashlib.sha256(hollow.encode()).hexdigest()
        self.write(path, text.replace(lock["content_hash"], digest))

    def status(self):
        share = f"0.{self.random.randint(90, 99)}"
        monitor = {"id": "1", "name": "入口", "uptime_24h": share, "checks": "1" * 9 + self.random.choice("0123"),
                   "from": "2026-11-23T07:00:00Z", "to": "2026-11-23T08:00:00Z"}
        record = {"schema_version": 1, "fetched_at": "2026-11-23T08:00:00Z", "url": "https://status.example.test/status/a",
                  "monitors": [monitor]}
        self.write("Content/catalog/status.json", json.dumps(record))

    def clock(self):
        self.now = self.random.choice(NOWS)

    def drafts(self):
        self.options = self.random.choice([[], ["--drafts"]])

    def touch(self):
        if page := self.page():
            page.touch()

    EDITS = {
        "body": 12, "link_more": 6, "title": 6, "answer": 6, "date": 4, "draft": 4, "schedule": 4, "noindex": 2,
        "related": 6, "topic": 4, "author": 3, "add": 6, "delete": 4, "rename": 3, "heading": 4, "template": 4,
        "text": 2, "style": 1, "settings": 1, "languages": 1, "people": 2, "topics": 2, "note": 3, "redirect": 2,
        "static": 2, "catalog": 5, "fetched": 3, "models_in_prose": 3, "model_page": 4, "clock": 4, "drafts": 2, "touch": 2,
        "move_topic": 3, "nested": 2, "model_page": 2, "status": 2, "change": 3, "term": 6, "review": 3, "image": 4, "precompress": 2, "parts": 4,
    }

    def edit(self):
        """Does one to three edits; returns what they are called."""
        names = self.random.choices(list(self.EDITS), list(self.EDITS.values()), k=self.random.choice([1, 1, 1, 2, 3]))
        for name in names:
            getattr(self, name)()
        return "+".join(names)


SETTINGS = """name: 测试站
base_url: https://example.test
default_language: zh
languages: [zh, en]
organization: {name: 测试, url: https://example.test}
navigation: [answers, guides, glossary]
outputs: {search: true}
link_terms: true
catalog:
  sources:
    - id: main
      adapter: litellm
      url: https://gateway.example.test
  status: {url: "https://status.example.test", page: a}
  max_age_days: 30
"""
