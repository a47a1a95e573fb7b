"""Two sites unlike the one of this repository: other languages and directions, no catalog, a port in the address, and titles
with every sign and plane of Unicode that some format has a meaning for."""
import json
import random
import shutil

import ci

PLANES = "".join(map(chr, [
    0x20000, 0x2A6D6, 0x30000, 0x1F600, 0x1F469, 0x200D, 0x1F4BB, 0x10400, 0x1D54F, 0x12000, 0x1F1E9, 0x1F1EA, 0x13000,
    0x1E900, 0xFB01, 0x0E33, 0x1100, 0x1161, 0x0301]))
SIGNS = ("<b>&amp;\"'`[x](y)](z){a}{{b}}{%c%}$d %e \\f |g| *h* _i_ ~j~ #k @l ^m =n +o :p: ::q <!--r--> </script> ]]> "
         "C++ C# ½ № ™")
TEXTS = {
    "ar": "ما هي بوابة واجهة البرمجة وكيف تعمل مع النماذج الكبيرة في المؤسسات العربية الحديثة اليوم",
    "fa": "دروازه برنامه چیست و چگونه با مدل‌های بزرگ کار می‌کند در سازمان امروز",
    "he": "מהו שער תכנות וכיצד הוא עובד עם מודלים גדולים בארגון היום",
    "en": "what is a gateway and how does it work with large models in firms today",
    "de": "Was ist ein Vermittlungsdienst und wie arbeitet er mit großen Modellen für Prüfstände",
    "ja": "中継サービスとは何か、どのように大規模モデルと連携するのかを説明します",
    "ko": "중계 서비스는 무엇이며 큰 모델과 어떻게 함께 일하는가",
    "hi": "गेटवे क्या है और यह बड़े मॉडलों के साथ कैसे काम करता है",
}
SITES = {
    "right-to-left": {
        "base": "https://bawaba.example:8443", "urls": "directory",
        "languages": {"ar": ("ar", "العربية"), "fa": ("fa-IR", "فارسی"), "he": ("he", "עברית"), "en": ("en-GB", "English")},
    },
    "mixed": {
        "base": "https://mix.example", "urls": "file",
        "languages": {"de": ("de-CH", "Deutsch"), "ja": ("ja", "日本語"), "ko": ("ko-KR", "한국어"), "hi": ("hi", "हिन्दी")},
    },
}
FOLDERS = {"docs": "d", "glossary": "g", "faq": "f", "guides": "u"}


class Writer:
    def __init__(self, root, seed=7):
        self.root, self.random = root, random.Random(seed)

    def words(self, language, count):
        words = TEXTS[language].split()
        if len(words) < 3:
            return TEXTS[language] * max(1, count // 12)
        return " ".join(self.random.choice(words) for _ in range(count))

    def title(self, language, number):
        text = f"{self.words(language, self.random.choice([3, 6, 30]))} {number}"
        kinds = {
            1: f"{text} {SIGNS}", 2: f"{text} {PLANES}", 3: f"“{text}” „x“ «y» 「z」 ‹w›",
            4: f"{text} {self.words('he', 3)} ABC {self.words('ja', 2)} 123", 5: f"{number}: {text} — {'W' * 90}",
        }
        return kinds.get(number % 7, text) + ("؟" if language in ("ar", "fa") else "?")

    def fields(self, language, folder, number):
        words = lambda count: self.words(language, count)
        if folder == "answers":
            return {
                "question": f"{words(8)} — {number}?", "short_answer": f"{words(25)} {number * 7 % 13}.{number} %, C++ ≠ C#, “{words(2)}”.",
                "evidence": [f"Evidence α {words(9)} {number}", f"Second `code` [docs](/docs/d1) {words(6)}"],
                "next_steps": [words(5), words(6) + " !"],
                "faq": [{"question": f"{words(5)} Q{number}?", "answer": f"{words(12)} A{number}."}],
                "sources": [{"title": f"Src [{number}] <x> & {PLANES[:3]}", "url": "https://src.example/a_(b)?x=1&y=<z>"}],
                "changes": [{"date": f"2026-10-{1 + number % 28:02}", "note": "Note " + words(5)}],
            }
        if folder == "glossary":
            return {"term": f"Term{language}{number} {PLANES[:2]}", "definition": words(10) + "."}
        if folder == "faq":
            return {"faq": [
                {"question": f"{words(5)}? {number}", "answer": words(9) + " **b** [l](/answers/p1)."},
                {"question": f"Q2 {words(4)}?", "answer": words(8) + "."}]}
        return {"description": words(20)}

    def body(self, language, number):
        words = lambda count: self.words(language, count)
        signs = SIGNS.replace("(y)", "").replace("(z)", "") if number % 5 == 0 else ""
        return (f"## {words(4)} {signs}\n\n{words(40)} [other](/answers/p1) <https://x.example/?a=1&b=[2]> {PLANES}\n\n"
                f"| A | {words(2)} |\n|---|---|\n| `a\\|b` | {words(3)} |\n\n```sh\necho \"$x\" <y> & # {words(2)}\n```\n\n"
                f"> [!NOTE]\n> {words(8)}\n\n- [x] {words(3)}\n- [ ] {words(4)}\n\n![{words(2)}](/files/image-{number % 3}.svg)\n")

    def page(self, language, folder, number, slug):
        title = self.title(language, number)
        fields = {"title": title, "date": f"2026-0{1 + number % 9}-1{number % 9}", "updated": f"2026-10-{1 + number % 28:02}"}
        fields |= self.fields(language, folder, number)
        lines = [f"{name}: {value if name in ('date', 'updated') else quoted(value)}" for name, value in fields.items()]
        head = "\n".join(lines)
        path = self.root / "Content" / language / folder / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}\n---\n\n{self.body(language, number)}", encoding="utf-8")


def quoted(value):
    return json.dumps(value, ensure_ascii=False)


def write(name, answers=40):
    """Writes a site anew and returns its folder."""
    site, root = SITES[name], ci.SCRATCH / "foreign" / name
    shutil.rmtree(root, ignore_errors=True)
    (root / "Content/static/files").mkdir(parents=True)
    for number in range(3):
        (root / f"Content/static/files/image-{number}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    tags = "\n".join(f"  {code}: {{tag: {tag}, name: {quoted(label)}}}" for code, (tag, label) in site["languages"].items())
    (root / "Content/site.yaml").write_text(
        f"name: {quoted(name + ' & Söhne <«»> [x] ' + PLANES[:4])}\ndescription: {quoted(SIGNS[:60])}\n"
        f"base_url: {site['base']}\ndefault_language: {next(iter(site['languages']))}\nlanguages:\n{tags}\n"
        f"organization: {{name: \"Org & “Co” <x>\", url: \"{site['base']}\"}}\nurls: {site['urls']}\n"
        "checks: {page/missing-translation: off, markdown/raw-html: off}\n", encoding="utf-8")
    writer = Writer(root)
    for language in site["languages"]:
        for number in range(1, answers):
            writer.page(language, "answers", number, f"p{number}")
        for folder, letter in FOLDERS.items():
            for number in range(1, 6):
                writer.page(language, folder, number, f"{letter}{number}")
    # The phrases of the interface stay English.
    shutil.copytree(ci.ROOT / "Templates", root / "Templates")
    phrases = (root / "Templates/text/en.yaml").read_text(encoding="utf-8")
    for language in site["languages"]:
        (root / f"Templates/text/{language}.yaml").write_text(phrases, encoding="utf-8")
    return root
