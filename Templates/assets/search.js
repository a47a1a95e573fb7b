// Search: loaded when somebody wants it. It reads the index below search/ of the site, never another host.
// Pairs of characters tell which pages may hold what is sought; the page itself then tells whether it does.
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src);
  var opener = document.querySelector(".search-open");
  var words = opener.dataset;
  var AT_ONCE = 10;      // Results that are shown at once.
  var LOOKED_AT = 12;    // Pages that are read at least before anything is said to be the best.
  var LISTED = 256;      // Pages whose addresses stand in one file.
  var LISTS = 4;         // Files of addresses that are loaded before anybody asks.
  var MOST_PAIRS = 6;    // Pairs of a long query that are asked for; the text decides anyway.
  var RANKS = 6;         // Title, question, answer, heading, body, margin.

  // Characters: the same rules as in the program that writes the index (CharacterPair).
  function isNothing(c) { return c === 0xAD || c >= 0x200B && c <= 0x200D || c === 0x2060 || c === 0xFEFF; }
  function isSpace(c) {
    return c <= 0x20 || c === 0x7F || c === 0xA0 || c === 0x1680 || c >= 0x2000 && c <= 0x200A || c === 0x2028 ||
      c === 0x2029 || c === 0x202F || c === 0x205F || c === 0x3000;
  }
  function folded(c) {
    if (c >= 0xFF01 && c <= 0xFF5E) { c -= 0xFEE0; }
    if (c >= 0x41 && c <= 0x5A) { return c + 0x20; }
    if (c < 0xC0 || c >= 0x2E80) { return c; }
    var lower = Array.from(String.fromCodePoint(c).toLowerCase());
    return lower.length === 1 ? lower[0].codePointAt(0) : c;
  }
  // Letters and digits of scripts that set spaces between words: only between two of these a space counts.
  function isWord(c) {
    return c >= 0x30 && c <= 0x39 || c >= 0x61 && c <= 0x7A || c >= 0xC0 && c < 0x2000 || c >= 0xAC00 && c <= 0xD7A3;
  }
  // The text as it is compared, and for each of its units the place in the text as it stands.
  function fold(text) {
    var out = "", at = [], gap = false, last = 0;
    for (var i = 0; i < text.length;) {
      var c = text.codePointAt(i), start = i;
      i += c > 0xFFFF ? 2 : 1;
      if (isSpace(c)) { gap = true; continue; }
      if (isNothing(c)) { continue; }
      c = folded(c);
      if (gap && isWord(last) && isWord(c)) { out += " "; at.push(start); }
      gap = false;
      out += String.fromCodePoint(c);
      at.push(start);
      if (c > 0xFFFF) { at.push(start); }
      last = c;
    }
    at.push(text.length);
    return { text: out, at: at };
  }
  function code(c) { return (c ^ c >>> 16) & 0xFFFF; }
  function isLatin(c) { return c >= 0x61 && c <= 0x7A || c >= 0x30 && c <= 0x39; }
  // Pairs by the range of their numbers: the last bits of Latin ones are those of the character behind them.
  function pairsOf(text) {
    var codes = Array.from(text.replace(/ /g, ""), function (one) { return code(one.codePointAt(0)); }), pairs = [];
    for (var i = 0; i + 1 < codes.length; i += 1) {
      var a = codes[i], b = codes[i + 1], third = codes[i + 2], number = (a * 0xBBDB + b * 0xBADF & 0xFFFF) << 8;
      if (!isLatin(a) || !isLatin(b)) {
        number |= (a * 0xD8DF + b * 0x5FBF & 0xFFFF) >>> 8;
        pairs.push({ first: number, last: number, weight: (a < 0x2E80 ? 0 : 1) + (b < 0x2E80 ? 0 : 1) });
      } else if (third !== undefined) {
        number |= (third * 0xD8DF & 0xFFFF) >>> 8;
        pairs.push({ first: number, last: number, weight: 1 });
      } else if (i === 0 || !isLatin(codes[i - 1])) {
        pairs.push({ first: number, last: number | 0xFF, weight: 0 });
      }
    }
    return pairs;
  }

  // Files, each asked for once.
  var files = new Map();
  function load(path, read, options) {
    if (!files.has(path)) {
      files.set(path, fetch(new URL(path, root), options).then(function (reply) {
        if (!reply.ok) { throw new Error(path + ": " + reply.status); }
        return read(reply);
      }).catch(function (error) { files.delete(path); throw error; }));
    }
    return files.get(path);
  }
  function text(reply) { return reply.text(); }
  function bytes(reply) { return reply.arrayBuffer().then(function (buffer) { return new Uint8Array(buffer); }); }

  var index = null;
  function loadIndex() {
    if (!index) {
      index = fetch(new URL("search/index.json", root), { cache: "no-cache" }).then(function (reply) {
        if (!reply.ok) { throw new Error("search/index.json: " + reply.status); }
        return reply.json();
      }).then(function (found) {
        found.count = 0;
        found.languages.forEach(function (language) {
          language.first = found.count;
          found.count += language.pages;
          language.end = found.count;
        });
        found.own = found.languages.find(function (language) { return language.tag === document.documentElement.lang; }) || found.languages[0];
        found.own.isOwn = true;
        for (var list = 0; list < LISTS && list * LISTED < found.count; list += 1) { loadList(found, list).catch(function () {}); }
        return load("search/names.txt?v=" + found.version, text).then(function (lines) {
          found.names = readNames(lines, found.own.code);
          return found;
        });
      });
      index.catch(function () { index = null; });
    }
    return index;
  }

  // Other names of the same term, by each of its names.
  function readNames(lines, code) {
    var names = new Map();
    lines.split("\n").forEach(function (line) {
      var parts = line.split("\t");
      if (parts.shift() !== code) { return; }
      parts.forEach(function (name) {
        var key = fold(name).text;
        names.set(key, (names.get(key) || []).concat(parts.filter(function (other) { return fold(other).text !== key; })));
      });
    });
    return names;
  }

  // Addresses of pages, by number: a line says how many characters it shares with the one before.
  function loadList(index, number) {
    return load("search/pages/" + number + ".txt?v=" + index.version, function (reply) {
      return reply.text().then(function (all) {
        var last = "";
        return all.split("\n").slice(0, -1).map(function (line) {
          return (last = last.slice(0, line.charCodeAt(0) - 64) + line.slice(1));
        });
      });
    });
  }

  // A page as a reader sees it. What a host or the browser kept of it may be old, so it is asked again.
  function loadPage(index, number) {
    return loadList(index, Math.floor(number / LISTED)).then(function (list) {
      var path = list[number % LISTED];
      return load(path.slice(1), function (reply) {
        return reply.text().then(function (html) {
          var language = index.languages.find(function (language) { return number < language.end; });
          return readPage(html, path, language);
        });
      }, { cache: "no-cache", headers: { Accept: "text/html" } });
    });
  }

  // The same text as the program that writes the index reads (SearchReading): a block to a line, each with its rank.
  function named(names) { return new Set(names.split(" ")); }
  var VOID = named("area base br col embed hr img input link meta source track wbr");
  var HIDDEN = named("script style template noscript head nav button select textarea svg");
  var BLOCK = named("address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr li main nav ol p pre section summary table tbody tfoot thead tr ul");
  var RANK_NAMES = ["title", "question", "answer", "heading", "body", "margin"];
  function rankOf(element, rank) {
    var marked = RANK_NAMES.indexOf(element.getAttribute("data-search"));
    if (element.hasAttribute("hidden") || element.getAttribute("data-search") === "none") { return -1; }
    if (marked >= 0) { return marked; }
    if (element.id === "answer") { return 2; }
    if (HIDDEN.has(element.localName)) { return -1; }
    if (rank === 5) { return rank; }
    if (element.localName === "aside") { return 5; }
    return element.localName === "h1" ? 0 : /^h[2-6]$/.test(element.localName) ? 3 : rank;
  }
  function readPage(html, path, language) {
    var start = Math.max(html.indexOf("<main"), 0), end = html.lastIndexOf("</main");
    var parser = new DOMParser(), main = parser.parseFromString(html.slice(start, end < 0 ? html.length : end), "text/html").body;
    var starts = [], ranks = [], whole = "", line = "", gap = false;
    function endLine(rank) {
      gap = false;
      if (!line) { return; }
      starts.push(whole.length);
      ranks.push(rank);
      whole += line + "\n";
      line = "";
    }
    function add(text) {
      text.split(/[\x00-\x20\x7F]+/).forEach(function (word, position) {
        if (position) { gap = true; }
        if (!word) { return; }
        line += (line && gap ? " " : "") + word;
        gap = false;
      });
    }
    function edge(name, rank) {
      if (BLOCK.has(name)) { endLine(rank); } else if (name === "td" || name === "th" || name === "br") { gap = true; }
    }
    function walk(parent, rank) {
      for (var node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 3) { add(node.data); }
        if (node.nodeType !== 1) { continue; }
        edge(node.localName, rank);
        if (VOID.has(node.localName)) { continue; }
        var inner = rankOf(node, rank);
        if (inner >= 0) {
          if (inner !== rank) { endLine(rank); }
          walk(node, inner);
          if (inner !== rank) { endLine(inner); }
        }
        edge(node.localName, rank);
      }
    }
    walk(main, 4);
    endLine(4);
    if (ranks.indexOf(0) < 0) {
      add(parser.parseFromString((/<title>[^<]*/.exec(html) || [""])[0], "text/html").title);
      endLine(0);
    }
    var page = { path: path, text: whole, starts: starts, ranks: ranks, language: language, folded: null };
    var title = ranks.indexOf(0);
    page.title = title < 0 ? path : whole.slice(starts[title], lineEnd(page, title));
    return page;
  }
  function lineAt(page, place) {
    var low = 0, high = page.starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (page.starts[middle] <= place) { low = middle; } else { high = middle - 1; }
    }
    return low;
  }

  // Asks a file of pairs for some that follow each other: calls back with each page's number and its rank.
  function eachPage(file, first, end, callBack) {
    var i = 0, last = 0;
    function number() {
      var value = 0, shift = 1, byte;
      do { byte = file[i]; i += 1; value += (byte & 127) * shift; shift *= 128; } while (byte > 127);
      return value;
    }
    while (i < file.length && last <= end) {
      last += number();
      for (var isLast = false; !isLast;) {
        var head = number(), count = Math.floor(head / 16), page = -1;
        isLast = (head & 8) > 0;
        while (count > 0) {
          var step = number(), run = step ? 1 : number();
          count -= run;
          for (; run > 0; run -= 1) {
            page += step || 1;
            if (last >= first && last <= end) { callBack(page, head & 7); }
          }
        }
      }
    }
  }

  // The pages that hold all pairs, by the best rank that what is sought can have there.
  function candidates(index, pairs) {
    var shift = 24 - index.bits;
    return Promise.all(pairs.map(function (pair) {
      return load("search/pairs/" + (pair.first >>> shift) + ".bin?v=" + index.version, bytes);
    })).then(function (files) {
      var hits = new Uint8Array(index.count), worst = new Uint8Array(index.count), best = new Uint8Array(index.count);
      pairs.forEach(function (pair, position) {
        var mask = (1 << shift) - 1;
        best.fill(RANKS);
        eachPage(files[position], pair.first & mask, pair.last & mask, function (page, rank) {
          if (rank < best[page]) { best[page] = rank; }
        });
        best.forEach(function (rank, page) {
          if (rank === RANKS || hits[page] !== position) { return; }
          hits[page] = position + 1;
          if (rank > worst[page]) { worst[page] = rank; }
        });
      });
      var found = [];
      for (var rank = 0; rank < RANKS; rank += 1) {
        // The reader's language comes first.
        [true, false].forEach(function (isOwn) {
          index.languages.forEach(function (language) {
            if ((language === index.own) !== isOwn) { return; }
            for (var page = language.first; page < language.end; page += 1) {
              if (hits[page] === pairs.length && worst[page] === rank) { found.push(page); }
            }
          });
        });
      }
      return { pages: found, rank: worst };
    });
  }

  // What is sought: the phrase, and the words that may stand apart.
  function readQuery(query) {
    var phrase = fold(query).text;
    var parts = query.split(/\s+/).map(function (part) { return fold(part).text; }).filter(Boolean);
    var pairs = [].concat.apply([], parts.map(pairsOf));
    if (!pairs.length) { pairs = pairsOf(phrase); }
    var seen = new Set();
    pairs = pairs.filter(function (pair) { return !seen.has(pair.first) && seen.add(pair.first); });
    if (pairs.length > MOST_PAIRS) {
      // The most telling ones, and of those every so manieth.
      pairs.sort(function (a, b) { return b.weight - a.weight; });
      var telling = pairs.filter(function (pair) { return pair.weight === pairs[0].weight; });
      var from = telling.length >= MOST_PAIRS ? telling : pairs;
      var step = from === telling ? from.length / MOST_PAIRS : 1;
      pairs = Array.from({ length: MOST_PAIRS }, function (none, i) { return from[Math.floor(i * step)]; });
    }
    return { phrase: phrase, parts: parts.length > 1 ? parts : [], pairs: pairs };
  }

  // Whether a page holds what is sought, where, and how good that is; null when it does not.
  function judge(page, query) {
    page.folded = page.folded || fold(page.text);
    var hits = occurrences(page, query.phrase), isPhrase = hits.length > 0;
    if (!isPhrase) {
      for (var i = 0; i < query.parts.length; i += 1) {
        var some = occurrences(page, query.parts[i]);
        if (!some.length) { return null; }
        hits = hits.concat(some);
      }
      if (!hits.length) { return null; }
    }
    var rank = RANKS, isWhole = false;
    hits.forEach(function (hit) { if (hit.rank < rank) { rank = hit.rank; } });
    hits.forEach(function (hit) { if (hit.rank === rank && hit.isWhole) { isWhole = true; } });
    var isTitle = fold(page.title).text === query.phrase;
    return {
      page: page, hits: hits, rank: rank,
      order: [isPhrase ? 0 : 1, isTitle ? 0 : 1, rank, page.language.isOwn ? 0 : 1, isWhole ? 0 : 1, -Math.min(hits.length, 99), page.title.length],
    };
  }
  function occurrences(page, sought) {
    var all = page.folded.text, at = page.folded.at, found = [];
    for (var place = all.indexOf(sought); place >= 0 && found.length < 100; place = all.indexOf(sought, place + sought.length)) {
      var start = at[place], end = at[place + sought.length - 1];
      end += page.text.codePointAt(end) > 0xFFFF ? 2 : 1;
      var before = all.charCodeAt(place - 1), after = all.charCodeAt(place + sought.length);
      var isWhole = !(isWord(before) && isWord(all.charCodeAt(place))) && !(isWord(after) && isWord(all.charCodeAt(place + sought.length - 1)));
      found.push({ start: start, end: end, line: lineAt(page, start), rank: 0, isWhole: isWhole });
      found[found.length - 1].rank = page.ranks[found[found.length - 1].line];
    }
    return found;
  }
  function compare(a, b) {
    for (var i = 0; i < a.order.length; i += 1) { if (a.order[i] !== b.order[i]) { return a.order[i] - b.order[i]; } }
    return 0;
  }

  // A search under way: `more` gives the next results, the best first.
  function search(index, text) {
    var query = readQuery(text), shown = new Set();
    // The next results; `early` is handed those that nothing can overtake while others are still read.
    function pages(query) {
      var next = 0, waiting = [], all = null;
      return function (early) {
        var given = 0;
        return (all || (all = candidates(index, query.pairs))).then(function take(found) {
          // What was not read yet can't be better than the rank that its pairs have.
          var isEnd = next >= found.pages.length, rest = isEnd ? RANKS : found.rank[found.pages[next]];
          var last = waiting[AT_ONCE - given - 1];
          var isSettled = last && (rest > last.rank || next >= (rest === 0 || last.order[0] ? 3 : 1) * LOOKED_AT);
          if (isEnd || isSettled) {
            return { results: waiting.splice(0, AT_ONCE - given), isEnd: isEnd && !waiting.length };
          }
          var batch = found.pages.slice(next, next + LOOKED_AT).map(function (number) {
            return { rank: found.rank[number], page: loadPage(index, number) };
          });
          batch.forEach(function (read) { read.page.catch(function () {}); });
          next += batch.length;
          return batch.reduce(function (before, read, position) {
            return before.then(function () { return read.page; }).then(function (page) {
              var result = judge(page, query), next = batch[position + 1];
              if (result) { waiting.push(result); }
              if (!next || next.rank === read.rank) { return; }
              waiting.sort(compare);
              var sure = waiting.slice(0, AT_ONCE - given).filter(function (result) { return !result.order[0] && result.rank < next.rank; });
              if (!early || !sure.length) { return; }
              waiting = waiting.slice(sure.length);
              given += sure.length;
              early(sure);
            });
          }, Promise.resolve()).then(function () {
            waiting.sort(compare);
            return take(found);
          });
        });
      };
    }
    var own = query.pairs.length ? pages(query) : null;
    var queue = own ? [{ more: own, name: "" }] : [];
    // An accent may be a character of its own, there or here.
    ["NFC", "NFD"].forEach(function (form) {
      var other = readQuery(text.normalize(form));
      if (own && other.phrase !== query.phrase) { queue.push({ more: pages(other), name: "" }); }
    });
    (index.names.get(query.phrase) || []).slice(0, 4).forEach(function (name) {
      var other = readQuery(name);
      if (other.pairs.length) { queue.push({ more: pages(other), name: name }); }
    });
    function fresh(results, name) {
      results = results.filter(function (result) { return !shown.has(result.page.path) && shown.add(result.page.path); });
      results.forEach(function (result) { result.name = name; });
      return results;
    }
    function more(early) {
      if (!queue.length) { return Promise.resolve({ results: [], isEnd: true }); }
      var name = queue[0].name;
      return queue[0].more(early && function (results) { early(fresh(results, name)); }).then(function (found) {
        if (found.isEnd) { queue.shift(); }
        var results = fresh(found.results, name);
        var isEnd = !queue.length;
        if (results.length >= AT_ONCE || isEnd) { return { results: results, isEnd: isEnd }; }
        return more(early).then(function (rest) { return { results: results.concat(rest.results), isEnd: rest.isEnd }; });
      });
    }
    return { more: more, isTooShort: !query.pairs.length };
  }

  // What is shown.
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }
  // A part of a page's text with the hits in it marked; line ends become spaces.
  function marked(page, start, end, hits) {
    var parts = [], place = start;
    hits.filter(function (hit) { return hit.start >= start && hit.end <= end; })
      .sort(function (a, b) { return a.start - b.start; })
      .forEach(function (hit) {
        if (hit.start < place) { return; }
        parts.push(plain(page, place, hit.start), element("mark", {}, [plain(page, hit.start, hit.end)]));
        place = hit.end;
      });
    parts.push(plain(page, place, end));
    return parts;
  }
  function plain(page, start, end) {
    return page.text.slice(start, end).replace(/\n/g, " ");
  }
  function lineEnd(page, line) { return (line + 1 < page.starts.length ? page.starts[line + 1] : page.text.length) - 1; }

  // The line of the best hit outside titles, else what the page says first.
  function excerpt(result) {
    var page = result.page, best = null;
    result.hits.forEach(function (hit) {
      if (hit.rank > 0 && (!best || hit.rank < best.rank)) { best = hit; }
    });
    var line = best ? best.line : page.ranks.indexOf(2);
    if (line < 0) { line = page.ranks.findIndex(function (rank) { return rank > 0; }); }
    if (line < 0) { return []; }
    var start = page.starts[line], end = Math.max(lineEnd(page, line), best ? best.end : 0), before = "", after = "";
    if (best && best.start - start > 40) { start = softStart(page.text, best.start - 30, best.start); before = "…"; }
    if (end - start > 120) { end = Math.max(start + 110, best ? best.end : 0); after = "…"; }
    return [before].concat(marked(page, start, end, result.hits), [after]);
  }
  // No cut inside a word or a character.
  function softStart(text, from, limit) {
    for (var i = from; i < limit; i += 1) {
      if (isSpace(text.charCodeAt(i))) { continue; }
      if (!isWord(folded(text.charCodeAt(i))) || !isWord(folded(text.charCodeAt(i - 1)))) {
        return text.charCodeAt(i) >> 10 === 55 ? i + 1 : i;
      }
    }
    return from;
  }
  function titleOf(result) {
    var page = result.page, line = page.ranks.indexOf(0);
    if (line < 0) { return [page.title]; }
    return marked(page, page.starts[line], lineEnd(page, line), result.hits);
  }
  function placeOf(result) {
    var language = result.page.language, rest = result.page.path.slice(language.prefix.length + 1);
    var name = language.sections[rest.split("/")[0]] || "";
    return [name, result.name ? words.also + result.name : ""].filter(Boolean).join(" · ");
  }

  var dialog, input, list, status, moreButton, current = null, active = -1;
  function build() {
    input = element("input", {
      type: "text", id: "search-input", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
      "aria-expanded": "false", "aria-controls": "search-results", "aria-autocomplete": "list", "aria-label": words.label, placeholder: words.hint,
    });
    input.maxLength = 200;
    var close = element("button", { type: "button", class: "search-close" }, [words.close]);
    list = element("div", { role: "listbox", id: "search-results", "aria-label": words.label });
    status = element("p", { role: "status", class: "search-status" });
    moreButton = element("button", { type: "button", class: "search-more", hidden: "" }, [words.more]);
    var all = element("a", { class: "search-all", href: opener.getAttribute("href") }, [words.all]);
    dialog = element("dialog", { class: "search", "aria-label": words.label }, [
      element("div", { class: "search-box" }, [input, close]), status, element("div", { class: "search-scroll" }, [list, moreButton, all]),
    ]);
    document.body.append(dialog);
    close.addEventListener("click", function () { dialog.close(); });
    moreButton.addEventListener("click", showMore);
    dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
    // What an input method has under way is not yet sought.
    input.addEventListener("input", function (event) { if (!event.isComposing) { run(); } });
    input.addEventListener("compositionend", run);
    input.addEventListener("keydown", keys);
  }
  function keys(event) {
    if (event.isComposing) { return; }
    var options = list.children;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options.length) { choose((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + options.length) % options.length); }
    } else if (event.key === "Enter") {
      event.preventDefault();
      var chosen = options[Math.max(active, 0)];
      if (chosen) { chosen.click(); }
    }
  }
  function choose(number) {
    var before = list.children[active], option = list.children[number];
    if (before) { before.setAttribute("aria-selected", "false"); }
    active = number;
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  function add(results) {
    results.forEach(function (result) {
      var page = result.page, attributes = { role: "option", tabindex: "-1", "aria-selected": "false", id: "search-result-" + list.children.length };
      attributes.href = new URL(page.path.slice(1), root).href;
      if (page.language.tag !== document.documentElement.lang) { attributes.lang = page.language.tag; }
      list.append(element("a", attributes, [
        element("span", { class: "search-title" }, titleOf(result)),
        element("span", { class: "search-place" }, [placeOf(result)]),
        element("span", { class: "search-excerpt" }, excerpt(result)),
      ]));
    });
    input.setAttribute("aria-expanded", String(list.children.length > 0));
  }
  function say(isEnd) {
    list.removeAttribute("aria-busy");
    var count = list.children.length;
    status.textContent = count ? words.found.replace("{n}", isEnd ? count : count + "+") : words.none;
    moreButton.hidden = isEnd;
  }
  function clear(message) {
    if (message || !input.value.trim()) { list.removeAttribute("aria-busy"); }
    list.replaceChildren();
    active = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", "false");
    moreButton.hidden = true;
    status.textContent = message;
  }
  function fail(own) {
    if (own === current) { clear(words.failed); }
  }
  function run() {
    var sought = input.value, own = current = {};
    if (!sought.trim()) { clear(""); return Promise.resolve(); }
    list.setAttribute("aria-busy", "true");
    return loadIndex().then(function (index) {
      if (own !== current) { return null; }
      own.search = search(index, sought);
      if (own.search.isTooShort) { clear(words.short); return null; }
      var isFirst = true;
      function show(results) {
        if (own !== current) { return; }
        if (isFirst) { clear(""); }
        isFirst = false;
        add(results);
      }
      return own.search.more(show).then(function (found) {
        if (own !== current) { return; }
        show(found.results);
        say(found.isEnd);
      });
    }).catch(function () { fail(own); });
  }
  function showMore() {
    // One step at a time: a second click while results come would end the first one's.
    if (list.getAttribute("aria-busy")) { return; }
    list.setAttribute("aria-busy", "true");
    var own = current, first = list.children.length;
    own.search.more(function (results) { if (own === current) { add(results); } }).then(function (found) {
      if (own !== current) { return; }
      add(found.results);
      say(found.isEnd);
      input.focus();
      if (list.children[first]) { choose(first); }
    }).catch(function () { fail(own); });
  }

  var isReady = null;
  function ready() {
    if (!isReady) {
      isReady = new Promise(function (resolve) {
        var sheet = element("link", { rel: "stylesheet", href: words.style });
        sheet.onload = sheet.onerror = resolve;
        document.head.append(sheet);
      }).then(build);
    }
    return isReady;
  }

  // Opens the dialog, with something to seek when that is known.
  window.citableSearch = function (sought) {
    return ready().then(function () {
      if (!dialog.open) { dialog.showModal(); }
      input.focus();
      loadIndex().catch(function () {});
      if (sought) { input.value = sought; return run(); }
      input.select();
    });
  };
})();
