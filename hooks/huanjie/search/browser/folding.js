/* Text as it is compared; the same as fold in folding.py. */

var HAN = "\u3400-\u9fff";
var FIGURES = "零一二三四五六七八九";
/** @type {Object<string, number>} */
var UNITS = { "十": 10, "百": 100, "千": 1000 };
var NUMERAL = /(第?)([零〇一二三四五六七八九十百千两]+)([名人天日月年条款项票组届次个岁倍号级时点分]?)/g;
var NOT_BEFORE_ONE = "统唯同专单万"; // 统一组织 is not "统" and one group

/** A text that changes; `places` has where each of its characters stood in the original. */
class TrackedText {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.places = Array.from({ length: text.length }, (_, place) => place);
  }

  /** @param {RegExp} pattern @param {string | ((...groups: string[]) => string)} by */
  replace(pattern, by) {
    var text = this.text, before = this.places, changed = "", done = 0;
    /** @type {number[]} */
    var places = [];
    text.replace(pattern, function (/** @type {any[]} */ ...groups) {
      var start = groups[groups.length - 2], now = typeof by === "string" ?
        by.replace(/\$(\d)/g, (_, group) => groups[group] || "") : by(...groups);
      changed += text.slice(done, start) + now;
      while (done < start) places.push(before[done++]);
      for (var i = 0; i < now.length; i++) places.push(before[start + Math.min(i, groups[0].length - 1)]);
      done = start + groups[0].length;
      return "";
    });
    if (!done) return;
    this.text = changed + text.slice(done);
    this.places = places.concat(before.slice(done));
  }
}

/** The value of a numeral; null for what is none. @param {string} numeral @param {boolean} counted */
function numeralValue(numeral, counted) {
  numeral = numeral.replace(/〇/g, "零").replace(/两/g, "二");
  if (!/[十百千]/.test(numeral)) {
    if (!(numeral.length >= 4 || (counted && numeral.length === 1))) return null;
    return numeral.replace(/./g, figure => String(FIGURES.indexOf(figure)));
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
function foldNumeral(whole, ordinal, numeral, counted, start, text) {
  var before = +start ? text[+start - 1] : "";
  if (numeral.length === 1 && !ordinal && !counted) return whole;
  if (numeral === "一" && before && NOT_BEFORE_ONE.indexOf(before) >= 0) return whole;
  var value = numeralValue(numeral, Boolean(ordinal || counted));
  return value === null ? whole : ordinal + value + counted;
}

/**
 * Fold a text, and know where each character of the result came from.
 * @param {string} original
 * @param {[string, string][][]} alike patterns with what stands for them, before numerals are read and after
 * @param {Object<string, string>} simplified
 */
function fold(original, alike, simplified) {
  var tracked = new TrackedText(original);
  /** @param {[string, string]} pattern */
  function replace(pattern) { tracked.replace(new RegExp(pattern[0], "g"), pattern[1]); }
  tracked.replace(/[\s\S]/g, function (character) {
    var plain = character.normalize("NFKC").toLowerCase();
    return simplified[plain] || plain;
  });
  alike[0].forEach(replace);
  tracked.replace(NUMERAL, foldNumeral);
  alike[1].forEach(replace);
  return tracked;
}

/** The pairs of characters of a folded text. @param {string} text @returns {Set<string>} */
function pairs(text) {
  var all = Array.from({ length: text.length }, (_, place) => text.slice(place, place + 2));
  return new Set(all.filter(pair => /^[^\s，。？、]{2}$/.test(pair)));
}

