/* Text as it is compared; the same as fold in folding.py. */

var folding = (function () {
  var HAN = "\u3400-\u9fff";
  var FIGURES = "零一二三四五六七八九";
  /** @type {Object<string, number>} */
  var UNITS = { "十": 10, "百": 100, "千": 1000 };
  var SPOKEN = /(第?)([零〇一二三四五六七八九十百千两]+)([名人天日月年条款项票组届次个岁倍号级时点分]?)/g;
  var NOT_ONE = "统唯同专单万";

  /** A text that changes, and where each of its characters stood in the original.
   * @param {string} text */
  function tracked(text) {
    var it = { text, at: Array.from({ length: text.length }, (_, place) => place), replace };

    /** @param {RegExp} pattern @param {string | ((...found: string[]) => string)} by */
    function replace(pattern, by) {
      var changed = "", done = 0;
      /** @type {number[]} */
      var at = [];
      it.text.replace(pattern, function () {
        var args = Array.prototype.slice.call(arguments);
        var start = args[args.length - 2], now = typeof by === "string" ?
          by.replace(/\$(\d)/g, (_, group) => args[group] || "") : by.apply(null, args);
        changed += it.text.slice(done, start) + now;
        while (done < start) at.push(it.at[done++]);
        for (var i = 0; i < now.length; i++) at.push(it.at[start + Math.min(i, args[0].length - 1)]);
        done = start + args[0].length;
        return "";
      });
      if (!done) return;
      it.text = changed + it.text.slice(done);
      it.at = at.concat(it.at.slice(done));
    }

    return it;
  }

  /** What a numeral comes to; null for what is none. @param {string} numeral @param {boolean} counted */
  function value(numeral, counted) {
    numeral = numeral.replace(/〇/g, "零").replace(/两/g, "二");
    if (!/[十百千]/.test(numeral)) {
      if (!(numeral.length >= 4 || (counted && numeral.length === 1))) return null;
      return numeral.replace(/./g, one => String(FIGURES.indexOf(one)));
    }
    var total = 0, digit = "", last = 10000;
    for (var i = 0; i < numeral.length; i++) {
      var size = UNITS[numeral[i]] || 1;
      if (size === 1) {
        if (digit !== "" && digit !== "零") return null;
        digit = numeral[i];
      } else if (size >= last || (!digit && (total || size > 10))) {
        return null;
      } else {
        total += size * FIGURES.indexOf(digit || "一");
        digit = "";
        last = size;
      }
    }
    return String(total + (digit ? FIGURES.indexOf(digit) : 0));
  }

  /** @param {string} whole @param {string} ordinal @param {string} numeral @param {string} counted
   * @param {string} start @param {string} text */
  function spoken(whole, ordinal, numeral, counted, start, text) {
    var before = +start ? text[+start - 1] : "";
    if (numeral.length === 1 && !ordinal && !counted) return whole;
    if (numeral === "一" && before && NOT_ONE.indexOf(before) >= 0) return whole;
    var read = value(numeral, Boolean(ordinal || counted));
    return read === null ? whole : ordinal + read + counted;
  }

  /**
   * Fold a text, and know where each character of the result came from.
   * @param {string} original
   * @param {[string, string][][]} alike patterns with what stands for them, before numerals are read and after
   * @param {Object<string, string>} simplified
   */
  function fold(original, alike, simplified) {
    var it = tracked(original);
    /** @param {[string, string]} one */
    function replace(one) { it.replace(new RegExp(one[0], "g"), one[1]); }
    it.replace(/[\s\S]/g, function (one) {
      var plain = one.normalize("NFKC").toLowerCase();
      return simplified[plain] || plain;
    });
    alike[0].forEach(replace);
    it.replace(SPOKEN, spoken);
    alike[1].forEach(replace);
    return it;
  }

  /** Its pairs of characters. @param {string} text folded @returns {Set<string>} */
  function pairs(text) {
    var all = Array.from({ length: text.length }, (_, place) => text.slice(place, place + 2));
    return new Set(all.filter(one => /^[^\s，。？、]{2}$/.test(one)));
  }

  return { fold, pairs, HAN };
})();

