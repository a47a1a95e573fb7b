"""Small sites in which the examples of `citable explain` stand where they belong."""
import itertools
import json
import random
import re
import shutil
import string
import subprocess

NUMBERS = itertools.count(1)
NOW = "2026-11-28T00:00:00Z"

# What their examples need no editor can write down here: a size, the state of a disk, of a gateway or of an earlier build.
NOT_STAGED = {
    "markdown/output-too-large", "content/unreadable", "site/missing-settings", "output/not-written", "output/disagreement",
    "address/vanished", "dates/updated-not-moved", "readiness/criterion", "readiness/below-budget", "size/token-budget",
    "json/too-large", "catalog/too-many-models", "catalog/stale", "catalog/withdrawn-model", "catalog/missing-snapshot",
    "catalog/snapshot-version", "catalog/snapshot-hash", "catalog/merge-conflict", "catalog/bad-status-reply",
    "catalog/malformed-snapshot", "catalog/unknown-unit", "catalog/bad-group", "catalog/more-pages", "catalog/bad-price",
    "catalog/unpriced", "catalog/unknown-tier", "catalog/unknown-group", "catalog/unknown-reply",
    # Files are looked at before they are read as YAML or templates.
    "template/encoding", "yaml/invalid-utf8", "yaml/too-large", "json/too-many-mistakes",
    # Nobody refuses root a file; hundreds of pages of one day.
    "content/read-failed", "feed/crowded-day",
}

# What cannot but be said as well.
BESIDE = {
    # An alias needs an anchor; the merge key one as well.
    "yaml/alias": {"yaml/anchor"}, "yaml/merge-key": {"yaml/alias"},
    # Templates name the phrase.
    "template/missing-phrase": {"template/unknown-field"},
}

PAGE = "Content/zh/docs/probe.md"
TEXTS = {"markdown", "section", "heading", "text", "image", "link", "directive", "catalog"}
PROSE = "这一页的正文足够长，说明探测页面的用途：它只用来放一段例子，看检查会说什么，除此之外没有别的内容。"
QUESTION = "title: 余额不足怎么办？\nquestion: 余额不足怎么办？\n"
ANSWER = (
    "余额不足时，请求会返回 402 错误，直到账户充值为止。先在控制台查看余额与最近的用量，再充值或为密钥设置更低的限额；"
    "充值到账之后重新发出请求即可，不需要重新创建密钥，已经返回错误的请求不会扣费，也不会自动重试。")


