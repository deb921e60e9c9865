/* A query -> its positions: the terms that a document may have. */

/** @param {Index} index @param {Manifest} manifest */
function queryReader(index, manifest) {
  var LONGEST = 120; // characters of a query that are read
  var WORD = 2.2; // what a word of the field weighs beside a pair that is none
  var UNKNOWN = 20; // a term that no page has weighs as much as one that so many have
  var WEAK = "的了吗呢吧啊呀么我你他她它们是在和与跟就都也还要能会有没不怎什哪谁可以请问为把被给让去来到这那个得想该多少几";
  var CITED = /([\u4e00-\u9fff]{2}法|细则|规定)第?(\d+)条?/;
  /** @type {Map<string, number>} about how many documents have a word */
  var counts = new Map();
  manifest.words.replace(/(\S*\D)(\d+)/g, function (_, word, bits) { // after each the length of its count in bits
    counts.set(word, Math.pow(2, bits - 0.5));
    return "";
  });

  /** What a query is in the form that is compared: without tones, and single characters set apart put together.
   * @param {string} query @param {Object<string, string>} simplified */
  function folded(query, simplified) {
    var text = query.slice(0, LONGEST).replace(/[\ud800-\udfff\u0000-\u001f]/g, " ").normalize("NFD")
      .replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    if (/^\s*\S(\s+\S)+\s*$/.test(text)) text = text.replace(/\s+/g, "");
    text = text.replace(/([a-z])[1-5](?=[a-z\s]|$)/gi, "$1").replace(/([a-z])[\s'’]+(?=[a-z])/gi, "$1");
    return folding.fold(text, manifest.alike, simplified).text;
  }

  /** The number that an article had: "旧" or the year of the version; null where the number of today is meant.
   * @param {string} text a folded query */
  function once(text) {
    /** @type {string[]} */
    var versions = [];
    var plain = text.replace(/\(?(?:旧|老|原来?|改?[以之从]前|修[改正订]前|((?:19|20)\d\d)年?)(?:的|版|修[改正订])*\)?/g,
      function (_, year) { versions.push(year || "旧"); return ""; });
    var cited = versions.length ? CITED.exec(plain) : null;
    return cited && { plain, term: versions[0] + cited[1] + cited[2] };
  }

  /** How much a term says by its characters alone. @param {string} term */
  function weightOf(term) {
    var weak = 0;
    for (var i = 0; i < term.length; i++) if (WEAK.indexOf(term[i]) >= 0) weak++;
    return weak === 0 ? 1 : weak === term.length ? 0.08 : 0.35;
  }

  /** @param {string} text a folded query @returns {Position[]} */
  function positions(text) {
    /** @type {Position[]} */
    var found = [];
    var before = once(text), mixed = /[\u3400-\u9fff]/.test(text);
    /** @param {number} at @param {number} weight @param {string} family @param {string} term @param {boolean} [more] */
    function add(at, weight, family, term, more) {
      found.push({ at, weight, more, alternatives: [{ family, term, factor: 1 }] });
    }
    if (before) {
      text = before.plain;
      add(0, 6, "t", before.term, true);
    }
    text = text.replace(/(\d{1,2}月\d{1,2})日/g, function (whole, day, at) {
      add(at, 2, "t", day);
      return " ".repeat(whole.length);
    });
    text.replace(new RegExp("[" + folding.HAN + "]+|[a-z]+|[a-z0-9]+", "g"), function (run, at) {
      var after = text[at + run.length] || "";
      if (run[0] > "\u2fff") {
        if (run.length === 1 && text.length === 1) add(at, 1, "n", run);
        else byWords(run, at, add);
      } else if (/^\d+$/.test(run)) {
        var counted = after > "\u2fff" || after === "%";
        if (counted) add(at, /[条选人%号]/.test(after) ? 2 : 1, "t", run + after, after === "号");
        if (after === "号") add(at, 1, "t", run + "日", true);
        add(at, counted ? 0.3 : 1, "t", run);
      } else if (/^[a-z]+$/.test(run)) {
        latin(run, at, add, found, mixed);
      } else {
        add(at, mixed ? 0.4 : 1, "t", run, mixed);
      }
      return "";
    });
    text.replace(new RegExp(CITED, "g"), function (_, law, number, at) { add(at, 3, "t", law + number); return ""; });
    // A syllable between two characters: the name that has one character there.
    text.replace(/([\u3400-\u9fff])[a-z]+([\u3400-\u9fff])/g, function (_, one, other, at) { add(at, 1, "n", "_" + one + other, true); return ""; });
    return found;
  }

  /** @typedef {(at: number, weight: number, family: string, term: string, more?: boolean) => void} Add */

  /** The longest words of the field, and the pairs of what stands between them. @param {string} run @param {number} at
   * @param {Add} add */
  function byWords(run, at, add) {
    var open = 0;
    function close(/** @type {number} */ end) {
      if (end - open === 1 && WEAK.indexOf(run[open]) < 0 && run.length > 1) {
        var start = end < run.length ? open : open - 1;
        add(at + start, 0.5, "t", run.slice(start, start + 2));
      }
      for (var i = open; i + 1 < end; i++) add(at + i, weightOf(run.slice(i, i + 2)), "t", run.slice(i, i + 2));
    }
    for (var i = 0; i < run.length;) {
      var size = Math.min(8, run.length - i);
      while (size > 1 && !counts.has(run.slice(i, i + size))) size--;
      if (size > 1) {
        close(i);
        var word = run.slice(i, i + size);
        add(at + i, weightOf(word) * (WORD + (size - 2) * 0.4), "t", word);
        open = i + size;
      }
      i += size;
    }
    close(run.length);
  }

  /** @param {string} word @param {number} at @param {Add} add @param {Position[]} found
   * @param {boolean} mixed with Chinese: then it is no initials, and what no page has is not missed */
  function latin(word, at, add, found, mixed) {
    var sounds = index.sounds().syllables(word);
    var before = found.length;
    if (sounds && sounds.length > 1) {
      for (var i = 0; i + 1 < sounds.length; i++) add(at + i, 1, "n", "'" + sounds[i] + "'" + sounds[i + 1]);
    } else if (!mixed && word.length > 1 && word.length < 12) {
      for (var j = 0; j + 1 < word.length; j++) add(at + j, 1, "n", "`" + word.slice(j, j + 2));
    }
    if (found.length === before) add(at, word.length < 2 ? 0.2 : mixed ? 0.4 : 1, "t", word, mixed);
    else if (!sounds || sounds.length < 3) found[before].alternatives.push({ family: "t", term: word, factor: 1 });
  }

  /** Those that tell most and lie in few files. @param {Position[]} all @param {Set<string>} files that the query has
   * needed till now; these are added @param {number} more how many files besides @returns {Position[]} */
  function chosen(all, files, more) {
    /** @type {Map<string, number>} */
    var worth = new Map();
    all.forEach(function (one, number) {
      var count = counts.get(one.alternatives[0].term) || UNKNOWN, file = filesOf(one)[0];
      var now = one.weight * Math.log(1 + manifest.documents / count) * (number % 2 ? 0.9 : 1);
      if (!files.has(file)) worth.set(file, (worth.get(file) || 0) + now);
    });
    Array.from(worth).sort((one, other) => other[1] - one[1]).slice(0, more).forEach(one => files.add(one[0]));
    var some = all.filter(one => files.has(filesOf(one)[0]));
    some.forEach(one => filesOf(one).forEach(file => files.add(file)));
    return some;
  }

  /** @param {Position} position */
  function filesOf(position) {
    return position.alternatives.map(one => one.family + index.shardOf(one.family, one.term));
  }

  /** A query with the word of the field that must have been meant where no page has what was typed: its characters
   * sound alike, or one of four is wrong, missing or too many. @param {string} text @param {Position[]} lost */
  function respelt(text, lost) {
    var best = "", start = 0, size = 0;
    lost.forEach(function (position) {
      counts.forEach(function (_, word) {
        if (word.length <= best.length) return;
        for (var length = word.length - 1; length <= word.length + 1; length++) {
          for (var from = Math.max(0, position.at + 2 - length); from <= position.at; from++) {
            if (!alike(word, text.slice(from, from + length))) continue;
            best = word;
            start = from;
            size = length;
          }
        }
      });
    });
    return text.slice(0, start) + best + text.slice(start + size);
  }

  /** @param {string} word @param {string} typed */
  function alike(word, typed) {
    var begin = 0, end = 0, least = Math.min(word.length, typed.length);
    while (begin < least && word[begin] === typed[begin]) begin++;
    while (end < least - begin && word[word.length - 1 - end] === typed[typed.length - 1 - end]) end++;
    var right = word.slice(begin, word.length - end), wrong = typed.slice(begin, typed.length - end);
    return begin + end > 0 && heard(right) === heard(wrong) ||
      right.length < 2 && wrong.length < 2 && word.length + typed.length > 6;

    /** As many people say it: zh as z, -ng as -n. @param {string} text */
    function heard(text) {
      return text.replace(/./g, one => (index.sounds().of[one] || one).replace(/^([zcs])h/, "$1").replace(/ng$/, "n"));
    }
  }

  /** Give positions other spellings: a character wrong, missing or too many, or one that sounds alike.
   * @param {string} text @param {Position[]} lost */
  function loosened(text, lost) {
    var sounds = index.sounds().of;
    lost.forEach(function (position) {
      var one = text[position.at], next = text[position.at + 1], third = text[position.at + 2];
      var main = position.alternatives[0];
      if (main.family !== "t" || !(one > "\u2fff") || !(next > "\u2fff")) return;
      /** @param {string} term @param {number} factor */
      function or(term, factor) { position.alternatives.push({ family: "n", term, factor }); }
      if (sounds[one] && sounds[next]) or("'" + sounds[one] + "'" + sounds[next], 0.7);
      or("_" + one + next, 0.4);
      if (third > "\u2fff") or("_" + one + third, 0.4);
    });
  }

  return { folded, positions, chosen, respelt, loosened };
}
