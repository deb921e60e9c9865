/* Text as it is compared; the same as fold in folding.py. */

var folding = (function () {
  var HAN = "\u3400-\u9fff";
  var FIGURES = "零一二三四五六七八九";
  /** @type {Object<string, number>} */
  var UNITS = { "十": 10, "百": 100, "千": 1000 };
  var SPOKEN = /(第?)([零〇一二三四五六七八九十百千两]+)([名人天日月年条款项票组届次个岁倍号级时点]?)/g;
  var NOT_ONE = "统唯同专单万";

  /** A text that changes, and where each of its characters stood in the original.
   * @param {string} text */
  function tracked(text) {
    var it = { text: text, at: Array.from({ length: text.length }, function (_, place) { return place; }), replace: replace };

    /** @param {RegExp} pattern @param {string | ((...found: string[]) => string)} by */
    function replace(pattern, by) {
      var changed = "", done = 0;
      /** @type {number[]} */
      var at = [];
      it.text.replace(pattern, function () {
        var args = Array.prototype.slice.call(arguments);
        var start = args[args.length - 2], now = typeof by === "string" ?
          by.replace(/\$(\d)/g, function (_, group) { return args[group] || ""; }) : by.apply(null, args);
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
      return numeral.replace(/./g, function (one) { return String(FIGURES.indexOf(one)); });
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
   * @param {[string, string][]} synonyms
   * @param {Object<string, string>} traditional
   */
  function fold(original, synonyms, traditional) {
    var it = tracked(original);
    it.replace(/[\s\S]/g, function (one) {
      var plain = one.normalize("NFKC").toLowerCase();
      return traditional[plain] || plain;
    });
    it.replace(/[《》〈〉「」『』“”‘’"'\u200b-\u200f\ufeff]/g, "");
    it.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
    it.replace(new RegExp("([" + HAN + "])\\s+(?=\\d)|(\\d)\\s+(?=[" + HAN + "])", "g"), "$1$2");
    it.replace(SPOKEN, spoken);
    it.replace(/百分之(\d+)/g, "$1%");
    it.replace(/(^|[^\d\-/.])([1-4])\/([2-5])(?![\d\-/.日号])/g, "$1$3分之$2");
    it.replace(/([2-5])分之([1-4])(?!\d)/g, function (_, of, part) { return FIGURES[+of] + "分之" + FIGURES[+part]; });
    it.replace(/(\d)(?:[个名位](?:选民|人(?!大))|名|位|个(?=代表))/g, "$1人");
    it.replace(/((?:^|[^\d.])\d)千/g, "$1000");
    it.replace(/(\d)点钟?(?!票)/g, "$1时");
    it.replace(/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)/g, "$1年$2月$3日");
    it.replace(/(^|[^\d\-/.a-z])(\d{1,2})[-/.](\d{1,2})(?![\d\-/.%万亿倍元米公])/g, function (whole, before, month, day) {
      return +month > 0 && +month <= 12 && +day > 0 && +day <= 31 ? before + +month + "月" + +day + "日" : whole;
    });
    it.replace(/(^|\D)0(?=\d[年月日])/g, "$1");
    it.replace(/(月\d{1,2})号/g, "$1日");
    it.replace(/(\d)天/g, "$1日");
    it.replace(/(\d日)之?前/g, "$1以前");
    synonyms.forEach(function (one) {
      it.replace(new RegExp(one[0], "g"), function () { return one[1]; });
    });
    return it;
  }

  return { fold: fold, HAN: HAN };
})();

