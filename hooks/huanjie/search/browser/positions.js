/* A folded query -> its positions: the terms that a document may have. */

class Positions {
  /** @param {string} text @param {Map<string, number>} counts of words @param {SearchIndex} index */
  constructor(text, counts, index) {
    this._counts = counts;
    this._index = index;
    this._mixed = /[\u3400-\u9fff]/.test(text); // then letters are no initials, and none is missed that no page has
    /** @type {Position[]} */
    this.all = [];
    this._read(text);
  }

  /** @param {number} at @param {number} weight @param {string} family @param {string} term @param {boolean} [more] */
  _add(at, weight, family, term, more) {
    this.all.push({ at, weight, more, alternatives: [{ family, term, factor: 1 }] });
  }

  /** @param {string} text */
  _read(text) {
    var former = formerArticle(text);
    if (former) {
      text = former.plain;
      this._add(0, WEIGHTS.formerArticle, "t", former.term, true);
    }
    text = text.replace(/(\d{1,2}月\d{1,2})日/g, (whole, day, at) => {
      this._add(at, WEIGHTS.day, "t", day);
      return " ".repeat(whole.length);
    });
    text.replace(new RegExp("[" + HAN + "]+|[a-z]+|[a-z0-9]+", "g"), (run, at) => {
      if (run[0] > "\u2fff") {
        if (run.length === 1 && text.length === 1) this._add(at, 1, "n", run);
        else this._addWords(run, at);
      } else if (/^\d+$/.test(run)) {
        this._addNumber(run, at, text[at + run.length] || "");
      } else if (/^[a-z]+$/.test(run)) {
        this._addLetters(run, at);
      } else {
        this._add(at, this._mixed ? WEIGHTS.foreign : 1, "t", run, this._mixed);
      }
      return "";
    });
    text.replace(new RegExp(CITED, "g"), (_, law, number, at) => {
      this._add(at, WEIGHTS.article, "t", law + number);
      return "";
    });
    // A syllable between two characters: the name that has one character there.
    text.replace(/([\u3400-\u9fff])[a-z]+([\u3400-\u9fff])/g, (_, before, after, at) => {
      this._add(at, 1, "n", "_" + before + after, true);
      return "";
    });
  }

  /** @param {string} number @param {number} at @param {string} after the character behind it */
  _addNumber(number, at, after) {
    var counted = after > "\u2fff" || after === "%";
    if (counted) this._add(at, /[条选人%号]/.test(after) ? WEIGHTS.countedNumber : 1, "t", number + after, after === "号");
    if (after === "号") this._add(at, 1, "t", number + "日", true);
    this._add(at, counted ? WEIGHTS.plainNumber : 1, "t", number);
  }

  /** The longest words of the field, and the pairs of what stands between them. @param {string} run @param {number} at */
  _addWords(run, at) {
    var open = 0;
    for (var i = 0; i < run.length;) {
      var size = Math.min(8, run.length - i);
      while (size > 1 && !this._counts.has(run.slice(i, i + size))) size--;
      if (size > 1) {
        this._addPairs(run, at, open, i);
        var word = run.slice(i, i + size);
        this._add(at + i, weightOf(word) * (WEIGHTS.word + (size - 2) * WEIGHTS.wordCharacter), "t", word);
        open = i + size;
      }
      i += size;
    }
    this._addPairs(run, at, open, run.length);
  }

  /** @param {string} run @param {number} at @param {number} start @param {number} end */
  _addPairs(run, at, start, end) {
    if (end - start === 1 && WEAK.indexOf(run[start]) < 0 && run.length > 1) {
      var first = end < run.length ? start : start - 1;
      this._add(at + first, WEIGHTS.characterLeft, "t", run.slice(first, first + 2));
    }
    for (var i = start; i + 1 < end; i++) this._add(at + i, weightOf(run.slice(i, i + 2)), "t", run.slice(i, i + 2));
  }

  /** @param {string} word @param {number} at */
  _addLetters(word, at) {
    var syllables = this._index.sounds().split(word), mixed = this._mixed, before = this.all.length;
    if (syllables && syllables.length > 1) {
      for (var i = 0; i + 1 < syllables.length; i++) this._add(at + i, 1, "n", "'" + syllables[i] + "'" + syllables[i + 1]);
    } else if (!mixed && word.length > 1 && word.length < 12) {
      for (var j = 0; j + 1 < word.length; j++) this._add(at + j, 1, "n", "`" + word.slice(j, j + 2));
    }
    if (this.all.length === before) {
      this._add(at, word.length < 2 ? WEIGHTS.letter : mixed ? WEIGHTS.foreign : 1, "t", word, mixed);
    } else if (!syllables || syllables.length < 3) {
      this.all[before].alternatives.push({ family: "t", term: word, factor: 1 });
    }
  }
}

/** The positions that tell most and lie in few files. @param {Position[]} all @param {Set<string>} files that the query has
 * needed till now; these are added @param {number} more how many files besides @param {Map<string, number>} counts of words
 * @param {SearchIndex} index @returns {Position[]} */
function chosenPositions(all, files, more, counts, index) {
  /** @param {Position} position */
  function filesOf(position) {
    return position.alternatives.map(other => other.family + index.shardOf(other.family, other.term));
  }
  /** @type {Map<string, number>} */
  var worth = new Map();
  all.forEach(function (position, number) {
    var count = counts.get(position.alternatives[0].term) || WEIGHTS.documentsOfUnchosen, file = filesOf(position)[0];
    var now = position.weight * Math.log(1 + index.manifest.documents / count) * (number % 2 ? WEIGHTS.second : 1);
    if (!files.has(file)) worth.set(file, (worth.get(file) || 0) + now);
  });
  Array.from(worth).sort((one, other) => other[1] - one[1]).slice(0, more).forEach(entry => files.add(entry[0]));
  var some = all.filter(position => files.has(filesOf(position)[0]));
  some.forEach(position => filesOf(position).forEach(file => files.add(file)));
  return some;
}

