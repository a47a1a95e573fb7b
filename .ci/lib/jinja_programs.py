"""Makes template programs by chance, from a seed, for the comparison with Jinja2.

They stay clear of what Sources/Jinja/COMPATIBILITY.md lists: includes without context inside captured text, `striptags` as a tag,
calls with arguments that the macro does not take, and output beside the blocks of a template that extends another one.
"""
import random

CONTEXT = {
    "t": "Hello World foo-bar", "h": "<b>\"x\" & 'y'</b>", "zh": "中文 Ünïcode é", "e": "", "num": "42", "nl": "a\nb\n\n  c",
    "n": 7, "z": 0, "neg": -3, "f": 2.5, "b": True, "nb": False, "no": None, "l": [3, 1, 2], "le": [], "ls": ["b", "A", "c", "a"],
    "ll": [[1, 2], [3, 4]], "d": {"b": 2, "a": 1, "C": 3}, "de": {},
    "recs": [{"n": "x", "v": 2, "k": {"j": 1}}, {"n": "Y", "v": 1, "k": {"j": 2}}, {"n": "x", "v": 3, "k": {"j": 0}}],
}
PARTS = [
    "I{{ n }}", "{% set n = 9 %}{{ n }}{{ loop is defined }}", "{% for x in l %}{{ x }}{% endfor %}\n",
    "{{ x is defined }}{{ q|default('-') }}",
]
MACROS = (
    "{% macro mm(a=1, b=2) %}<{{ a }}|{{ b }}|{{ n is defined }}{% if caller is defined %}{{ caller() }}{% endif %}>{% endmacro %}"
    "{% set vv = '<v>' %}"
)


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.values = ["t", "h", "n", "l", "ls", "d", "recs", "f", "b", "no"]
        self.macros = {}
        self.spaces = []
        self.depth = 0
        self.loops = 0

    def pick(self, *choices):
        choice = self.random.choice(choices)
        return choice() if callable(choice) else choice

    def chance(self, share):
        return self.random.random() < share

    def tag(self, text):
        return "{%" + self.pick("", "", "", "-", "+") + " " + text + " " + self.pick("", "", "", "-") + "%}"

    def text(self):
        return self.pick("a", "<b>", "\n", "\n  ", "  ", "x\n", "中 ", "}", " %}", "\n\n", "-", "&amp;", "")

    # Expressions, by the kind of value that they give.

    def number(self, depth=0):
        atom = lambda: self.pick(
            "n", "z", "neg", "f", "1", "2", "3", "0", "-1", "2.5", "l|length", "loop.index" if self.loops else "4")
        if depth > 2:
            return atom()
        return self.pick(
            atom, lambda: f"({self.number(depth + 1)} {self.pick('+', '-', '*')} {self.number(depth + 1)})",
            lambda: f"({self.number(depth + 1)} {self.pick('/', '//', '%')} {self.pick('2', '3', '-4', '2.5')})",
            lambda: f"{self.number(depth + 1)} {self.pick('+', '-', '*')} {self.number(depth + 1)}", lambda: f"{atom()} ** 2",
            lambda: f"-{atom()}",
            lambda: f"({self.number(depth + 1)})|{self.pick('abs', 'round', 'int', 'float', 'round(1)', 'string|length')}")

    def string(self, depth=0):
        if depth > 2:
            return self.pick("t", "h", "zh", "'s'", "nl", "''", "\"q'\"")
        deeper = lambda: self.string(depth + 1)
        size = self.random.randint
        return self.pick(
            lambda: self.pick("t", "h", "zh", "'s'", "nl", "''", "num", "\"q\"", "'<i>'"),
            lambda: f"{deeper()}|" + self.pick(
                "upper", "lower", "title", "trim", "capitalize", "e", "string", "reverse", "striptags", "urlencode", "forceescape"),
            lambda: f"({deeper()} ~ {self.value(depth + 1)})",
            lambda: f"{deeper()}|replace({self.string(3)}, {self.string(3)})",
            lambda: f"{self.list(depth + 1)}|join({self.string(3)})",
            lambda: f"{deeper()}[{self.pick('1:', '::-1', ':3', '-2:')}]",
            lambda: f"{deeper()}|truncate({size(3, 12)}, {self.pick('true', 'false')})",
            lambda: f"{deeper()}|indent({size(0, 3)}, {self.pick('true', 'false')})",
            lambda: f"({deeper()} if {self.truth(depth + 1)} else {deeper()})", lambda: f"({deeper()} if {self.truth(depth + 1)})",
            lambda: f"({deeper()} * {size(0, 2)})", lambda: f"{deeper()}|wordwrap({size(3, 9)})",
            lambda: f"'%s-%s'|format({self.value(depth + 1)}, {self.value(depth + 1)})", lambda: f"{self.value(depth + 1)}|tojson",
            lambda: f"{deeper()}|center({size(1, 20)})", lambda: f"{deeper()}|default({self.string(3)}, true)")

    def list(self, depth=0):
        if depth > 2:
            return self.pick("l", "ls", "ll", "le", "[1, 'a']")
        deeper = lambda: self.list(depth + 1)
        return self.pick(
            lambda: self.pick("l", "ls", "ll", "le", "recs", "[1, 2, 3]", "['x', 'y']", "range(4)|list"),
            lambda: f"{deeper()}|reverse|list", lambda: f"{self.pick('l', 'ls', 'd', 't')}|sort",
            lambda: f"{self.pick('l', 'ls', 'd', 't')}|unique|list",
            lambda: f"{deeper()}|map('{self.pick('string', 'upper', 'e', 'trim')}')|list",
            lambda: f"recs|map(attribute='{self.pick('n', 'v', 'k.j', 'k')}')|list",
            lambda: f"recs|selectattr('v', '{self.pick('gt', 'lt', 'eq')}', {self.pick(1, 2)})|list",
            lambda: f"{deeper()}|{self.pick('select', 'reject')}('{self.pick('string', 'number', 'defined', 'none')}')|list",
            lambda: f"{deeper()}[{self.pick('1:', '::-1', ':2', '-2:', '::2')}]",
            lambda: f"{deeper()}|batch({self.pick(1, 2, 3)}{self.pick('', ', 0')})|list",
            lambda: f"{deeper()}|slice({self.pick(1, 2, 3)}{self.pick('', ', none', ', 0')})|list",
            lambda: "d|dictsort" + self.pick("", "(by='value')", "(true)", "(reverse=true)"),
            lambda: f"recs|groupby('{self.pick('n', 'v')}')",
            lambda: f"recs|sort(attribute='{self.pick('n', 'v', 'n,v', 'k.j', 'v,n')}'{self.pick('', ', reverse=true')})",
            "d|items|list", lambda: f"({deeper()} + {deeper()})", lambda: f"[{self.value(depth + 1)}, {self.value(depth + 1)}]",
            lambda: f"dict(a={deeper()}).a|list")

    def truth(self, depth=0):
        if depth > 2:
            return self.pick("b", "nb", "n > 3", "l", "no", "e")
        deeper = lambda: self.truth(depth + 1)
        tests = (
            "string", "number", "none", "mapping", "sequence", "iterable", "boolean", "integer", "float", "defined", "escaped",
            "lower", "upper", "in l", "sameas none", "eq 7")
        return self.pick(
            lambda: self.pick(
                "b", "nb", "n > 3", "l", "no", "e", "true", "false", "z < n <= 7", "undef is defined",
                "loop.first" if self.loops else "b", "loop.last" if self.loops else "t"),
            lambda: f"not {deeper()}", lambda: f"({deeper()} {self.pick('and', 'or')} {deeper()})",
            lambda: f"{deeper()} {self.pick('and', 'or')} {deeper()}",
            lambda: f"{self.number(depth + 1)} {self.pick('<', '>', '==', '!=', '<=', '>=')} {self.number(depth + 1)}",
            lambda: f"({self.value(depth + 1)} is {self.pick('', 'not ')}{self.pick(*tests)})",
            lambda: f"{self.value(depth + 1)} {self.pick('in', 'not in')} {self.list(depth + 1)}",
            lambda: f"{self.value(depth + 1)} == {self.value(depth + 1)}")

    def value(self, depth=0):
        return self.pick(
            lambda: self.string(depth), lambda: self.number(depth), lambda: self.list(depth), lambda: self.truth(depth),
            lambda: self.pick(*self.values), lambda: "d." + self.pick("a", "b", "C"), "d['a']",
            lambda: f"recs[{self.pick('0', '1', '-1')}].{self.pick('n', 'v', 'k.j')}",
            lambda: self.pick(*self.spaces) + self.pick(".a", ".b") if self.spaces else "n")

    # Statements.

    def body(self):
        self.depth += 1
        result = "".join(self.statement() for _ in range(self.random.randint(0, 3))) or self.text()
        self.depth -= 1
        return result

    def scoped(self, make=None):
        """What is set inside is not used outside."""
        kept = [*self.values], dict(self.macros), [*self.spaces]
        result = (make or self.body)()
        self.values, self.macros, self.spaces = kept
        return result

    def output(self):
        return self.pick("{{ ", "{{", "{{- ") + self.value() + self.pick(" }}", "}}", " -}}")

    def condition(self):
        result = self.tag("if " + self.truth()) + self.body()
        if self.chance(0.3):
            result += self.tag("elif " + self.truth()) + self.body()
        if self.chance(0.5):
            result += self.tag("else") + self.body()
        return result + self.tag("endif")

    def loop(self):
        def rounds():
            head = self.pick(
                ("k, v", "d|" + self.pick("items", "dictsort")), ("a2, b2", "ll"), ("x", self.list()), ("x", self.list()))
            self.values += head[0].split(", ")
            filter = " if " + self.pick("n > 2", self.truth(2)) if self.chance(0.25) else ""
            self.loops += 1
            body = self.body() + self.pick(
                "", "{{ loop.index }}", "{{ loop.revindex0 }}{{ loop.length }}", "{{ loop.cycle('a', 'b') }}",
                "{{ loop.changed(n) }}", "{{ loop.previtem is defined }}", "{{ loop.nextitem|default('N') }}", "{{ loop.depth }}",
                "{{ loop.first }}{{ loop.last }}")
            self.loops -= 1
            return self.tag(f"for {head[0]} in {head[1]}{filter}") + body

        result = self.scoped(rounds)
        if self.chance(0.3):
            result += self.tag("else") + self.scoped()
        return result + self.tag("endfor")

    def assignment(self):
        kind = self.pick("number", "string", "value", "pair", "block")
        if kind == "number":
            return self.tag(f"set {self.pick('n', 'z', 'neg')} = {self.number(2)}")
        if kind == "string":
            return self.tag(f"set {self.pick('t', 'h', 'nl')} = {self.string(1)}")
        if kind == "pair":
            values = f"{self.value(1)}, {self.value(1)}"
            self.values += ["p", "q"]
            return self.tag(f"set p, q = {values}")
        name = self.pick("x", "y", "w")
        if kind == "value":
            result = self.tag(f"set {name} = {self.value()}")
        else:
            filters = self.pick("", "", " | upper", " | trim", " | e", " | title", " | wordwrap(6)")
            result = self.tag(f"set {name}{filters}") + self.scoped() + self.tag("endset")
        self.values.append(name)
        return result

    def with_tag(self):
        def inside():
            name = self.pick("x", "y")
            head = self.tag(f"with {name} = {self.value()}")
            self.values.append(name)
            return head + self.body()

        return self.scoped(inside) + self.tag("endwith")

    def filter_tag(self):
        name = self.pick("upper", "e", "replace('a', 'b')", "indent(2)", "title", "trim", "reverse", "wordwrap(7)")
        return self.tag("filter " + name) + self.scoped() + self.tag("endfilter")

    def macro(self):
        name = self.pick("m1", "m2", "m3")
        parameters = self.pick([], ["a"], ["a", "b='<d>'"], ["a=1", "b=a"])

        def inside():
            if parameters:
                self.values.append("a")
            loops, self.loops = self.loops, 0
            body = self.body()
            self.loops = loops
            return body

        body = self.scoped(inside) + "{% if caller is defined %}[{{ caller() }}]{% endif %}"
        self.macros[name] = len(parameters)
        return self.tag(f"macro {name}({', '.join(parameters)})") + body + self.tag("endmacro")

    def arguments(self, name):
        count = self.macros[name]
        return self.pick("", "a=2") if count == 1 else self.pick("1", "t", "n, h", "l, b=3", "b='z', a=h") if count == 2 else ""

    def call(self):
        if not self.macros:
            return self.output()
        name = self.pick(*sorted(self.macros))
        call = f"{name}({self.arguments(name)})"
        if self.chance(0.4):
            return self.tag("call " + call) + self.scoped() + self.tag("endcall")
        return "{{ " + call + self.pick("", "", "|upper", "|length", " ~ 'x'") + " }}"

    def namespace(self):
        if self.spaces and self.chance(0.6):
            return self.tag(f"set {self.pick(*self.spaces)}.a = {self.value()}")
        name = f"ns{len(self.spaces)}"
        result = self.tag(f"set {name} = namespace(a={self.value(2)}, b={self.number(3)})")
        self.spaces.append(name)
        return result

    def reference(self):
        kind = self.pick("include", "import", "from")
        if kind == "include":
            return self.tag("include " + self.pick("'inc'", "['no', 'inc']", "'no' ignore missing") + self.pick("", " with context"))
        if kind == "import":
            self.macros["im.mm"] = 2
            self.values.append("im.vv")
            return self.tag("import 'mac' as im" + self.pick("", " with context"))
        self.macros["mm"] = 2
        self.values.append("vv")
        return self.tag("from 'mac' import mm, vv" + self.pick("", " with context"))

    def statement(self):
        if self.depth > 3:
            return self.text() + self.output()
        raw = lambda: "{% raw %}{{ x }}" + self.text() + "{% endraw %}"
        comment = lambda: self.pick("{#", "{#-", "{#+") + " c " + self.pick("#}", "-#}")
        return self.text() + self.pick(
            self.output, self.output, self.condition, self.condition, self.loop, self.loop, self.assignment, self.assignment,
            self.with_tag, self.filter_tag, self.macro, self.call, self.call, self.namespace, raw, comment, self.reference)

    def block(self, name, inner):
        return self.tag(f"block {name}{self.pick('', '', '', ' scoped')}") + inner + self.tag("endblock" + self.pick("", " " + name))

    def templates(self):
        """Name to text; `page.html` is rendered."""
        result = {"inc": self.pick(*PARTS), "mac": MACROS}
        statements = lambda count: "".join(self.statement() for _ in range(count))
        if self.chance(0.7):
            result["page.html"] = statements(self.random.randint(1, 6)) + self.text()
            return result
        part = lambda: self.scoped(lambda: statements(self.random.randint(0, 2)))
        top = lambda: self.pick("", "t", "{% set n = 4 %}", "{% set x = t %}", "{% import 'mac' as im %}")
        parent = lambda: self.pick("", "{{ super() }}", "{{ super()|upper }}")
        inner = self.pick("", self.block("b3", part()))
        result["base"] = self.text() + part() + self.block("b1", part() + inner) + self.text() + self.block("b2", part()) + self.text()
        middle = "{% extends 'base' %}" + top() + self.block("b1", part() + parent() + part())
        base = self.pick("base", "mid")
        if base == "mid":
            result["mid"] = middle
        result["page.html"] = (
            "{% extends '" + base + "' %}" + top() + self.pick("", self.block("b1", part() + parent() + part()))
            + self.pick("", self.block("b2", parent() + part())))
        return result
