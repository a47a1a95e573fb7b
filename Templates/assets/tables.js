// Filters and sorts the rows of a model table; without it the table stands in the order of the catalog.
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var form = document.querySelector(".table-tools");
  var body = form.parentElement.querySelector("tbody");
  // Read once: a catalog may have thousands of rows.
  var rows = Array.from(body.rows, (row) => ({ row: row, text: row.textContent.toLowerCase() }));

  function show() {
    var sought = form.filter.value.trim().toLowerCase();
    var shown = rows.filter((item) => !(item.row.hidden = !item.text.includes(sought))).length;
    form.shown.textContent = sought ? words.shown.replace("{n}", shown).replace("{m}", rows.length) : "";
  }
  function sort() {
    var column = Math.abs(form.sort.value);
    var sign = form.sort.value.startsWith("-") ? -1 : 1;
    var names = new Intl.Collator(document.documentElement.lang);
    var keyed = rows.map((item) => {
      var text = item.row.cells[column].textContent.trim();
      var digits = text.replace(/,/g, "").match(/\d+(\.\d+)?/);
      return { row: item.row, text: text, number: digits ? Number(digits[0]) : null };
    });
    if (form.sort.value) {
      keyed.sort((a, b) => {
        if (!column) { return names.compare(a.text, b.text); }
        // What has no number stands last in both directions.
        if (a.number === null || b.number === null) { return (a.number === null) - (b.number === null); }
        return sign * (a.number - b.number);
      });
    }
    body.append(...keyed.map((item) => item.row));
  }
  form.filter.addEventListener("input", show);
  form.sort.addEventListener("change", sort);
  form.addEventListener("submit", (event) => { event.preventDefault(); });
})();
