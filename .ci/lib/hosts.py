"""Asks a real web server for the things that its generated configuration promises."""
import base64
import gzip
import hashlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.parse

import ci

MARKDOWN = "text/markdown; charset=utf-8"
HTML = "text/html; charset=utf-8"
SUFFIXES = {"br": ".br", "gzip": ".gz"}

# What the site of this repository has no case of: withdrawn, moved, expired and hidden pages, code inside a page.
REDIRECTS = """
- {from: /withdrawn, to: /, status: 410}
- {from: /moved/for-now, to: /answers/what-is-a-relay#answer, status: 302}
- {from: /旧页, to: /faq/, status: 308}
- {from: "/price$list", to: /answers/what-is-a-relay/, status: 301}
- {from: "/a${host}{b}", to: /faq, status: 302}
- {from: "/per%20cent\\\\;*:x", to: /, status: 307}
- {from: /old-page.html, to: /answers/what-is-a-relayFILE, status: 308}
- {from: /gone$.html, to: /, status: 410}
- {from: "/odd \\"name\\"", to: "https://other.example/?a=1&b=$x", status: 301}
"""
PAGE = """---
title: {title}
date: 2026-11-01
author: editorial-team
{more}
---
正文。
"""
# Values of `Accept`, and whether they ask for Markdown: RFC 9110, section 12.5.1.
ACCEPT = [
    ("text/markdown", True), ("text/markdown, text/html", True), ("Text/Markdown , text/html;q=1.0", True),
    ("text/markdown;variant=GFM;q=0.5, text/html;q=0.4", True), ("text/html;q=0.25, text/markdown;q=0.251", True),
    ("text/markdown;q=0.001", True), ("text/markdown;q=1.000, */*;q=0.1", True),
    ("text/html;q=0, text/markdown;q=0.1", True), ("application/json, text/markdown;q=0.2, text/plain;q=0.9", True),
    ("text/markdown;charset=utf-8", True), ("text/markdown ; q = 0.5", True), (",,text/markdown,,", True),
    ("TEXT/MARKDOWN;Q=0.5,TEXT/HTML;Q=0.5", True), ("text/x-markdown, text/markdown", True),
    ("text/html;level=1;q=0.3, text/markdown;q=0.4", True), ("text/markdown;q=0.5;ext=1", True),
    ("text/html, text/markdown;q=0.9", False), ("text/markdown;q=0", False), ("text/markdown;q=0.0, */*", False),
    ("text/markdown;q=0.3, text/html;q=0.35", False), ("text/markdown;q=0.099, text/html;q=0.1", False),
    ("*/*", False), ("text/*", False), ("text/html,application/xhtml+xml,*/*;q=0.8", False),
    ("text/markdownx", False), ("text/markdown;q=7", False), ("text/markdown;q=0.1234", False), ("text/markdown;q=", False),
    ("text/markdown;q=-1", False), ("text/markdown;q=1.001", False), ("text/markdown;q=0.000", False),
    ("x-text/markdown", False), ("markdown", False), (";q=1", False), ("text/html;q=1, text/markdown;q=0.999", False),
    ("text/ markdown", False), ("", False),
]
INLINE = "<script>document.documentElement.dataset.probe = '中';</script>\n<style>.probe { color: inherit }</style>\n"


