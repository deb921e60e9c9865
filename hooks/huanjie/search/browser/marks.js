/* The words of a text that a query found. */

class Marks {
  /** @param {[string, string][][]} alike @param {string} query folded */
  constructor(alike, query) {
    this._alike = alike;
    this._longest = query.length;
    this._size = Math.min(query.length, 2);
    this._sought = this._size < 2 ? new Set(query) : pairs(query);
  }

  /** Where the words stand in a text: pairs of start and end, those that touch joined. @param {string} text
   * @returns {[number, number][]} */
  _spans(text) {
    var tracked = fold(text, this._alike, {}), places = tracked.places, size = this._size;
    /** @type {[number, number][]} */
    var spans = [];
    for (var i = 0; i + size <= tracked.text.length; i++) {
      if (!this._sought.has(tracked.text.slice(i, i + size))) continue;
      var start = places[i], end = i + size < places.length ? places[i + size] : text.length;
      var last = spans[spans.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else spans.push([start, end]);
    }
    return spans;
  }

  /** How much of the query a text has. @param {string} text */
  worth(text) {
    return this._spans(text).reduce((sum, span) => sum + Math.pow(Math.min(span[1] - span[0], this._longest), 2), 0);
  }

  /** Put a text into an element, its words of the query marked. @param {Element} element @param {string} text */
  write(element, text) {
    var done = 0;
    this._spans(text).forEach(function (span) {
      element.append(text.slice(done, span[0]), made("mark", "", text.slice(span[0], span[1])));
      done = span[1];
    });
    element.append(text.slice(done));
  }

  /** The piece of a text around the longest word of the query. @param {string} text */
  piece(text) {
    var spans = this._spans(text);
    var best = spans.sort((one, other) => other[1] - other[0] - (one[1] - one[0]) || one[0] - other[0])[0];
    var start = Math.max(0, (best ? best[0] : 0) - 30);
    var begin = start ? Math.max(text.lastIndexOf("\n", start + 29), start) : 0;
    var cut = text.slice(begin, begin + 100).replace(/\s+/g, " ").replace(/^[，。、：；？！ ]+/, "").trim();
    return (begin && text[begin] !== "\n" ? "…" : "") + cut + (begin + 100 < text.length ? "…" : "");
  }

  /** Which part of the query one wording has. @param {string} text */
  share(text) { return this._spans(text).reduce((sum, span) => sum + span[1] - span[0], 0) / this._longest; }
}

