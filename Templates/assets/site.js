// Conveniences: theme, copying, tabs, menus, links, search. Everything reads without them.
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var root = document.documentElement;
  var canCopy = !!navigator.clipboard;

  // Before the first paint: the chosen theme, and room for what needs a script.
  var themes = ["auto", "light", "dark"];
  var theme;
  try { theme = localStorage.getItem("theme"); } catch (refused) { /* The default. */ }
  if (!themes.includes(theme)) { theme = "auto"; }
  var applyTheme = () => { root.dataset.theme = theme; };
  applyTheme();
  root.classList.add("has-script");
  if (canCopy) { root.classList.add("can-copy"); }

  var all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  var one = (selector) => document.querySelector(selector);

  function make(name, className, text) {
    var element = document.createElement(name);
    element.className = className || "";
    element.textContent = text || "";
    if (name === "button") { element.type = "button"; }
    return element;
  }

  function switchTheme() {
    var button = one(".theme-switch");
    if (!button) { return; }
    var name = button.querySelector("span");
    var show = () => { name.textContent = button.dataset.label + button.dataset[theme]; };
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      applyTheme();
      show();
      try { localStorage.setItem("theme", theme); } catch (refused) { /* Until the next page. */ }
    });
    show();
  }

  function copying() {
    var status = make("p", "visually-hidden");
    status.role = "status";
    (one("footer") || document.body).append(status);

    function bind(button, write) {
      var label = button.textContent;
      button.addEventListener("click", () => {
        write().then(() => {
          button.textContent = status.textContent = words.copied;
          setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2000);
        }, () => { /* The text can still be selected. */ });
      });
    }
    var write = (text) => navigator.clipboard.writeText(text);

    all("[data-copy-text]").forEach((button) => bind(button, () => write(button.dataset.copyText)));
    all("[data-copy-from]").forEach((button) => {
      bind(button, () => write(document.getElementById(button.dataset.copyFrom).textContent.trim()));
    });
    all("[data-copy-file]").forEach((button) => {
      bind(button, () => fetch(button.dataset.copyFile)
        .then((answer) => answer.ok ? answer.text() : Promise.reject()).then(write));
    });
    // For an assistant that takes no question in its address.
    all("[data-copy-first]").forEach((link) => {
      link.addEventListener("click", () => { write(link.dataset.copyFirst); });
    });
    all("main pre > code").forEach((code) => {
      var frame = code.parentElement.parentElement;
      if (!frame.matches("figure.code")) {
        frame = make("div", "code-frame");
        code.parentElement.replaceWith(frame);
        frame.append(code.parentElement);
      }
      var button = make("button", "copy-code", words.copy);
      bind(button, () => write(code.textContent));
      frame.append(button);
    });
  }

  // Panels become tabs; a choice holds for all tabs with that title.
  function tabs() {
    var groups = all(".tabs").map((box, number) => {
      var panels = all(":scope > .tab", box);
      box.classList.add("is-ready");
      if (panels.length < 2) { return null; }
      var list = make("div", "tab-list");
      list.role = "tablist";
      var buttons = panels.map((panel, index) => {
        var button = make("button", "", panel.querySelector(".tab-title").textContent);
        button.role = "tab";
        button.id = "tab-" + number + "-" + index;
        panel.id = panel.id || "tab-panel-" + number + "-" + index;
        button.setAttribute("aria-controls", panel.id);
        panel.role = "tabpanel";
        panel.setAttribute("aria-labelledby", button.id);
        button.addEventListener("click", () => { choose(button.textContent, group, index); });
        list.append(button);
        panel.addEventListener("beforematch", () => { select(group, index); });
        return button;
      });
      var group = { panels: panels, buttons: buttons };
      list.addEventListener("keydown", (event) => {
        var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        var from = buttons.indexOf(document.activeElement);
        var to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1
          : step ? (from + step + buttons.length) % buttons.length : -1;
        if (to < 0) { return; }
        event.preventDefault();
        choose(buttons[to].textContent, group, to);
        buttons[to].focus();
      });
      box.prepend(list);
      select(group, 0);
      return group;
    }).filter(Boolean);

    function select(group, chosen) {
      group.buttons.forEach((button, index) => {
        button.ariaSelected = index === chosen;
        button.tabIndex = index === chosen ? 0 : -1;
        group.panels[index].hidden = index !== chosen && "until-found";
      });
    }
    function choose(title, group, index) {
      groups.forEach((other) => {
        var same = other.buttons.findIndex((button) => button.textContent === title);
        if (same >= 0) { select(other, same); }
      });
      select(group, index);
    }
  }

  // Menus close by Escape and by a click elsewhere; Escape hides the definition of a term as well.
  function menus() {
    addEventListener("mouseout", () => { root.classList.remove("no-tips"); });
    addEventListener("click", (event) => {
      all(".menu[open]").forEach((menu) => { if (!menu.contains(event.target)) { menu.open = false; } });
    });
    addEventListener("keydown", (event) => {
      var isEscape = event.key === "Escape";
      root.classList.toggle("no-tips", isEscape);
      var menu = isEscape && one(".menu[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    });
  }

  // Every heading has a link to where it stands.
  function anchors() {
    all("main :is(h2, h3)").forEach((heading) => {
      var place = heading.closest("main [id]");
      if (!place || heading.querySelector("a")) { return; }
      var link = make("a", "heading-anchor", "#");
      link.href = "#" + place.id.replace(/-title$/, "");
      link.ariaLabel = words.section + heading.textContent;
      heading.prepend(link);
    });
  }

  // Contents: closed on narrow screens; the section being read is marked.
  function contents() {
    var box = one(".toc > details");
    if (!box) { return; }
    var wide = matchMedia("(min-width: 66rem)");
    var fit = () => { box.open = wide.matches; };
    fit();
    box.parentElement.classList.add("is-fitted");
    wide.onchange = fit;
    var links = all("a", box);
    var targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    var mark = () => {
      var current = -1;
      targets.forEach((target, index) => {
        if (target && target.getBoundingClientRect().top < innerHeight / 3) { current = index; }
      });
      links.forEach((link, index) => { link.toggleAttribute("data-current", index === current); });
    };
    var waiting = false;
    addEventListener("scroll", () => {
      if (waiting || !wide.matches) { return; }
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
  }

  // Search comes when it is wanted: by link, key or ?q= in the address.
  function search() {
    var opener = one(".search-open");
    if (!opener) { return; }
    function seek(sought) {
      if (window.citableSearch) { window.citableSearch(sought); return; }
      if (one("script[data-search]")) { return; }
      var script = make("script");
      script.src = opener.dataset.script;
      script.dataset.search = "";
      script.onload = () => window.citableSearch(sought);
      script.onerror = () => { location.href = opener.href; };
      document.head.append(script);
    }
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
      event.preventDefault();
      seek("");
    });
    addEventListener("keydown", (event) => {
      var isTyping = event.target.matches && event.target.matches("input, textarea, select, [contenteditable]");
      var isCommand = event.ctrlKey || event.metaKey;
      var isSlash = event.key === "/" && !isTyping && !isCommand && !event.altKey;
      if (!isSlash && !(isCommand && event.key.toLowerCase() === "k")) { return; }
      event.preventDefault();
      seek("");
    });
    var sought = new URLSearchParams(location.search).get("q");
    if (sought) { seek(sought); }
  }

  // What is closed is not printed: open it, then close it again.
  function printing() {
    var opened = [];
    addEventListener("beforeprint", () => {
      opened = all("main details:not([open], .menu)");
      opened.forEach((details) => { details.open = true; });
    });
    addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));
  }

  document.addEventListener("DOMContentLoaded", () => {
    all(".needs-script").forEach((element) => { element.hidden = false; });
    switchTheme();
    if (canCopy) {
      all(".needs-copy").forEach((element) => { element.hidden = false; });
      copying();
    }
    tabs();
    menus();
    anchors();
    contents();
    search();
    printing();
  });
})();
