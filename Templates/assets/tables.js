// Filters and sorts the rows of a model table; without it the table stands in the order of the catalog.
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var form = document.querySelector(".table-tools");

  var rows = Array.from(form.parentElement.querySelectorAll("tbody tr"));
  var body = rows[0].parentElement;
  function cell(row, column) { return row.cells[column].textContent.trim(); }
  function number(text) {
    var digits = text.replace(/,/g, "").match(/\d+(\.\d+)?/);
    return digits ? Number(digits[0]) : null;
  }
  function show() {
    var sought = form.filter.value.trim().toLowerCase();
    var shown = rows.filter((row) => {
      row.hidden = row.textContent.toLowerCase().indexOf(sought) < 0;
      return !row.hidden;
    }).length;
    form.shown.textContent = sought ? words.shown.replace("{n}", shown).replace("{m}", rows.length) : "";
  }
  function sort() {
    var order = form.sort.value;
    var sorted = rows.slice();
    if (order) {
      var column = Math.abs(order);
      var sign = order.charAt(0) === "-" ? -1 : 1;
      sorted.sort((one, two) => {
        var a = cell(one, column), b = cell(two, column);
        if (column === 0) { return a.localeCompare(b, document.documentElement.lang); }
        var x = number(a), y = number(b);
        // What has no number stands last in both directions.
        if (x === null || y === null) { return (x === null) - (y === null); }
        return sign * (x - y);
      });
    }
    body.append.apply(body, sorted);
  }
  form.filter.addEventListener("input", show);
  form.sort.addEventListener("change", sort);
  form.addEventListener("submit", (event) => { event.preventDefault(); });
})();
