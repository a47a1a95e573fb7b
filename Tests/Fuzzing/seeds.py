#!/usr/bin/env python3
"""Writes the seeds of the four fuzz targets: the repository's own content, templates and fixtures, and, where
`.ci/lib/specifications` has brought them, the examples of the Markdown specifications.

usage: seeds.py FOLDER     (one folder for each target is made in it)
"""
import hashlib
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FENCE = "`" * 32


def examples():
    for path in sorted((ROOT / ".build/ci/specifications").glob("*.txt")):
        state, lines = "text", []
        for line in path.read_text(encoding="utf-8").split("\n"):
            if state == "text" and line.startswith(FENCE + " example"):
                state, lines = "source", []
            elif state == "source" and line == ".":
                state = "html"
                yield "\n".join(lines).replace("→", "\t")
            elif state == "source":
                lines.append(line)
            elif state == "html" and line == FENCE:
                state = "text"


def pages():
    for path in sorted((ROOT / "Content").rglob("*.md")):
        front, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        yield front, body


def templates():
    for path in sorted((ROOT / "Tests/JinjaTests/Fixtures").rglob("*.jinja")):
        template = path.read_text(encoding="utf-8").partition("---\n")[2].rpartition("\n---\n")[0]
        lines = ("---" if line.startswith("--- ") else line for line in template.split("\n"))
        yield "\n".join(lines)
    for path in sorted((ROOT / "Templates").rglob("*.html")):
        yield path.read_text(encoding="utf-8")


def directives():
    for swift in sorted((ROOT / "Tests").glob("*Tests/*irective*.swift")):
        for line in swift.read_text(encoding="utf-8").split("\n"):
            if ":" in line and '"' in line:
                yield line.split('"')[1].replace("\\n", "\n")
    for name in ("price", "model", "as-of", "term", "lang", "only"):
        yield f":{name}[relay]{{meter=input audience=agent tag=en source=main}} text"
    for name in ("model-table", "include"):
        yield f"::{name}[demo]{{fields=\"input output\" vendor=acme}}\n"
    for name in ("note", "tip", "warning", "caution", "important", "steps", "tabs", "tab", "details", "only"):
        yield f":::{name}[A *title*]{{title=\"a\" open}}\n\n1. one\n\n:::tab[x]\ntwo\n:::\n:::\n"


def main():
    folder = pathlib.Path(sys.argv[1])

    def write(target, data):
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    texts = list(examples()) + [part for _, body in pages() for part in body.split("\n\n")]
    for number, text in enumerate(texts):
        write("Markdown", bytes([(0, 4, 32, 44, 16, 64)[number % 6]]) + text.encode())
    for number, (front, body) in enumerate(pages()):
        write("FrontMatter", bytes([number % 12]) + f"---\n{front}\n---\n".encode())
        write("FrontMatter", bytes([0x80 | number % 12]) + front.encode())
        write("Directives", body[:4000].encode())
    for text in directives():
        write("Directives", text.encode())
    for text in templates():
        write("Templates", text.encode())


main()
