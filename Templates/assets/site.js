// Four conveniences: a theme switch, copy buttons, contents opened where there is room, and search. Nothing depends on them.
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var root = document.documentElement;

  // Theme: the system decides until the reader chooses; the choice is kept on this device.
  var themes = ["auto", "light", "dark"];
  function storedTheme() {
    try { return localStorage.getItem("theme"); } catch (refused) { return null; }
  }
  function applyTheme(theme) {
    if (theme === "light" || theme === "dark") { root.dataset.theme = theme; } else { delete root.dataset.theme; }
  }
  var theme = storedTheme();
  if (themes.indexOf(theme) < 0) { theme = "auto"; }
  applyTheme(theme);

  var themeSwitch = document.querySelector(".theme-switch");
  if (themeSwitch) {
    var nameTheme = function () { themeSwitch.textContent = themeSwitch.dataset.label + themeSwitch.dataset[theme]; };
    themeSwitch.addEventListener("click", function () {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      applyTheme(theme);
      nameTheme();
      try { localStorage.setItem("theme", theme); } catch (refused) { /* Private mode: the choice lasts for this page. */ }
    });
    nameTheme();
    themeSwitch.hidden = false;
  }

  // Copy buttons, only where the browser grants the clipboard. One live region says that it worked.
  if (navigator.clipboard) {
    var status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    (document.querySelector("footer") || document.body).append(status);

    var bindCopy = function (button, value) {
      var label = button.textContent;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(value()).then(function () {
          button.textContent = words.copied;
          status.textContent = words.copied;
          setTimeout(function () { button.textContent = label; status.textContent = ""; }, 2000);
        }, function () { /* Refused by the reader: the text can still be selected. */ });
      });
    };

    document.querySelectorAll("[data-copy-text]").forEach(function (button) {
      bindCopy(button, function () { return button.dataset.copyText; });
      button.hidden = false;
    });
    document.querySelectorAll("main pre > code").forEach(function (code) {
      var frame = code.parentElement.parentElement;
      if (!frame.matches("figure.code")) {
        frame = document.createElement("div");
        frame.className = "code-frame";
        code.parentElement.replaceWith(frame);
        frame.append(code.parentElement);
      }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy-code";
      button.textContent = words.copy;
      bindCopy(button, function () { return code.textContent; });
      frame.append(button);
    });
  }

  // Contents: open beside the text on wide screens, closed above it on narrow ones.
  var contents = document.querySelector(".toc > details");
  if (contents) {
    var wide = matchMedia("(min-width: 66rem)");
    var fit = function () { contents.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
  }

  // Search comes when somebody wants it: by the link, by "/" or Ctrl+K, or with ?q= in the address. Else the link leads to a list.
  var opener = document.querySelector(".search-open");
  var seek = function (sought) {
    if (window.citableSearch) { window.citableSearch(sought); return; }
    if (document.querySelector("script[data-search]")) { return; }
    var script = document.createElement("script");
    script.src = opener.dataset.script;
    script.dataset.search = "";
    script.onload = function () { window.citableSearch(sought); };
    script.onerror = function () { location.href = opener.href; };
    document.head.append(script);
  };
  if (opener) {
    opener.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
      event.preventDefault();
      seek("");
    });
    addEventListener("keydown", function (event) {
      var isTyping = event.target.matches && event.target.matches("input, textarea, select, [contenteditable]");
      var isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) { return; }
      event.preventDefault();
      seek("");
    });
    var sought = new URLSearchParams(location.search).get("q");
    if (sought) { seek(sought); }
  }

  // Closed <details> are not printed: open them, then close those again.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });
})();
