"""The pages of a built site, read with the standard library's HTML parser."""
import html.parser
import json
import pathlib
import urllib.parse

VOID = set("area base br col embed hr img input link meta source track wbr".split())
# What a reader does not see.
HIDDEN = set("script style template noscript head".split())
BLOCKS = set(
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split())


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children = []

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def walk(self):
        """This element and all in it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def all(self, tag=None, **attributes):
        for element in self.walk():
            if (tag is None or element.tag == tag) and all(
                    element.get(name.rstrip("_")) == value for name, value in attributes.items()):
                yield element

    def first(self, tag=None, **attributes):
        return next(self.all(tag, **attributes), None)

    def text(self, is_content=lambda element: True):
        """The visible text with white space folded, as a reader would copy it, of the elements that are content."""
        return fold(self.raw_text(is_content))

    def raw_text(self, is_content=lambda element: True):
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "br":
                parts.append(" ")
            elif child.tag not in HIDDEN and "hidden" not in child.attributes and is_content(child):
                inner = child.raw_text(is_content)
                parts.append(f" {inner} " if child.tag in BLOCKS else inner)
        return "".join(parts)


class TreeBuilder(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, None)
        self.current = self.root

    def handle_starttag(self, tag, attributes):
        values = {}
        for name, value in attributes:
            values.setdefault(name, "" if value is None else value)
        element = Element(tag, values, self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID and self.current.tag == tag:
            self.current = self.current.parent

    def handle_endtag(self, tag):
        element = self.current
        while element is not self.root and element.tag != tag:
            element = element.parent
        if element is not self.root:
            self.current = element.parent

    def handle_data(self, data):
        self.current.children.append(data)


def fold(text):
    return " ".join(text.split())


def parse(text):
    builder = TreeBuilder()
    builder.feed(text)
    builder.close()
    return builder.root


class Page:
    def __init__(self, site, path):
        self.site = site
        self.path = path
        self.tree = parse((site.folder / path).read_text(encoding="utf-8"))
        self.address = address_of(path)

    def link(self, rel, **attributes):
        for element in self.tree.all("link", **attributes):
            if rel in element.get("rel", "").split():
                return element.get("href")
        return None

    @property
    def is_redirect(self):
        return any(element.get("http-equiv", "").lower() == "refresh" for element in self.tree.all("meta"))

    @property
    def is_error_page(self):
        return self.path.name == "404.html"

    @property
    def canonical(self):
        return self.link("canonical")

    @property
    def is_noindex(self):
        robots = self.tree.first("meta", name="robots")
        return robots is not None and "noindex" in robots.get("content", "")

    def element(self, identifier):
        return self.tree.first(id=identifier)

    def structured_data(self):
        """The parsed contents of each JSON-LD script. Raises ValueError."""
        return [
            json.loads("".join(child for child in script.children if isinstance(child, str)))
            for script in self.tree.all("script", type="application/ld+json")
        ]


class Site:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.files = {
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        }
        html_files = sorted(name for name in self.files if name.endswith(".html"))
        self.all_pages = [Page(self, pathlib.PurePosixPath(name)) for name in html_files]
        # What readers and engines are meant to find: no redirects, not the 404 page.
        self.pages = [page for page in self.all_pages if not page.is_redirect and not page.is_error_page]
        home = next((page for page in self.pages if page.address == "/"), None)
        parts = urllib.parse.urlsplit((home.canonical if home else None) or "")
        self.base = f"{parts.scheme}://{parts.netloc}" if parts.netloc else None
        self.by_address = {page.address: page for page in self.pages}

    def path_of(self, url):
        """The site-absolute path of a URL or path; None for another site."""
        if url.startswith("/") and not url.startswith("//"):
            path = url
        elif self.base and (url == self.base or url.startswith(self.base + "/")):
            path = url[len(self.base):] or "/"
        else:
            return None
        return urllib.parse.unquote(path.split("#")[0].split("?")[0])

    def file_of(self, path):
        """The file behind a site-absolute path, as a web server finds it without redirecting; None when there is none."""
        name = path.lstrip("/")
        candidates = [name + "index.html"] if path.endswith("/") else [name, name + ".html"]
        return next((candidate for candidate in candidates if candidate in self.files), None)


def address_of(path):
    """`answers/relay.html` stands at `/answers/relay`, `answers/index.html` at `/answers/`."""
    text = "/" + path.as_posix()
    if text.endswith("/index.html"):
        return text[:-len("index.html")]
    return text[:-len(".html")]


def kind_of(page):
    """Pages with one skeleton look alike: the kind that the body names, else the types of the main node."""
    body = page.tree.first("body")
    name = body.get("data-kind") or body.get("class") if body else None
    if not name:
        folder = page.address.strip("/").split("/")
        folder = folder[1:] if folder[0] in ("zh", "en") else folder
        name = ("hub of " if page.address.endswith("/") else "") + (folder[0] if folder and folder[0] else "home")
    return name, page.tree.first("html").get("lang")


def representatives(site):
    """The longest page of each kind and language, and the error page."""
    chosen = {}
    for page in site.pages + [page for page in site.all_pages if page.is_error_page]:
        size = (site.folder / page.path).stat().st_size
        key = kind_of(page) if not page.is_error_page else ("404", page.tree.first("html").get("lang"))
        if key not in chosen or chosen[key][0] < size:
            chosen[key] = (size, page)
    return [page for _, page in chosen.values()]
