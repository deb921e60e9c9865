/* Chinese search: the index is made at build time (hooks/huanjie/search), cut into small files, and only those that a
   query needs are loaded, after somebody began to search. Nothing a reader types leaves the browser, and it is put into
   the page as text, never as HTML. */

/**
 * @typedef {{weight: number, at: number, alternatives: {family: string, term: string, factor: number}[]}} Position
 * @typedef {{document: number, score: number, coverage: number, place: number}} Hit
 * @typedef {{hits: Hit[], meant: boolean, folded: string}} Found
 * @typedef {{title: string, address: string, day: string, kind: string, text: string}} Card
 */

/* ---- Text as it is compared; the same as fold in hooks/huanjie/search/folding.py ---- */

var huanjieFolding = (function () {
  var HAN = "\u3400-\u9fff";
  var FIGURES = "零一二三四五六七八九";
  var UNITS = { "十": 10, "百": 100, "千": 1000 };
  var SPOKEN = /(第?)([零〇一二三四五六七八九十百千两]+)([名人天日月年条款项票组届次个岁倍号级]?)/g;
  var NOT_ONE = "统唯同专单万";

  /** A text that changes, and where each of its characters stood in the original. */
  function Tracked(text) {
    this.text = text;
    this.at = Array.from({ length: text.length }, function (_, place) { return place; });
  }

  /** @param {RegExp} pattern @param {(...found: any[]) => string} by */
  Tracked.prototype.replace = function (pattern, by) {
    var text = "", at = [], done = 0, self = this;
    this.text.replace(pattern, function () {
      var args = Array.prototype.slice.call(arguments);
      var start = args[args.length - 2];
      var now = by.apply(null, args);
      text += self.text.slice(done, start) + now;
      at = at.concat(self.at.slice(done, start));
      for (var i = 0; i < now.length; i++) at.push(self.at[start + Math.min(i, args[0].length - 1)]);
      done = start + args[0].length;
      return "";
    });
    if (!done) return this;
    this.text = text + this.text.slice(done);
    this.at = at.concat(this.at.slice(done));
    return this;
  };

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

  function spoken(whole, ordinal, numeral, counted, start, text) {
    var before = start ? text[start - 1] : "";
    if (numeral.length === 1 && !ordinal && !counted) return whole;
    if (numeral === "一" && before && NOT_ONE.indexOf(before) >= 0) return whole;
    var read = value(numeral, Boolean(ordinal || counted));
    return read === null ? whole : ordinal + read + counted;
  }

  function groups() {
    return Array.prototype.slice.call(arguments, 1, -2).filter(Boolean).join("");
  }

  /**
   * Fold a text, and know where each character of the result came from.
   * @param {string} original
   * @param {[string, string][]} synonyms
   * @param {Object<string, string>} traditional
   */
  function fold(original, synonyms, traditional) {
    var it = new Tracked(original);
    it.replace(/[\s\S]/g, function (one) {
      var plain = one.normalize("NFKC").toLowerCase();
      return traditional[plain] || plain;
    });
    it.replace(/[《》〈〉「」『』“”‘’"'\u200b-\u200f\ufeff]/g, function () { return ""; });
    it.replace(/(\d),(?=\d{3}(?!\d))/g, groups);
    it.replace(new RegExp("([" + HAN + "])\\s+(?=\\d)|(\\d)\\s+(?=[" + HAN + "])", "g"), groups);
    it.replace(SPOKEN, spoken);
    it.replace(/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)/g, function (_, year, month, day) {
      return year + "年" + month + "月" + day + "日";
    });
    it.replace(/(^|[^\d\-/.a-z])(\d{1,2})[-/](\d{1,2})(?![\d\-/.])/g, function (whole, before, month, day) {
      return +month > 0 && +month <= 12 && +day > 0 && +day <= 31 ? before + +month + "月" + +day + "日" : whole;
    });
    it.replace(/(^|\D)0(\d[年月日])/g, groups);
    it.replace(/(月\d{1,2})号/g, function (_, day) { return day + "日"; });
    it.replace(/(\d)天/g, function (_, digit) { return digit + "日"; });
    synonyms.forEach(function (one) {
      it.replace(new RegExp(one[0], "g"), function () { return one[1]; });
    });
    return it;
  }

  return { fold: fold, HAN: HAN };
})();

/* ---- The files of the index ---- */

/** @param {string} base where the files lie @param {(address: string, failed: () => void) => void} load */
function huanjieIndex(base, load) {
  var SIGNS = "", HALF, SINGLE = 58;
  for (var code = 33; code < 127; code++) if ('"<\\|'.indexOf(String.fromCharCode(code)) < 0) SIGNS += String.fromCharCode(code);
  HALF = SIGNS.length / 2;
  var NUMBER = {};
  for (var i = 0; i < SIGNS.length; i++) NUMBER[SIGNS[i]] = i;
  /** @type {Object<string, Promise<any>>} */
  var asked = {};
  /** @type {Object<string, (payload: any) => void>} */
  var waiting = {};
  /** @type {any} */
  var manifest;

  /** What every file of the index calls. */
  function got(name, payload) {
    if (waiting[name]) waiting[name](payload);
    else asked[name] = Promise.resolve(payload);
  }

  function file(name, digest) {
    if (!asked[name]) {
      asked[name] = new Promise(function (resolve, reject) {
        waiting[name] = resolve;
        load(base + name + (digest ? "-" + digest : "") + ".js", function () {
          delete asked[name];
          reject(new Error(name));
        });
      });
    }
    return asked[name];
  }

  function open() {
    return file("manifest").then(function (read) {
      if (manifest) return manifest;
      Object.keys(read.files).forEach(function (family) { read.files[family] = read.files[family].split(" "); });
      return (manifest = read);
    });
  }

  function shardOf(family, term) {
    var number = 0;
    for (var i = 0; i < term.length; i++) number = (number * 31 + term.charCodeAt(i)) % 4294967296;
    return number % manifest.files[family].length;
  }

  function numbered(family, number) {
    return file(family + number, manifest.files[family][number]);
  }

  /** The documents of a term: a flat list of document, place, document, place; and how many there are. */
  function unpacked(entry) {
    var documents = [], last = -1, step = 0, scale = 1, i = 0;
    var parts = entry.split(" ");
    while (i < parts[0].length) {
      var number = NUMBER[parts[0][i++]];
      if (number >= HALF) {
        step += (number - HALF) * scale;
        scale *= HALF;
        step += scale;
        continue;
      }
      last += step + number * scale + 1;
      documents.push(last, NUMBER[parts[0][i++]]);
      step = 0;
      scale = 1;
    }
    return { documents: documents, count: parts[1] ? +parts[1] : documents.length / 2 };
  }

  /** @param {string} family @param {string} term */
  function term(family, term) {
    return numbered(family, shardOf(family, term)).then(function (shard) {
      var start = shard.slice(0, term.length + 1) === term + " " ? 0 : shard.indexOf("|" + term + " ") + 1;
      if (!start && shard.slice(0, term.length + 1) !== term + " ") return { documents: [], count: 0 };
      var end = shard.indexOf("|", start);
      return unpacked(shard.slice(start + term.length + 1, end < 0 ? undefined : end));
    });
  }

  function kindOf(document) {
    var kinds = manifest.kinds, place = 0;
    while (place + 1 < kinds.length && kinds[place + 1][2] <= document) place++;
    return place;
  }

  /** @param {number} document @returns {Promise<Card>} */
  function card(document) {
    return numbered("c", Math.floor(document / manifest.cards)).then(function (shard) {
      var one = shard.d[document % manifest.cards];
      return { title: one[0], address: one[1], day: one[2] || "", kind: manifest.kinds[kindOf(document)][0] };
    });
  }

  function lengthened(alphabet, packed) {
    var text = "";
    for (var i = 0; i < packed.length; i++) {
      var number = NUMBER[packed[i]];
      text += alphabet[number < SINGLE ? number : SINGLE + (number - SINGLE) * SIGNS.length + NUMBER[packed[++i]]];
    }
    return text;
  }

  /** The sections of a document. @returns {Promise<{id: string, heading: string, text: string}[]>} */
  function sections(document) {
    var cards = Math.floor(document / manifest.cards);
    var part = Math.floor((document % manifest.cards) / manifest.texts);
    var name = "x" + (cards * (manifest.cards / manifest.texts) + part);
    return numbered("c", cards).then(function (shard) { return file(name, shard.x[part]); }).then(function (shard) {
      if (!shard.read) shard.read = texts(shard[0], shard[1]);
      return shard.read[document % manifest.cards % manifest.texts].split("\r").map(function (section) {
        var pieces = section.split("\t");
        return { id: pieces[0], heading: pieces[1] || "", text: pieces.slice(2).join(" ") };
      });
    });
  }

  /** Lines that came before stand in a text as a sign and their number among the different lines. */
  function texts(alphabet, packed) {
    var lines = [], seen = {};
    return packed.map(function (one) {
      return lengthened(alphabet, one).split("\n").map(function (line) {
        if (line[0] === "\x02") return lines[line.charCodeAt(1) - 0xe000];
        if (!Object.prototype.hasOwnProperty.call(seen, line)) { seen[line] = true; lines.push(line); }
        return line;
      }).join("\n");
    });
  }

  function variants() {
    return file("v", manifest.files.v[0]);
  }

  return { open: open, term: term, card: card, sections: sections, kindOf: kindOf, variants: variants, got: got };
}

/* ---- Matching and ranking ---- */

/** @param {ReturnType<typeof huanjieIndex>} index */
function huanjieMatching(index) {
  var LONGEST = 120; // characters of a query that are read
  var STRENGTH = [3, 2.9, 1.6, 1.3, 1]; // title, other wording, heading, lead, body
  // The part of a query that is found: below ENOUGH other spellings are tried, below LEAST it is nothing.
  var ENOUGH = 0.75, LEAST = 0.45, LEAST_OF_A_SENTENCE = 0.3, SENTENCE = 8;
  var LIKELY = 0.6; // how far a page counts as having a term that is listed only for some of those that have it
  // Up to SHORT characters that at most FEW pages have, and none in its name, may be misspelt though they stand there.
  var SHORT = 4, FEW = 2;
  var LOOSE = 9; // longer queries are not tried in other spellings: they have enough that is right
  var UNKNOWN = 4; // a term that no page has weighs as much as one that so many have
  var WEAK = "的了吗呢吧啊呀么我你他她它们是在和与跟就都也还要能会有没不怎什哪谁可以请问为把被给让去来到这那个得想该多少几";
  var SYLLABLE = "(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:i?ang|i?ong|u?ang|i?ao|u?ai|u?an|i?an|e?ng|ing|[aeiuv]n|e[ir]|a[io]|ou|u[eio]|i[aeu]|ve|[aeiouv])";
  var variants = null;

  /** Whether a Latin word is one or more syllables of pinyin; they are given longest first. */
  function syllables(word, known) {
    if (!word) return [];
    for (var size = Math.min(6, word.length); size; size--) {
      if (!known.test(word.slice(0, size))) continue;
      var rest = syllables(word.slice(size), known);
      if (rest) return [word.slice(0, size)].concat(rest);
    }
    return null;
  }

  /** What a query is in the form that is compared: without tones, and single characters set apart put together. */
  function folded(query, manifest) {
    var text = query.slice(0, LONGEST).replace(/[\ud800-\udfff\u0000-\u001f]/g, " ").normalize("NFD")
      .replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    if (/^\s*\S(\s+\S)+\s*$/.test(text)) text = text.replace(/\s+/g, "");
    text = text.replace(/([a-z])[1-5](?=[a-z\s]|$)/gi, "$1").replace(/([a-z])[\s'’]+(?=[a-z])/gi, "$1");
    return huanjieFolding.fold(text, manifest.synonyms, variants ? variants.simplified : {}).text;
  }

  function weightOf(pair) {
    var weak = 0;
    for (var i = 0; i < pair.length; i++) if (WEAK.indexOf(pair[i]) >= 0) weak++;
    return weak === 0 ? 1 : weak === pair.length ? 0.08 : 0.35;
  }

  /** The terms of a folded query, each a position that a document may have. @returns {Position[]} */
  function positions(text) {
    /** @type {Position[]} */
    var found = [];
    function add(at, weight, family, term) {
      found.push({ at: at, weight: weight, alternatives: [{ family: family, term: term, factor: 1 }] });
    }
    text.replace(new RegExp("[" + huanjieFolding.HAN + "]+|[a-z]+|[a-z0-9]+", "g"), function (run, at) {
      var after = text[at + run.length] || "";
      if (run[0] > "\u2fff") {
        if (run.length === 1 && text.length === 1) add(at, 1, "n", run);
        for (var i = 0; i + 1 < run.length; i++) add(at + i, weightOf(run.slice(i, i + 2)), "t", run.slice(i, i + 2));
      } else if (/^\d+$/.test(run)) {
        if (after > "\u2fff") add(at, 1, "t", run + after);
        add(at, after > "\u2fff" ? 0.3 : 1, "t", run);
      } else if (/^[a-z]+$/.test(run)) {
        latin(run, at, add, found);
      } else {
        add(at, 1, "t", run);
      }
      return "";
    });
    text.replace(/(\d{1,2}月\d{1,2})日/g, function (_, day, at) { add(at, 2, "t", day); return ""; });
    return telling(found);
  }

  /** Leave out what says little where enough says more: each term may cost a request. @param {Position[]} all */
  function telling(all) {
    var strong = all.filter(function (one) { return one.weight >= 1; }).length;
    return all.filter(function (one) { return one.weight >= (strong > 4 ? 1 : strong > 1 ? 0.3 : 0); });
  }

  function latin(word, at, add, found) {
    var sounds = syllables(word, new RegExp("^" + SYLLABLE + "$"));
    var before = found.length;
    if (sounds && sounds.length > 1) {
      for (var i = 0; i + 1 < sounds.length; i++) add(at + i, 1, "n", "'" + sounds[i] + "'" + sounds[i + 1]);
    } else if (word.length > 1 && word.length < 12) {
      for (var j = 0; j + 1 < word.length; j++) add(at + j, 1, "n", "`" + word.slice(j, j + 2));
    }
    if (found.length > before) found[before].alternatives.push({ family: "t", term: word, factor: 1 });
    else add(at, 1, "t", word);
  }

  /** Other spellings of each position: a character wrong, missing or too many, or one that sounds alike. */
  function loosened(text, all) {
    all.forEach(function (position) {
      var one = text[position.at], next = text[position.at + 1], third = text[position.at + 2];
      var main = position.alternatives[0];
      if (main.family !== "t" || !(one > "\u2fff") || !(next > "\u2fff")) return;
      function or(family, term, factor) { position.alternatives.push({ family: family, term: term, factor: factor }); }
      or("n", "_" + one + next, 0.5);
      if (third > "\u2fff") {
        or("n", "_" + one + third, 0.5);
        or("t", one + third, 0.4);
      }
      (variants.sounds[one] || []).slice(0, 2).forEach(function (sound) {
        (variants.sounds[next] || []).slice(0, 2).forEach(function (other) { or("n", "'" + sound + "'" + other, 0.7); });
      });
    });
  }

  function loadVariants() {
    return index.variants().then(function (read) {
      if (variants) return;
      var simplified = {}, sounds = {};
      for (var i = 0; i < read.traditional.length; i += 2) simplified[read.traditional[i]] = read.traditional[i + 1];
      Object.keys(read.sounds).forEach(function (syllable) {
        read.sounds[syllable].split("").forEach(function (one) { (sounds[one] = sounds[one] || []).push(syllable); });
      });
      variants = { simplified: simplified, sounds: sounds };
    });
  }

  /** Load what the positions need and rank the documents. @param {Position[]} all @returns {Promise<Hit[]>} */
  function ranked(all, manifest) {
    return Promise.all(all.map(function (position) {
      return Promise.all(position.alternatives.map(function (one) { return index.term(one.family, one.term); }));
    })).then(function (lists) { return rank(all, lists, manifest); });
  }

  function rank(all, lists, manifest) {
    var size = manifest.documents, within = manifest.within;
    var score = new Float64Array(size), covered = new Float64Array(size), best = new Int16Array(size).fill(999);
    var previous = new Int16Array(size).fill(-1), now, total = 0, touched = new Set();
    // A term that nearly every page has is listed only for some of them: those without it are not without it.
    var rare = lists.map(function (several) {
      return several.every(function (list) { return list.count * 2 === list.documents.length; });
    });
    var doubt = 0;
    all.forEach(function (position, number) {
      var count = Math.max.apply(null, lists[number].map(function (list) { return list.count; }));
      var rarity = position.weight * Math.log(1 + size / (count || UNKNOWN));
      total += rarity;
      var likely = rare[number] ? 0 : rarity * LIKELY;
      doubt += likely;
      now = new Map();
      lists[number].forEach(function (list, place) {
        var factor = position.alternatives[place].factor;
        for (var i = 0; i < list.documents.length; i += 2) {
          var at = list.documents[i + 1], field = Math.floor(at / within), name = at % within;
          var strength = STRENGTH[field] * factor * (field < 2 ? 0.55 + 2.2 / (1 + name / 2) : 1);
          var known = now.get(list.documents[i]);
          if (!known || known[0] < strength) now.set(list.documents[i], [strength, at, factor]);
        }
      });
      now.forEach(function (match, document) {
        touched.add(document);
        score[document] += rarity * match[0] * (previous[document] === match[1] ? 1.35 : 1);
        covered[document] += rarity * match[2] - likely;
        best[document] = Math.min(best[document], match[1]);
      });
      previous.fill(-1);
      now.forEach(function (match, document) { previous[document] = match[1]; });
    });
    /** @type {Hit[]} */
    var hits = [];
    touched.forEach(function (document) {
      var coverage = (covered[document] + doubt) / (total || 1);
      var kind = manifest.kinds[index.kindOf(document)][1];
      hits.push({ document: document, coverage: coverage, place: best[document],
        score: score[document] * kind * Math.pow(coverage, 1.2) });
    });
    return hits.sort(function (one, other) { return other.score - one.score || one.document - other.document; });
  }

  function top(hits) {
    return hits.length ? hits.slice(0, 5).reduce(function (most, hit) { return Math.max(most, hit.coverage); }, 0) : 0;
  }

  /** Whether the best document has some of the query in a name of its own. */
  function named(hits, manifest) {
    return hits.length > 0 && hits[0].place < 2 * manifest.within;
  }

  /** Answer a query. @param {string} query @returns {Promise<Found>} */
  function search(query) {
    return index.open().then(function (manifest) {
      var text = folded(query, manifest);
      var all = positions(text);
      if (!all.length) return { hits: [], meant: false, folded: text };
      return ranked(all, manifest).then(function (hits) {
        var short = text.length <= SHORT && !named(hits, manifest);
        if ((top(hits) >= ENOUGH && !short) || text.length > LOOSE) return found(hits, false, text);
        return loadVariants().then(function () { return again(query, hits, manifest); });
      });
    });
  }

  function again(query, before, manifest) {
    var text = folded(query, manifest);
    return ranked(positions(text), manifest).then(function (hits) {
      if (top(hits) >= ENOUGH && (text.length > SHORT || named(hits, manifest))) return found(hits, false, text);
      var all = positions(text);
      loosened(text, all);
      return ranked(all, manifest).then(function (loose) {
        var better = top(loose) > top(hits) + 0.1 ||
          (found(hits, false, text).hits.length <= FEW && named(loose, manifest) && top(loose) > LEAST);
        return found(better ? loose : hits, better, text);
      });
    });
  }

  function found(hits, meant, text) {
    var least = hits.length ? hits[0].score * 0.12 : 0, most = top(hits);
    return { meant: meant, folded: text, hits: most < (text.length < SENTENCE ? LEAST : LEAST_OF_A_SENTENCE) ? [] : hits.filter(function (hit) {
      return hit.score >= least && hit.coverage >= most * 0.6;
    }) };
  }

  return { search: search, positions: positions, folded: folded };
}

/* ---- The words of a text that a query found ---- */

/** @param {[string, string][]} synonyms @param {string} query folded */
function huanjieMarks(synonyms, query) {
  var pairs = new Set(), longest = query.length;
  for (var i = 0; i + 1 < longest; i++) if (/[^\s]{2}/.test(query.slice(i, i + 2))) pairs.add(query.slice(i, i + 2));
  if (longest === 1) pairs.add(query);

  /** Where the words stand in a text: pairs of start and end, those that touch joined. @param {string} text */
  function spans(text) {
    var it = huanjieFolding.fold(text, synonyms, {}), found = [], size = longest === 1 ? 1 : 2;
    for (var i = 0; i + size <= it.text.length; i++) {
      if (!pairs.has(it.text.slice(i, i + size))) continue;
      var start = it.at[i], end = i + size < it.at.length ? it.at[i + size] : text.length;
      var last = found[found.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  /** How much of the query a text has. */
  function worth(text) {
    return spans(text).reduce(function (sum, span) { return sum + Math.pow(Math.min(span[1] - span[0], longest), 2); }, 0);
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
    var best = spans(text).sort(function (one, other) { return other[1] - other[0] - (one[1] - one[0]) || one[0] - other[0]; })[0];
    var start = Math.max(0, (best ? best[0] : 0) - 30);
    var begin = start ? Math.max(text.lastIndexOf("\n", start + 29), start) : 0;
    var cut = text.slice(begin, begin + 100).replace(/\s+/g, " ").trim();
    return (begin && text[begin] !== "\n" ? "…" : "") + cut + (begin + 100 < text.length ? "…" : "");
  }

  return { write: write, worth: worth, piece: piece };
}

/* ---- What stands between the index and the page; node stops here ---- */

if (typeof module !== "undefined") {
  module.exports = { folding: huanjieFolding, index: huanjieIndex, matching: huanjieMatching };
} else if (!window.huanjieSearch) {
  (function () {
    var home = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
    var index = huanjieIndex(home + "assets/search/", function (address, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onerror = failed;
      document.head.append(script);
    });
    window.huanjieSearch = index.got;
    var reader = { home: home, index: index, search: huanjieMatching(index).search };
    Promise.resolve().then(function () { // what is in the index stands at the end of this file
      document.querySelectorAll("form[data-hj-search]").forEach(function (form) { huanjieBox(reader, form); });
      var results = document.querySelector("[data-hj-results]");
      if (results) huanjieResults(reader, results);
    });
  })();
}

/** Where a document stands; a folder has no server that would know its index.html. */
function huanjieAddress(home, address) {
  return home + address + (location.protocol === "file:" ? "index.html" : "");
}

/** Make an element with a class and a text. @returns {HTMLElement} */
function huanjieElement(name, kind, text) {
  var element = document.createElement(name);
  if (kind) element.className = kind;
  if (text) element.append(text);
  return element;
}

/* ---- The box: suggestions while typing ---- */

function huanjieBox(reader, form) {
  var input = form.querySelector("input[name=q]");
  var list = huanjieElement("ul", "hj-suggestions"), told = huanjieElement("p", "hj-unseen");
  var composing = false, latest = 0, timer = 0;
  told.setAttribute("role", "status");
  list.hidden = true;
  form.append(list, told);
  form.action = huanjieAddress(reader.home, "search/");

  function suggest() {
    var query = input.value.trim(), turn = ++latest;
    if (!query || document.querySelector("[data-hj-results]")) return close();
    reader.search(query).then(function (found) {
      return Promise.all(found.hits.slice(0, 6).map(function (hit) { return reader.index.card(hit.document); }));
    }).then(function (cards) {
      if (turn === latest) show(cards);
    }).catch(close);
  }

  function show(cards) {
    list.textContent = "";
    cards.forEach(function (card) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = huanjieAddress(reader.home, card.address);
      link.append(huanjieElement("span", "hj-kind", card.kind), " " + card.title);
      item.append(link);
      list.append(item);
    });
    list.hidden = !cards.length;
    told.textContent = cards.length ? "有 " + cards.length + " 条建议，按向下键选择，按回车键看全部" : "没有建议";
  }

  function close() {
    latest++;
    list.hidden = true;
    told.textContent = "";
  }

  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; later(); });
  input.addEventListener("input", later);
  function later() {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(suggest, 60);
  }
  if (document.activeElement === input) later(); // typed before this script had come
  form.addEventListener("submit", function (event) {
    if (composing || !input.value.trim()) event.preventDefault();
  });
  form.addEventListener("focusout", function (event) {
    if (!form.contains(event.relatedTarget)) close();
  });
  form.addEventListener("keydown", function (event) {
    var links = Array.from(list.querySelectorAll("a"));
    var place = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      input.focus();
      close();
    } else if (step && !event.isComposing && !list.hidden) {
      event.preventDefault();
      (links[place + step] || (place + step < 0 ? input : links[links.length - 1])).focus();
    }
  });
}

/* ---- The page of results ---- */

function huanjieResults(reader, area) {
  var PAGE = 10, SURE = 0.75;
  var input = document.querySelector("form[data-hj-search=page] input[name=q]");
  var status = area.querySelector("[data-hj-status]"), kinds = area.querySelector("[data-hj-kinds]");
  var list = area.querySelector("[data-hj-list]"), more = area.querySelector("[data-hj-more]");
  var answer = area.querySelector("[data-hj-answer]"), nothing = area.querySelector("[data-hj-nothing]");
  var contents = document.querySelector("[data-hj-contents]");
  var latest = 0, found, marks, manifest, chosen = "", shown = 0;

  function asked() {
    var query = new URLSearchParams(location.search).get("q") || "";
    input.value = query;
    contents.hidden = Boolean(query.trim());
    area.hidden = !query.trim();
    if (query.trim()) run(query, ++latest);
  }

  function run(query, turn) {
    list.removeAttribute("data-search-state");
    status.textContent = "正在查找…";
    Promise.all([reader.index.open(), reader.search(query)]).then(function (both) {
      if (turn !== latest) return;
      manifest = both[0];
      found = both[1];
      marks = huanjieMarks(manifest.synonyms, found.folded);
      chosen = "";
      begin(query, turn);
    }).catch(function () {
      status.textContent = "查找用的文件没有取到，请看看网络，再试一次；也可以从下面的栏目里找。";
      contents.hidden = false;
      list.dataset.searchState = "failed";
    });
  }

  function matching() {
    return found.hits.filter(function (hit) {
      return !chosen || manifest.kinds[reader.index.kindOf(hit.document)][0] === chosen;
    });
  }

  function begin(query, turn) {
    list.textContent = "";
    answer.hidden = true;
    shown = 0;
    nothing.hidden = found.hits.length > 0;
    var said = "没有找到“" + query.slice(0, 40) + (query.length > 40 ? "…" : "") + "”";
    status.textContent = found.hits.length
      ? (found.meant ? said + "，您要找的也许是下面这些：" : "找到 " + matching().length + " 条")
      : said + "。";
    filters(turn, query);
    next(turn);
  }

  function filters(turn, query) {
    var counts = {};
    kinds.textContent = "";
    found.hits.forEach(function (hit) {
      var name = manifest.kinds[reader.index.kindOf(hit.document)][0];
      counts[name] = (counts[name] || 0) + 1;
    });
    var names = Object.keys(counts);
    kinds.hidden = names.length < 2;
    [""].concat(names).forEach(function (name) {
      var button = huanjieElement("button", "", name ? name + " " + counts[name] : "全部 " + found.hits.length);
      button.type = "button";
      button.setAttribute("aria-pressed", String(name === chosen));
      button.addEventListener("click", function () {
        chosen = name;
        begin(query, turn);
        kinds.children[[""].concat(names).indexOf(name)].focus();
      });
      kinds.append(button);
    });
  }

  function next(turn) {
    var hits = matching().slice(shown, shown + PAGE);
    Promise.all(hits.map(function (hit) { return reader.index.card(hit.document); })).then(function (cards) {
      if (turn !== latest) return;
      var items = cards.map(result);
      items.forEach(function (item) { list.append(item); });
      if (shown && items[0]) items[0].querySelector("a").focus();
      shown += cards.length;
      more.hidden = shown >= matching().length;
      list.dataset.searchState = "done";
      hits.forEach(function (hit, place) { excerpt(hit, cards[place], items[place], !place && shown === cards.length); });
    });
  }

  function result(card) {
    var item = huanjieElement("li", "hj-result"), heading = document.createElement("h2"), link = document.createElement("a");
    link.href = huanjieAddress(reader.home, card.address);
    link.dataset.result = "";
    marks.write(link, card.title);
    heading.append(link);
    item.append(heading, huanjieElement("p", "hj-note", card.kind + (card.day ? "，" + day(card.day) : "")),
      huanjieElement("p", "hj-excerpt"));
    return item;
  }

  function day(text) {
    var parts = text.split("-");
    return +parts[0] + "年" + +parts[1] + "月" + +parts[2] + "日";
  }

  /** Say why a document was found: the section that has most of the query, and the words in it. */
  function excerpt(hit, card, item, first) {
    reader.index.sections(hit.document).then(function (sections) {
      var best = sections.reduce(function (best, section) {
        var worth = marks.worth(section.text) + marks.worth(section.heading);
        return worth > best.worth ? { worth: worth, section: section } : best;
      }, { worth: -1, section: { id: "", heading: "", text: "" } }).section;
      var text = item.querySelector(".hj-excerpt");
      if (best.heading) text.append(place(best, card), "：");
      marks.write(text, marks.piece(best.text));
      if (first && card.kind === "问答" && hit.coverage >= SURE && !found.meant) reply(card, sections[0]);
    }).catch(function () { /* The result stands without its excerpt. */ });
  }

  function place(section, card) {
    if (!section.id) return huanjieElement("span", "hj-where", section.heading);
    var link = huanjieElement("a", "hj-where", section.heading);
    link.href = huanjieAddress(reader.home, card.address) + "#" + encodeURIComponent(section.id);
    return link;
  }

  function reply(card, section) {
    if (!section || section.heading) return;
    var link = huanjieElement("a", "", card.title);
    link.href = huanjieAddress(reader.home, card.address);
    answer.textContent = "";
    answer.append(huanjieElement("p", "hj-note", "也许这就是答案："), huanjieElement("p", "", section.text));
    answer.lastChild.append("（", link, "）");
    answer.hidden = false;
  }

  more.addEventListener("click", function () { next(latest); });
  addEventListener("popstate", asked);
  document.querySelectorAll("form[data-hj-search]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      var query = form.querySelector("input[name=q]").value.trim();
      if (event.defaultPrevented || !query) return;
      event.preventDefault();
      try {
        history.pushState(null, "", "?q=" + encodeURIComponent(query.slice(0, 500)));
        asked();
      } catch (error) {
        form.submit(); // a folder has no history, and half a character no address
      }
    });
  });
  asked();
}
