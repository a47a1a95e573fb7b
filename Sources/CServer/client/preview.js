// The preview's part of a page: reloads it after a build, lays mistakes over it, and shows what an agent gets.
// Everything stands in a shadow tree, so that neither the page's styles nor its scripts meet it.
(() => {
  const own = document.currentScript;
  const build = own.dataset.build;
  const words = JSON.parse(own.dataset.labels);
  const host = document.createElement("citable-preview");
  const root = host.attachShadow({ mode: "open" });
  let report = 0;
  let source = null;

  // make("p", {class: "x"}, "text", child…): text is never read as markup.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // Controls and marks of direction are shown by their numbers, so that a source can't show another order than it has.
  function plain(text) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (sign) => "<U+" + sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + ">");
  }

  async function json(path) {
    const answer = await fetch(path, { cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  // The source line with the place marked. Columns count Unicode scalars, as the terminal's messages do.
  function excerpt(place) {
    if (!place || !place.text) return null;
    const signs = Array.from(place.text);
    const at = place.column - 1 - place.start;
    const from = at > 100 ? at - 60 : 0;
    const part = (start, end) => plain(signs.slice(Math.max(start, 0), Math.max(end, 0)).join(""));
    return make("pre", { class: "line" },
      make("span", { class: "number" }, String(place.line)), part(from, at),
      make("mark", {}, part(at, at + place.length) || " "), part(at + place.length, from + 220));
  }

  const position = (place) => (place ? `${place.file}:${place.line}:${place.column}` : "");

  function mistake(item) {
    return make("li", { class: item.severity },
      make("p", { class: "place" }, position(item.place), " ", make("b", {}, words[item.severity] || item.severity)),
      make("p", { class: "message" }, plain(item.message), " ", make("code", {}, item.code)),
      excerpt(item.place),
      ...item.notes.map((note) => make("p", { class: "note" },
        words.note + words.colon, plain(note.message), note.place ? ` (${position(note.place)})` : "")),
      item.hint ? make("p", { class: "hint" }, words.hint + words.colon, plain(item.hint)) : null);
  }

  function remove(id) {
    root.getElementById(id)?.remove();
  }

  function show(id, title, content, isAlert) {
    remove(id);
    const box = make("section", { id, class: "sheet", role: isAlert ? "alertdialog" : "dialog", "aria-label": title, tabindex: "-1" },
      make("header", {}, make("h2", {}, title),
        make("button", { class: "close", click: () => remove(id) }, words.close)),
      content);
    box.addEventListener("keydown", (event) => event.key === "Escape" && remove(id));
    root.append(box);
    box.focus({ preventScroll: true });
  }

  async function showMistakes(title, id) {
    const list = await json("/.citable/mistakes");
    const items = id === "mistakes" ? list.diagnostics.filter((item) => item.severity === "error") : list.diagnostics;
    if (!items.length) return remove(id);
    show(id, title, make("ol", { class: "mistakes" }, ...items.map(mistake),
      list.more > 0 ? make("li", {}, `+ ${list.more}`) : null), id === "mistakes");
  }

  function table(view) {
    const forms = [["HTML", view.html], [words.twin, view.twin]].filter((form) => form[1]);
    const share = (form, limit) => form.characters <= limit ? words.whole : Math.floor(limit * 100 / form.characters) + " %";
    return make("table", {},
      make("thead", {}, make("tr", {}, ...[words.form, words.characters, words.tokens,
        ...view.limits.map((limit) => limit.toLocaleString("en"))].map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...forms.map(([name, form]) => make("tr", {},
        make("th", { scope: "row" }, `${name} `, make("a", { href: form.path }, form.path)),
        make("td", {}, form.characters.toLocaleString("en")), make("td", {}, form.tokens.toLocaleString("en")),
        ...view.limits.map((limit) => make("td", {}, share(form, limit)))))));
  }

  function twin(view) {
    if (view.text === null) return make("p", {}, words.noTwin);
    const signs = Array.from(view.text);
    const box = make("pre", { class: "twin", tabindex: "0" });
    let from = 0;
    for (const limit of view.limits) {
      if (signs.length <= limit) break;
      box.append(plain(signs.slice(from, limit).join("")));
      box.append(make("strong", { class: "cut" }, `✂ ${words.cut} ${limit.toLocaleString("en")}`));
      from = limit;
    }
    box.append(plain(signs.slice(from).join("")));
    return box;
  }

  function indented(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  }

  async function showAgentView() {
    if (root.getElementById("agent")) return remove("agent");
    const view = await json("/.citable/agent?path=" + location.pathname);
    const entries = view.entries.map((entry) => make("p", { class: "entry" },
      make("a", { href: entry.file }, entry.file), make("code", {}, plain(entry.line))));
    show("agent", words.panel, make("div", { class: "agent" },
      make("h3", {}, words.size), table(view),
      make("h3", {}, words.index), ...(entries.length ? entries : [make("p", {}, words.noIndex)]),
      make("h3", {}, words.twin), twin(view),
      make("h3", {}, words.data), ...(view.data.length
        ? view.data.map((text) => make("pre", { tabindex: "0" }, plain(indented(text)))) : [make("p", {}, words.noData)]),
      make("h3", {}, words.headers), make("pre", { tabindex: "0" }, view.headers.join("\n"))));
  }

  function bar(state) {
    remove("bar");
    root.append(make("nav", { id: "bar" },
      own.dataset.mark ? make("span", { class: "mark" }, own.dataset.mark) : null,
      state.lost ? make("span", { class: "lost" }, words.offline) : null,
      state.warnings > 0 ? make("button", { id: "warned", click: () => root.getElementById("warnings")
        ? remove("warnings") : showMistakes(words.warnings, "warnings") }, `${words.warnings} ${state.warnings}`) : null,
      make("button", { id: "open", click: showAgentView }, words.panel)));
  }

  function hear(state) {
    if (state.build !== build) return location.reload();
    bar(state);
    if (state.report === report) return;
    report = state.report;
    if (root.getElementById("warnings")) showMistakes(words.warnings, "warnings");
    if (state.errors > 0) showMistakes(words.mistakes, "mistakes");
    else remove("mistakes");
  }

  // A browser opens only a few connections to one host: pages that nobody looks at hold none, and ask when they are looked at.
  function listen() {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/.citable/events");
      source.onmessage = (event) => hear(JSON.parse(event.data));
      source.onerror = () => bar({ lost: true });
    }
  }

  root.append(make("link", { rel: "stylesheet", href: "/.citable/preview.css" }));
  host.lang = words.language;
  document.documentElement.append(host);
  bar({});
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { source?.close(); source = null; });
  addEventListener("pageshow", listen);
})();