class Scenes:
    def __init__(self, program, folder):
        self.program, self.base, self.site = program, folder / "base", folder / "site"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self._citable("init", str(self.base), "--language", "zh")
        settings = self.base / "Content/site.yaml"
        self.settings = re.sub(r"\nchecks:.*", "", settings.read_text(encoding="utf-8")) + (
            "catalog:\n  sources: [{id: main, adapter: openai, url: \"https://gateway.example\", unit: per_million}]\n"
            "  max_age_days: 3650\n"
            "  rates: [{from: USD, to: CNY, rate: 7.1, as_of: 2026-11-23, source: \"https://example.org/rates\"}]\n")
        self.settings = re.sub(r"^base_url:.*$", "base_url: https://site.example", self.settings, flags=re.M)
        self.two_languages = re.sub(r"^languages:\n(  .*\n)+", "languages: [zh, en]\n", self.settings, flags=re.M)
        self._write("Content/catalog/overlay.yaml", "models: {large-2: {vendor: acme}}\n", self.base)
        settings.write_text(self.settings, encoding="utf-8")
        reply = folder / "reply.json"
        reply.write_text(json.dumps({"data": [
            {"id": model, "owned_by": vendor, "pricing": {"prompt": price, "completion": price}}
            for model, vendor, price in [("gpt-4o-mini", "openai", "0.15"), ("gpt-4o", "openai", "2.5"),
                                         ("gpt-5", "openai", "10"), ("large-2", "acme", "3"), ("gpt-5-mini", "openai", "0.3")]]}))
        fetched = self._citable("catalog", "fetch", "-C", str(self.base), "--from-file", str(reply), "--adapter", "openai",
                                "--source", "main", "--now", NOW)
        if fetched.returncode != 0:
            raise SystemExit(f"the catalog of the scenes could not be made: {fetched.stderr}")
        (self.base / "Content/shared/zh").mkdir(parents=True)
        (self.base / "Content/shared/zh/two.md").write_text("---\ntitle: 二\n---\n第二段共享文字。\n", encoding="utf-8")
        (self.base / "Content/shared/zh/demo-prices.md").write_text("---\ntitle: 价格\n---\n演示价格。\n", encoding="utf-8")
        self._write("Content/zh/glossary/relay.md", "---\ntitle: 中转\ndate: 2026-11-01\nterm: relay\n"
                    "definition: 转发请求的服务。\ndescription: 转发请求的服务是什么。\nrelated: [answers/gateway]\n---\n", self.base)
        self._write("Content/zh/answers/gateway.md", self._front(
            "title: 怎样选择中转站\nquestion: 怎样选择中转站？\nshort_answer: " + "选择中转站时，先看地址是否稳定、密钥能不能分开管理、模型名称是否与官方一致，再看错误码、监控和账单是否写得清楚；"
            "试用一周，记下每天的失败次数，再比较价格与限额，最后看合同里关于数据保留与停用通知的条款是否写明。") + "选择之前先列出要用的模型。\n", self.base)
        self.baseline = self._codes(self.base)

    def _citable(self, *words):
        return subprocess.run([self.program, *words], capture_output=True, text=True)

    def _write(self, path, text, root=None):
        file = (root or self.site) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def _codes(self, root):
        result = self._citable("check", "--all", "--format", "json", "-C", str(root), "--now", NOW)
        try:
            return {one["code"] for one in json.loads(result.stdout)["diagnostics"]}
        except ValueError:
            raise SystemExit(f"no report: {result.stdout[:200]} {result.stderr[:400]}")

    def _of(self, files):
        """What is said of the small site with these files, and was not said without them."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.base, self.site)
        for path, text in files.items():
            self._write(path, text)
        return self._codes(self.site) - self.baseline

    @staticmethod
    def _front(fields):
        given = {line.split(":")[0] for line in fields.split("\n")}
        defaults = {"title": "探测页面", "description": f"第 {next(NUMBERS)} 页的说明。", "date": "2026-11-01"}
        return "---\n" + "".join(f"{key}: {value}\n" for key, value in defaults.items() if key not in given) + fields + "\n---\n"

    def _body(self, text):
        return self._of({PAGE: self._front("related: []") + text + "\n", "Content/zh/docs/index.md": self._front(
            "title: 文档") + "见[探测](/docs/probe)。\n"})

    def _fields(self, text):
        """Front matter of an answer; a body may follow."""
        fields, _, body = text.partition("\n---\n")
        names = {line.split(":")[0] for line in fields.split("\n")}
        if "question" not in names:
            fields = QUESTION + fields if "title" not in names else "question: 余额不足怎么办？\n" + fields
        elif "title" not in names:
            fields += "\ntitle: 余额不足怎么办？"
        if "short_answer" not in names:
            fields += "\nshort_answer: " + ANSWER
        return self._of({"Content/zh/answers/probe.md": self._front(fields) + (body or PROSE) + "\n", "Content/zh/docs/index.md":
                         self._front("title: 文档") + "见[探测](/answers/probe)。\n"})

    def scene(self, code):
        """A function of an example and whether it is the wrong one, to the codes that it gives; nil when there is none."""
        area, name = code.split("/")
        own = getattr(self, "_" + code.replace("/", "_").replace("-", "_"), None)
        if own:
            return own
        if code in NOT_STAGED:
            return None
        if area == "json":
            # Data of a template is an object, whatever else is right.
            aside = {"json/syntax"} - {code}
            return lambda text, _: self._json(text.encode("utf-8")) - aside
        if area == "yaml":
            return lambda text, _: self._people(text)
        if area == "template":
            return lambda text, _: self._template(text)
        if area == "answer":
            return lambda text, _: self._fields(text)
        if area in TEXTS:
            return lambda text, _: self._body(text)
        return None

    def _printed(self, *words):
        result = self._citable(*words)
        return set(re.findall(r"\[([a-z-]+/[a-z0-9-]+)\]$", result.stdout + result.stderr, re.M))

    def _json(self, data):
        folder = self.site.parent
        (folder / "data.json").write_bytes(data)
        (folder / "plain.html").write_text("x")
        return self._printed("template", str(folder / "plain.html"), "--data", str(folder / "data.json"))

    def _template(self, text, others={}):
        """A template beside others, with data for the names that examples use."""
        folder = self.site.parent / "theme"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "partials").mkdir(parents=True)
        data = {"title": "T", "draft": True, "items": [1], "n": 2, "page": {"title": "T"}}
        (folder / "data.json").write_text(json.dumps(data))
        for path, content in {"partials/steps.html": "s", "partials/b.html": "b", "page.html": text, **others}.items():
            (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self._printed("template", str(folder / "page.html"), "--data", str(folder / "data.json"))

    # Templates
    def _template_nested_too_deeply(self, text, isWrong):
        return self._template("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}" if isWrong else text)

    def _template_cycle(self, text, _):
        return self._template("{% include 'partials/a.html' %}", {"partials/a.html": text.split("   ")[0]})

    def _template_unused_block(self, text, _):
        return self._template("{% extends 'base.html' %}" + text, {"base.html": "{% block content %}{% endblock %}"})

    def _template_required_block(self, text, isWrong):
        base = "{% block content required %}{% endblock %}"
        return self._template("{% extends 'base.html' %}" + ("" if isWrong else text), {"base.html": base})

    def _template_unknown_function(self, text, _):
        partial = self.base / "Templates/partials/breadcrumbs.html"
        return self._of({"Templates/partials/breadcrumbs.html": partial.read_text(encoding="utf-8") + text + "\n"}) - {"output/disagreement"}

    def _template_missing_phrase(self, text, isWrong):
        phrases = {language: (self.base / "Templates/text" / f"{language}.yaml").read_text(encoding="utf-8") for language in ("zh",)}
        if not isWrong:
            return self._of({})
        return self._of({"Templates/text/zh.yaml": re.sub(r"^related:.*\n", "", phrases["zh"], flags=re.M)})

    # JSON and YAML
    def _people(self, text):
        # What a person's entry may hold is another matter.
        return self._of({"Content/people.yaml": "editors: {name: 编辑部}\n" + text + "\n"}) - {
            "front-matter/malformed-field", "front-matter/unknown-field", "page/unknown-person"}

    def _json_not_utf8(self, _, isWrong):
        return self._json('{"a": "价格"}'.encode("gbk" if isWrong else "utf-8"))

    def _json_too_deep(self, text, isWrong):
        return self._json(b"[" * 1000 + b"]" * 1000 if isWrong else text.encode()) - {"json/syntax"}

    def _yaml_control_character(self, text, _):
        return self._people(text.replace("\\u0007", "\a").split("   #")[0])

    def _yaml_too_deep(self, text, isWrong):
        return self._body_with("tags: " + ("[" * 17 + "]" * 17 if isWrong else "[a]"))

    def _yaml_too_many_mistakes(self, text, isWrong):
        lines = "".join(f"a{number}: *x\n" for number in range(3000)) if isWrong else ""
        return self._people(lines) - {"yaml/alias"}

    def _yaml_syntax(self, text, _):
        return self._body_with(text)

    def _directive_bad_attribute(self, text, isWrong):
        # The small catalog has no tiers.
        return self._body(text) - (set() if isWrong else {"catalog/unknown-tier"})

    # Limits of Markdown
    def _markdown_line_too_long(self, _, isWrong):
        return self._body("字" * (400_000 if isWrong else 10)) & {"markdown/line-too-long"}

    def _markdown_nesting(self, text, isWrong):
        return self._body("> " * 101 + "a" if isWrong else text)

    def _markdown_table_too_large(self, text, isWrong):
        table = "| a | b | c | d | e |\n|---|---|---|---|---|\n" + "| 1 | 2 | 3 | 4 | 5 |\n" * 20_001
        return self._body(table if isWrong else text)

    # Pages and what they refer to
    def _body_with(self, fields, body=PROSE):
        return self._of({PAGE: self._front(fields) + body + "\n", "Content/zh/docs/index.md": self._front("title: 文档") + "见[探测](/docs/probe)。\n"})

    def _page_unknown_person(self, text, isWrong):
        people = {} if isWrong else {"Content/people.yaml": "team: {name: 编辑部}\neditors: {name: 编辑部}\n"}
        return self._of({PAGE: self._front(text.split("   #")[0]) + PROSE, "Content/zh/docs/index.md": self._front("title: 文档") + "见[探测](/docs/probe)。\n", **people})

    def _page_unknown_topic(self, text, isWrong):
        topics = {} if isWrong else {"Content/topics.yaml": "relay: {zh: 中转}\n"}
        return self._of({PAGE: self._front(text.split("   #")[0]) + PROSE, **topics}) - {"page/orphan"}

    def _page_unknown_note(self, text, isWrong):
        note = {} if isWrong else {"Content/shared/zh/review.md": "---\ntitle: 审核\n---\n审核说明。\n"}
        return self._of({PAGE: self._front(text.split("   #")[0]) + PROSE, **note}) - {"page/orphan"}

    def _page_unknown_related(self, text, isWrong):
        page = {"Content/zh/guides/start.md": self._front("title: 开始\ndescription: 怎样开始。\ntopic: relay") + PROSE,
                "Content/topics.yaml": "relay: {zh: 中转}\n"}
        return self._of({PAGE: self._front(text) + PROSE, **page}) - {"page/orphan", "text/duplicate", "text/boilerplate"}

    def _page_orphan(self, text, isWrong):
        other = "" if isWrong else "related: [docs/probe]"
        return self._of({PAGE: self._front("related: []") + PROSE,
                         "Content/zh/trust/more.md": self._front("title: 更多\ndescription: 更多。" + ("\n" + other if other else "")) + "更多说明。\n"})

    def _page_duplicate_id(self, text, isWrong):
        files = {"Content/zh/docs/a/index.md": self._front("title: 甲") + PROSE}
        if isWrong:
            files["Content/zh/docs/a.md"] = self._front("title: 乙\ndescription: 乙。") + "另一段文字。\n"
        return self._of(files) - {"page/orphan", "address/duplicate"}

    def _page_missing_translation(self, text, isWrong):
        return set() if not isWrong else {"page/missing-translation"} & self._of({
            "Content/site.yaml": self.two_languages + "checks: {page/missing-translation: warning}\n",
            "Templates/text/en.yaml": (self.base / "Templates/text/zh.yaml").read_text(encoding="utf-8")})

    def _address_duplicate(self, text, isWrong):
        page = lambda fields: self._front(fields) + PROSE
        return {code for code in self._of({
            "Content/zh/guides/start.md": page("title: 甲"), "Content/topics.yaml": "basics: {zh: 基础}\n",
            "Content/zh/guides/basics/start.md": page("title: 乙\ndescription: 乙。" + ("" if isWrong else "\nslug: first-steps"))})
            if code.startswith("address/")}

    def _content_not_utf8(self, _, isWrong):
        return self._of({PAGE: (self._front("related: []") + PROSE).encode("gbk" if isWrong else "utf-8")}) - {"page/orphan"}

    def _content_misplaced_file(self, text, isWrong):
        return self._of({text: self._front(QUESTION + "short_answer: " + ANSWER) + PROSE}) - {"page/orphan"}

    def _content_bad_slug(self, text, isWrong):
        return self._of({"Content/zh/answers/中转站.md": self._front(QUESTION + "short_answer: " + ANSWER + ("" if isWrong else "\n" + text)) + PROSE}) - {"page/orphan"}

    def _front_matter_missing(self, text, _):
        return self._of({PAGE: text + "\n"}) - {"page/orphan"}

    _front_matter_unclosed = _front_matter_missing

    def _front_matter_missing_field(self, text, isWrong):
        return self._of({"Content/zh/answers/probe.md": text.replace("\n---", "\ndate: 2026-11-01\nshort_answer: " + ANSWER + "\n---") + "\n"}) - {
            "page/orphan", "answer/subject"}

    def _front_matter_too_large(self, _, isWrong):
        return self._body_with("description: " + "x" * (70_000 if isWrong else 10))

    def _front_matter_unknown_field(self, text, isWrong):
        return self._fields("short_answer: " + ANSWER + "\n" + text) if isWrong else self._fields(text.replace("…", ANSWER))

    def _front_matter_malformed_field(self, text, _):
        return self._body_with(text)

    _front_matter_malformed_date = _front_matter_malformed_field

    def _redirect_bad(self, text, _):
        return self._of({"Content/redirects.yaml": text + "\n", "Content/zh/guides/start.md": self._front("title: 开始\ndescription: 怎样开始。") + PROSE}) - {"page/orphan"}

    def _section_empty(self, text, _):
        return self._body(text.replace("……", PROSE))

    def _heading_jump(self, text, _):
        return self._body(text.replace("\n\n", f"\n\n{PROSE}\n\n") + "\n\n" + PROSE)

    def _image_missing_alt(self, text, _):
        pixel = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
                              "0000000049454e44ae426082")
        return self._of({"Content/static/images/flow.png": pixel, PAGE: self._front("related: []") + text + "\n"}) - {"page/orphan"}

    def _markdown_duplicate_id(self, text, _):
        return self._body(text.replace("\n", f"\n\n{PROSE}\n\n") + "\n\n" + PROSE) - {"text/boilerplate"}

    def _link_unlinked_mention(self, text, _):
        return self._body(text.replace("how-to-choose-a-relay", "gateway"))

    def _output_collision(self, text, isWrong):
        return self._of({text: "User-agent: *\n"} if isWrong else {}) - {"output/disagreement"}

    def _site_unknown_language(self, text, _):
        settings = re.sub(r"^(languages|default_language):.*\n", "", self.two_languages, flags=re.M)
        return {code for code in self._of({"Content/site.yaml": settings + text + "\n", "Templates/text/en.yaml":
                (self.base / "Templates/text/zh.yaml").read_text(encoding="utf-8")}) if code.startswith("site/")}

    def _site_bad_setting(self, text, _):
        return self._of({"Content/site.yaml": re.sub(r"^base_url:.*$", text, self.settings, flags=re.M)})

    def _settings_security_expired(self, text, _):
        return self._of({"Content/site.yaml": self.settings + text + "\n"})

    # The catalog
    def _catalog_reply(self, text, adapter="openai"):
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.base, self.site)
        self._write("reply.json", text.split("   #")[0])
        return self._printed("catalog", "fetch", "-C", str(self.site), "--from-file", str(self.site / "reply.json"), "--adapter", adapter,
                             "--source", "main", "--now", NOW, "--dry-run")

    def _catalog_bad_reply(self, text, _):
        return self._catalog_reply(text)

    _catalog_error_reply = _catalog_bad_id = _catalog_duplicate_model = _catalog_bad_reply

    def _catalog_stale_rate(self, text, _):
        settings = re.sub(r"^  rates:.*\n", "  " + text.replace("https://…", "https://example.org/rates") + "\n", self.settings, flags=re.M)
        return self._of({"Content/site.yaml": settings.replace("max_age_days: 3650", "max_age_days: 365")})

    def _catalog_unknown_overlay_model(self, text, _):
        return self._of({"Content/catalog/overlay.yaml": text + "\n"})

    def _catalog_malformed_overlay(self, text, _):
        entry = text.replace("https://…", "https://example.org/prices")
        return self._of({"Content/catalog/overlay.yaml": "models:\n  gpt-5:\n    prices:\n      - " + entry + "\n"})

    def _directive_include_cycle(self, text, isWrong):
        return {code for code in self._of({
            "Content/shared/zh/one.md": "---\ntitle: 一\n---\n" + text.split("   #")[0] + "\n", PAGE: self._front("related: []") + "::include[one]\n"})
            if code.startswith("directive/")}

    # Safety
    def _safety_secret(self, text, isWrong):
        key = "".join(random.Random(8).choices(string.ascii_letters + string.digits, k=48))
        return self._body("```bash\n" + text.split("\n")[0].replace("<48 letters and digits>", key) + "\n```")

    def _safety_hidden_character(self, text, _):
        return self._body_with(text.replace("\\u202E", "\u202e"))

    def _safety_zero_width(self, text, _):
        return self._body(text.replace("\\u200B", "\u200b"))

    def _safety_private_address(self, text, _):
        return self._body("```python\n" + text + "\n```")

    def _safety_hidden_text(self, text, _):
        return self._of({"Templates/partials/probe.html": text + "\n"})

    # Editorial checks
    def _answer_length(self, text, isWrong):
        return self._fields(text if isWrong else "short_answer: " + ANSWER) - {"answer/subject", "answer/opening"}

    def _answer_opening(self, text, isWrong):
        return self._fields(text.replace("……", ANSWER))

    def _answer_subject(self, text, _):
        return self._fields(text) - {"answer/length"}

    def _answer_restates_question(self, text, _):
        return self._fields("title: 中转站是什么？\n" + text) - {"answer/length"}

    def _two(self, one, other):
        page = lambda fields, body: self._front(fields) + body + "\n"
        return self._of({"Content/zh/guides/one.md": page(one, "第一页的正文，只说第一件事，和别的页面没有相同的句子。"),
                         "Content/zh/guides/two.md": page(other, "第二页另有内容，讲的是另一件事情，句子也完全不同。")}) - {"page/orphan"}

    def _title_duplicate(self, text, isWrong):
        title = text.split("   #")[0]
        return self._two(title + "\ndescription: 甲。", (title if isWrong else "title: 别的问题") + "\ndescription: 乙。")

    def _description_duplicate(self, text, isWrong):
        line = text.split("   #")[0]
        return self._two("title: 甲\n" + line, "title: 乙\n" + (line if isWrong else "description: 别的说明。"))

    def _term_conflicting_definition(self, text, isWrong):
        term = lambda fields: self._front(fields + "\ndefinition: 转发请求的服务。")
        return self._of({"Content/zh/glossary/one.md": term("title: 网关\nterm: 网关\ndescription: 甲。"),
                         "Content/zh/glossary/two.md": term("title: 转接\nterm: 转接\ndescription: 乙。" + ("\naliases_of_term: [网关]" if isWrong else ""))})

    def _text_boilerplate(self, text, isWrong):
        paragraph = "本页内容由编辑部定期审核，发现错误请来信说明，我们会在两个工作日之内核对并更正，更正的日期写在页面的开头。"
        own = ["甲页讲第一件事情。", "乙页讲第二件事情。", "丙页讲第三件事情。"]
        return {code for code in self._of({"Content/shared/zh/review.md": "---\ntitle: 审核\n---\n" + paragraph + "\n", **{
            f"Content/zh/guides/{number}.md": self._front(f"title: 第{number}页\ndescription: 第{number}页。" + ("" if isWrong else "\nnotes: [review]"))
            + own[number] + ("\n\n" + paragraph if isWrong else "") + "\n" for number in range(3)}}) if code != "page/orphan"}

    def _text_duplicate(self, text, isWrong):
        body = "".join(f"第{number}步先检查第{number * 7}项设置，再记录编号{number * 13}的结果，最后把{number * 3}号日志交给值班人员。" for number in range(12))
        files = {"Content/zh/guides/start.md": self._front("title: 开始使用") + body + "\n"}
        if isWrong:
            files["Content/zh/docs/start.md"] = self._front("title: 入门文档\ndescription: 另一份说明。") + body + "\n"
        return self._of(files) - {"page/orphan"}

    def _translation_outdated(self, text, isWrong):
        updated = "2026-10-01" if isWrong else "2026-11-28"
        files = {f"Content/{language}/guides/start.md": self._front(f"title: {title}\ndescription: {title}.\nupdated: {day}") + body + "\n"
                 for language, title, body, day in (("zh", "开始", PROSE, "2026-11-28"), ("en", "Start", "How to start.", updated))}
        found = self._of({"Content/site.yaml": self.two_languages, **files})
        return found & {"translation/outdated"}

    def _review_due(self, text, _):
        return self._body_with(text.split("   #")[0])

    def _sources_missing(self, text, _):
        return self._fields(text)
