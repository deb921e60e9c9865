/* The words of a text that a query found. */

/** @param {[string, string][][]} alike @param {string} query folded */
function searchMarks(alike, query) {
  var longest = query.length, size = Math.min(longest, 2);
  var sought = size < 2 ? new Set(query) : folding.pairs(query);

  /** Where the words stand in a text: pairs of start and end, those that touch joined. @param {string} text
   * @returns {[number, number][]} */
  function spans(text) {
    var it = folding.fold(text, alike, {});
    /** @type {[number, number][]} */
    var found = [];
    for (var i = 0; i + size <= it.text.length; i++) {
      if (!sought.has(it.text.slice(i, i + size))) continue;
      var start = it.at[i], end = i + size < it.at.length ? it.at[i + size] : text.length;
      var last = found[found.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  /** How much of the query a text has. @param {string} text */
  function worth(text) {
    return spans(text).reduce((sum, span) => sum + Math.pow(Math.min(span[1] - span[0], longest), 2), 0);
  }

  /** Put a text into an element, its found words marked. @param {Element} element @param {string} text */
  function write(element, text) {
    var done = 0;
    spans(text).forEach(function (span) {
      element.append(text.slice(done, span[0]));
      var mark = document.createElement("mark");
      mark.append(text.slice(span[0], span[1]));
      element.append(mark);
      done = span[1];
    });
    element.append(text.slice(done));
  }

  /** The piece of a text around the longest word found. @param {string} text */
  function piece(text) {
    var best = spans(text).sort((one, other) => other[1] - other[0] - (one[1] - one[0]) || one[0] - other[0])[0];
    var start = Math.max(0, (best ? best[0] : 0) - 30);
    var begin = start ? Math.max(text.lastIndexOf("\n", start + 29), start) : 0;
    var cut = text.slice(begin, begin + 100).replace(/\s+/g, " ").replace(/^[，。、：；？！ ]+/, "").trim();
    return (begin && text[begin] !== "\n" ? "…" : "") + cut + (begin + 100 < text.length ? "…" : "");
  }

  /** Which part of the query one wording has. @param {string} text */
  function share(text) {
    return spans(text).reduce((sum, span) => sum + span[1] - span[0], 0) / longest;
  }

  return { write, worth, piece, share };
}
