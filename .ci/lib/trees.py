"""A small site whose every page names its generation, and folders as they are on disk."""
import hashlib
import pathlib

SETTINGS = """name: 代际
base_url: https://example.test
default_language: zh
languages: [zh]
organization: {name: 测试, url: https://example.test}
"""


def write_generation(root, generation, pages=60):
    """Every page changes with the generation; one page more or less with every second one."""
    root = pathlib.Path(root)
    (root / "Content/zh/docs").mkdir(parents=True, exist_ok=True)
    (root / "Content/site.yaml").write_text(SETTINGS, encoding="utf-8")
    for number in range(pages):
        target = root / f"Content/zh/docs/page-{number}.md"
        if number == pages - 1 and generation % 2:
            target.unlink(missing_ok=True)
            continue
        target.write_text(
            f"---\ntitle: 第 {number} 页\ndate: 2026-11-20\n---\n代号 gen{generation:06d}。\n", encoding="utf-8")


def tree(folder):
    """Path and bytes of every file."""
    folder = pathlib.Path(folder)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def tree_hash(folder):
    digest = hashlib.sha256()
    for path, data in tree(folder).items():
        digest.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()