def build(urls, packed=False):
    """The folder of a site with all of these, built by the program; `urls` as in the settings; `packed`: precompressed."""
    root = ci.SCRATCH / "hosts"
    shutil.rmtree(root, ignore_errors=True)
    for name in ("Content", "Templates"):
        shutil.copytree(ci.ROOT / name, root / name)
    with open(root / "Content/redirects.yaml", "a", encoding="utf-8") as file:
        # The target by the name of its file.
        file.write(REDIRECTS.replace("FILE", ".html" if urls == "file" else "/index.html"))
    docs = root / "Content/zh/docs"
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "expired.md").write_text(PAGE.format(title="过期", more="expire_at: 2026-11-02"), encoding="utf-8")
    (docs / "hidden.md").write_text(PAGE.format(title="不收录", more="noindex: true"), encoding="utf-8")
    head = root / "Templates/partials/head.html"
    head.write_text(head.read_text(encoding="utf-8") + INLINE, encoding="utf-8")
    settings = root / "Content/site.yaml"
    text = settings.read_text(encoding="utf-8").replace("page/missing-translation: error", "page/missing-translation: off")
    text += "security: {contact: [\"mailto:security@alltkn.example\"], expires: 2027-11-01}\n"
    settings.write_text(text + f"urls: {urls}\n", encoding="utf-8")
    command = [ci.program(), "build", "--site", str(root), "--now", "2026-11-24T00:00:00Z", "--messages", "en"]
    if packed:
        command.append("--precompress")
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"the site of the probes does not build: {done.stderr}")
    return root / "Output"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server that runs while the block does."""

    def __init__(self, command, port, log, **options):
        self.command, self.port, self.log, self.options = command, port, log, options

    def __enter__(self):
        with open(self.log, "wb") as output:
            self.process = subprocess.Popen(
                self.command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, start_new_session=True, **self.options)
        for _ in range(100):
            if self.process.poll() is not None:
                break
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        self.__exit__()
        raise SystemExit(f"the server does not start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def __exit__(self, *_):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        self.process.wait()


class Probe:
    # Of files whose names hold a hash of their content.
    hashed = "public, max-age=31536000, immutable"

    def __init__(self, report, port, folder):
        self.report, self.port, self.folder, self.count = report, port, folder, 0

    def ask(self, path, accept=None, method="GET", headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        if accept:
            connection.putheader("Accept", accept)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        self.count += 1
        return answer

    def expect(self, path, status, accept=None, kind=None, body=None, **headers):
        """Header names with low lines; None means that the header must not be there."""
        answer = self.ask(path, accept)
        place = f"{path} ({accept})" if accept else path
        self.report.equal(answer.status, status, place, "status and what was expected")
        if kind:
            self.report.equal(answer.getheader("Content-Type"), kind, place, "type and what was expected")
        if body:
            self.report.expect(answer.body == (self.folder / body).read_bytes(), place, f"is not {body}")
        for name, value in headers.items():
            found = answer.getheader(name.replace("_", "-"))
            if name == "Vary":
                # Compression adds its own word.
                found = ", ".join(word for word in re.split(r"\s*,\s*", found or "") if word.lower() != "accept-encoding") or None
            self.report.equal(found, value, place, f"{name} and what was expected")
        for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
            self.report.expect(answer.getheader(name), place, f"has no {name}")
        return answer

    def all(self, urls):
        """Everything; the number of requests."""
        if urls == "directory":
            self.folders()
            return self.count
        self.pages()
        self.negotiation()
        self.types()
        self.moves()
        self.signs("/answers/what-is-a-relay")
        self.absent()
        self.policy()
        self.methods()
        return self.count

    def packed(self, methods):
        """What was packed ahead of time is sent as it is, once, to who takes it; `methods`: those that this server sends."""
        names = ["answers/what-is-a-relay.html", "answers/index.html", "index.html", "answers/what-is-a-relay.md", "llms.txt",
                 "llms-full.txt", "feed.xml", "answers/feed.json", "catalog.json", "catalog.csv", "sitemap.xml", "robots.txt",
                 "images/logo.svg"]
        names += sorted(str(p.relative_to(self.folder)) for p in (self.folder / "assets").iterdir() if p.suffix in (".css", ".js"))
        for name in names:
            self.representations("/" + re.sub(r"(^|/)index\.html$|\.html$", r"\1", name), name, methods)
        page = "/answers/what-is-a-relay"
        self.representations(page, page[1:] + ".md", methods, accept="text/markdown")
        self.representations("/answers/", "answers/index.md", methods, accept="text/markdown, text/html;q=0.5")
        for encodings in ("gzip;q=0", "identity", "deflate", "*;q=0", "br;q=0"):
            answer = self.ask(page, headers=[("Accept-Encoding", encodings)])
            self.report.equal((answer.getheader("Content-Encoding"), answer.body), (None, (self.folder / (page[1:] + ".html")).read_bytes()),
                              f"{page} ({encodings})", "what was sent and what was expected")
        # A file that is asked for by its own name is no encoding of anything, and is not packed again.
        for method in methods:
            name = "sitemap.xml" + SUFFIXES[method]
            answer = self.ask("/" + name, headers=[("Accept-Encoding", "gzip, br")])
            self.report.equal((answer.status, answer.getheader("Content-Encoding")), (200, None), name, "answer and what was expected")
            self.report.expect(answer.body == (self.folder / name).read_bytes(), name, "is not sent as it is")
        answer = self.ask("/no/such/page", headers=[("Accept-Encoding", "gzip")])
        body = gzip.decompress(answer.body) if answer.getheader("Content-Encoding") == "gzip" else answer.body
        self.report.equal((answer.status, body), (404, (self.folder / "404.html").read_bytes()), "404", "the page and what was expected")
        return self.count

    def representations(self, path, name, methods, accept=None):
        whole = (self.folder / name).read_bytes()
        plain = self.ask(path, accept)
        self.report.expect(plain.body == whole and plain.getheader("Content-Encoding") is None, path, f"is not {name}")
        tags = {plain.getheader("ETag")}
        for method, encodings in [(m, e) for m in methods for e in (m, f"deflate, {m};q=0.9")] + [(methods[0], ", ".join(methods))]:
            headers = [("Accept-Encoding", encodings)]
            answer, place = self.ask(path, accept, headers=headers), f"{path} ({encodings}, {accept})"
            self.report.equal(answer.getheader("Content-Encoding"), method, place, "encoding and what was expected")
            self.report.expect(answer.body == (self.folder / (name + SUFFIXES[method])).read_bytes(), place, "is not what was packed")
            # Caddy names no length of what was packed.
            length = answer.getheader("Content-Length") or str(len(answer.body))
            self.report.equal(length, str(len(answer.body)), place, "length and what was expected")
            for header in ("Content-Type", "Link", "Cache-Control", "X-Robots-Tag", "Access-Control-Allow-Origin"):
                self.report.equal(answer.getheader(header), plain.getheader(header), place, f"{header} and that of the plain file")
            words = {word.strip().lower() for word in (answer.getheader("Vary") or "").split(",")} - {""}
            expected = {"accept-encoding"} if name.startswith("assets/") else {"accept-encoding", "accept"}
            self.report.equal(words, expected, place, "Vary and what was expected")
            tags.add(answer.getheader("ETag"))
            again = self.ask(path, accept, headers=[*headers, ("If-None-Match", answer.getheader("ETag") or "")])
            self.report.equal(again.status, 304, place, "status of the second request and what was expected")
        # RFC 9110, section 8.8.3: a strong tag stands for one sequence of bytes.
        strong = [tag for tag in tags if tag and not tag.startswith("W/")]
        self.report.expect(None not in tags and len(strong) in (0, 1 + len(methods)), path, f"its encodings share a tag: {tags}")
        head = self.ask(path, accept, method="HEAD", headers=[("Accept-Encoding", methods[0])])
        self.report.equal((head.getheader("Content-Encoding"), head.body), (methods[0], b""), path, "HEAD and what was expected")

    def folders(self):
        """Addresses that end with a slash: the same rules with other files."""
        page = "/answers/what-is-a-relay/"
        links = self.links(page, page + "index.md", "/answers/llms.txt")
        self.expect(page, 200, kind=HTML, body=page[1:] + "index.html", Vary="Accept", Link=links)
        self.expect(page, 200, "text/markdown", kind=MARKDOWN, body=page[1:] + "index.md", Vary="Accept", Link=links)
        self.expect(page + "index.md", 200, kind=MARKDOWN, Link=self.links(page, None, "/answers/llms.txt"))
        self.expect("/", 200, "text/markdown", kind=MARKDOWN, body="index.md")
        self.leads(page[:-1], 301, page)
        self.leads(page + "index.html?a=1", 301, page + "?a=1")
        self.leads("/answers", 301, "/answers/")
        self.expect("/answers/none/", 404, body="404.html", kind=HTML)
        self.signs(page)
        self.expect("/docs/expired/", 410, body="404.html", kind=HTML)

    def pages(self):
        page, folder = "answers/what-is-a-relay", "answers/index"
        self.expect("/" + page, 200, kind=HTML, body=page + ".html", Vary="Accept", Cache_Control="no-cache",
                    X_Robots_Tag=None, Link=self.links("/" + page, "/" + page + ".md", "/answers/llms.txt"))
        self.expect("/answers/", 200, kind=HTML, body=folder + ".html", Vary="Accept",
                    Link=self.links("/answers/", "/answers/index.md", "/answers/llms.txt"))
        self.expect("/", 200, kind=HTML, body="index.html", Vary="Accept", Link=self.links("/", "/index.md", "/llms.txt"))
        self.expect("/en/", 200, kind=HTML, body="en/index.html", Vary="Accept",
                    Link=self.links("/en/", "/en/index.md", "/en/llms.txt"))
        self.expect(f"/{page}.md", 200, kind=MARKDOWN, body=page + ".md", X_Robots_Tag=None,
                    Link=self.links("/" + page, None, "/answers/llms.txt"))
        self.expect("/answers/index.md", 200, kind=MARKDOWN, body=folder + ".md",
                    Link=self.links("/answers/", None, "/answers/llms.txt"))
        self.expect("/docs/hidden", 200, kind=HTML, X_Robots_Tag=None)
        self.expect("/docs/hidden.md", 200, kind=MARKDOWN, X_Robots_Tag="noindex")
        answer = self.ask("/" + page)
        self.report.expect(answer.getheader("ETag"), page, "has no ETag")
        again = self.ask("/" + page, headers=[("If-None-Match", answer.getheader("ETag") or "")])
        self.report.equal(again.status, 304, page, "status of the second request and what was expected")

    def links(self, page, twin, index):
        base = "https://alltkn.example"
        links = [f'<{base}{page}>; rel="canonical"']
        if twin:
            links.append(f'<{twin}>; rel="alternate"; type="text/markdown"')
        links.append(f'<{index}>; rel="describedby"; type="text/plain"')
        return ", ".join(links)

    def negotiation(self):
        for accept, wants in ACCEPT:
            for path, stem in [("/answers/what-is-a-relay", "answers/what-is-a-relay"), ("/answers/", "answers/index")]:
                kind, end = (MARKDOWN, ".md") if wants else (HTML, ".html")
                self.expect(path, 200, accept or None, kind=kind, body=stem + end, Vary="Accept", X_Robots_Tag=None)
        self.expect("/answers/what-is-a-relay", 200, "text/markdown", Link=self.links(
            "/answers/what-is-a-relay", "/answers/what-is-a-relay.md", "/answers/llms.txt"))

    def types(self):
        names = {
            "llms.txt": "text/plain; charset=utf-8", "answers/llms.txt": "text/plain; charset=utf-8",
            "robots.txt": "text/plain; charset=utf-8", "feed.xml": "application/atom+xml; charset=utf-8",
            "answers/feed.json": "application/feed+json; charset=utf-8",
            "catalog/changes.xml": "application/atom+xml; charset=utf-8",
            "catalog.json": "application/json; charset=utf-8", "catalog.csv": "text/csv; charset=utf-8",
            "sitemap.xml": "application/xml; charset=utf-8", "ai.json": "application/json; charset=utf-8",
            "site.webmanifest": "application/manifest+json; charset=utf-8",
            "opensearch.xml": "application/opensearchdescription+xml; charset=utf-8",
            ".well-known/security.txt": "text/plain; charset=utf-8",
        }
        for name, kind in names.items():
            noindex = "noindex" if re.search(r"llms(-full)?(-\d+)?\.txt$", name) else None
            self.expect("/" + name, 200, kind=kind, body=name, X_Robots_Tag=noindex, Cache_Control="no-cache")
        self.expect("/sitemap.md", 200, kind=MARKDOWN, body="sitemap.md", Link=None)
        self.expect("/llms-full.txt", 200, X_Robots_Tag="noindex")
        for path in sorted((self.folder / "assets").rglob("*")):
            if path.is_file():
                name = str(path.relative_to(self.folder))
                self.expect("/" + name, 200, body=name, Cache_Control=self.hashed, Vary=None, Link=None)

    def moves(self):
        self.leads("/answers/what-is-a-relay.html", 301, "/answers/what-is-a-relay")
        self.leads("/answers/what-is-a-relay.html?a=1", 301, "/answers/what-is-a-relay?a=1")
        self.leads("/answers/index.html", 301, "/answers/")
        self.leads("/index.html", 301, "/")
        self.leads("/answers", 301, "/answers/")
        self.leads("/answers/what-is-a-relay/", 301, "/answers/what-is-a-relay")
        self.leads("/answers/what-is-a-relay/?a=1", 301, "/answers/what-is-a-relay?a=1")
        self.leads("/answers/what-is-a-relay.html.md", 301, "/answers/what-is-a-relay.md")
        self.leads("/prices", 301, "/models/prices")
        self.leads("/moved/for-now", 302, "/answers/what-is-a-relay#answer")
        self.leads("/moved/for-now?utm=1", 302, "/answers/what-is-a-relay?utm=1#answer")
        self.leads("/" + urllib.parse.quote("旧页"), 308, "/faq/")
        self.leads("/odd%20%22name%22", 301, "https://other.example/?a=1&b=%24x")
        answer = self.ask("//evil.example/answers")
        self.report.expect(not (answer.getheader("Location") or "").startswith("//"), "//evil.example", "leads elsewhere")

    def signs(self, page):
        """Old addresses with signs that have a meaning in configurations; they lead to the page's own address."""
        self.leads("/price$list?a=1", 301, page + "?a=1")
        self.leads("/a$%7Bhost%7D%7Bb%7D", 302, "/faq/")
        self.leads("/per%20cent%5C;*:x", 307, "/")
        self.leads("/old-page.html", 308, page)
        self.report.equal(self.ask("/gone$.html").status, 410, "/gone$.html", "status and what was expected")

    def leads(self, path, status, target):
        answer = self.ask(path)
        self.report.equal(answer.status, status, path, "status and what was expected")
        found = answer.getheader("Location") or ""
        found = found.replace(f"http://127.0.0.1:{self.port}", "").replace("$", "%24")
        self.report.equal(found, target, path, "target and what was expected")

    def absent(self):
        for path in ["/no/such/page", "/no/such/", "/answers/none.md", "/404", "/_headers", "/_redirects", "/deploy/nginx.conf",
                     "/.citable-output", "/assets/none.css"]:
            answer = self.expect(path, 404, body="404.html", kind=HTML, Link=None)
            self.report.expect("immutable" not in (answer.getheader("Cache-Control") or ""), path, "may be kept for ever")
        for path in ["/withdrawn", "/docs/expired", "/docs/expired.md"]:
            self.expect(path, 410, body="404.html", kind=HTML, Link=None)
        self.expect("/no/such/page", 404, "text/markdown", Vary="Accept")

    def policy(self):
        answer = self.ask("/")
        policy = answer.getheader("Content-Security-Policy") or ""
        for name, text in re.findall(r"<(script|style)>(.*?)</", INLINE, re.S):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            self.report.expect(f"'sha256-{digest}'" in policy, "/", f"the policy lacks the hash of the {name}: {policy}")

    def methods(self):
        answer = self.ask("/answers/", method="HEAD", accept="text/markdown")
        self.report.equal((answer.status, answer.getheader("Content-Type")), (200, MARKDOWN), "HEAD", "answer and what was expected")
        self.report.equal(self.ask("/answers/", method="POST").status, 405, "POST", "status and what was expected")
