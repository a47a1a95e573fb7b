package import Diagnostics

/// The codes of this room, for `citable explain`.
package enum JinjaCodes {
    package static let all: [DiagnosticCode] = [
        .templateEncoding, .templateSyntax, .unclosedBlock, .unknownTag, .nestedTooDeeply, .notSupported,
        .undefinedName, .unknownField, .unknownFilter, .unknownTest, .unknownFunction, .wrongArguments,
        .missingTemplate, .templateCycle, .unusedBlock, .requiredBlock, .wrongType, .budget,
    ]
}

extension DiagnosticCode {
    static let templateEncoding = DiagnosticCode(
        "template/encoding", en: "A template must be UTF-8 text.", zh: "模板必须是 UTF-8 文本。",
        wrong: "A template saved as GBK",
        right: "iconv -f GBK -t UTF-8 old.html > new.html")

    static let templateSyntax = DiagnosticCode(
        "template/syntax", en: "The template can't be read: something is missing or stands where it can't stand.",
        zh: "模板无法解析：缺少某个部分，或某个部分放错了位置。", wrong: "{{ page.title }", right: "{{ page.title }}")

    static let unclosedBlock = DiagnosticCode(
        "template/unclosed-tag", en: "A tag that opens a part of the template is never closed.",
        zh: "打开的标签没有对应的结束标签。", wrong: "{% if draft %}…", right: "{% if draft %}…{% endif %}")

    static let unknownTag = DiagnosticCode(
        "template/unknown-tag", en: "There is no tag of this name.", zh: "没有这个名字的标签。",
        wrong: "{% fro item in items %}", right: "{% for item in items %}…{% endfor %}")

    static let nestedTooDeeply = DiagnosticCode(
        "template/nested-too-deeply",
        en: "Tags, brackets or lists stand too deeply inside each other. The bound keeps a damaged template from "
            + "exhausting memory.",
        zh: "标签、括号或列表嵌套过深。设置上限是为了避免损坏的模板耗尽内存。",
        wrong: "{{ ((((((((…1…)))))))) }}   thousands of brackets",
        right: "{{ 1 }}")

    static let notSupported = DiagnosticCode(
        "template/not-supported",
        en: "Jinja2 has this, Citable does not; the message says what to write instead. The file COMPATIBILITY.md "
            + "lists all differences with their reasons.",
        zh: "Jinja2 有这个功能，Citable 没有；消息里说明了替代写法。COMPATIBILITY.md 列出了全部差异及原因。",
        wrong: "{{ title.upper() }}", right: "{{ title|upper }}")

    static let undefinedName = DiagnosticCode(
        "template/undefined-name",
        en: "The template uses a name that nothing defines. It would print a blank, so the build stops instead.",
        zh: "模板使用了未定义的名字。为避免输出空白，构建会停止。", wrong: "{{ tittle }}", right: "{{ title }}")

    static let unknownField = DiagnosticCode(
        "template/unknown-field", en: "The record has no field of this name.", zh: "这个记录没有该名字的字段。",
        wrong: "{{ page.tittle }}", right: "{{ page.title }}")

    static let unknownFilter = DiagnosticCode(
        "template/unknown-filter", en: "There is no filter of this name.", zh: "没有这个名字的过滤器。",
        wrong: "{{ title|uper }}", right: "{{ title|upper }}")

    static let unknownTest = DiagnosticCode(
        "template/unknown-test", en: "There is no test of this name.", zh: "没有这个名字的判断。",
        wrong: "{% if n is evn %}…{% endif %}", right: "{% if n is even %}…{% endif %}")

    static let unknownFunction = DiagnosticCode(
        "template/unknown-function", en: "There is no function or macro of this name.", zh: "没有这个名字的函数或宏。",
        wrong: "{{ rage(3) }}", right: "{{ range(3) }}")

    static let wrongArguments = DiagnosticCode(
        "template/wrong-arguments", en: "A filter, test, function or macro is given arguments that it does not take.",
        zh: "传给过滤器、判断、函数或宏的参数不符合要求。", wrong: "{{ title|upper(2) }}", right: "{{ title|upper }}")

    static let missingTemplate = DiagnosticCode(
        "template/missing-template", en: "A template names another one that does not exist.",
        zh: "模板引用了不存在的模板。", wrong: "{% include 'partials/stpes.html' %}",
        right: "{% include 'partials/steps.html' %}")

    static let templateCycle = DiagnosticCode(
        "template/cycle", en: "Templates include, import or extend each other in a circle.",
        zh: "模板之间循环引用（include、import 或 extends）。",
        wrong: "{% include 'partials/a.html' %}   {# in partials/a.html itself #}",
        right: "{% include 'partials/b.html' %}")

    static let unusedBlock = DiagnosticCode(
        "template/unused-block", .warning,
        en: "A template that extends another one defines a block that its parents do not have, so it is never shown.",
        zh: "子模板定义了父模板中不存在的 block，因此不会显示。", wrong: "{% block contnet %}…{% endblock %}",
        right: "{% block content %}…{% endblock %}")

    static let requiredBlock = DiagnosticCode(
        "template/required-block", en: "A block marked ‘required’ is not filled in.", zh: "标记为 required 的 block 没有填写。",
        wrong: "{% block content required %}{% endblock %}   {# and no page fills it in #}",
        right: "{% block content %}…{% endblock %}   {# in the page that extends it #}")

    static let wrongType = DiagnosticCode(
        "template/wrong-type", en: "An operation can't be done with the value that it was given.",
        zh: "该操作不适用于所给的值。", wrong: "{{ 1 + \"a\" }}", right: "{{ 1 ~ \"a\" }}")

    static let budget = DiagnosticCode(
        "template/budget", isSafetyRule: true,
        en: "Rendering was stopped because it ran too long, wrote too much or went too deep: most often a loop over a "
            + "huge range or a macro that calls itself.",
        zh: "渲染因运行过久、输出过多或嵌套过深而停止：常见原因是循环范围过大或宏调用自身。",
        wrong: "{% for i in range(1000000) %}{% for j in range(1000000) %}.{% endfor %}{% endfor %}",
        right: "{% for i in range(10) %}.{% endfor %}")
}
