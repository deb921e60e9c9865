/* Other spellings of a query of which too little was found. */

/** A query with the word of the field that must have been meant where no page has what was typed: its characters sound
 * alike, or one of four is wrong, missing or too many. @param {string} text @param {Position[]} missing
 * @param {Map<string, number>} counts of words @param {Sounds} sounds */
function respelt(text, missing, counts, sounds) {
  var best = "", start = 0, size = 0;
  missing.forEach(function (position) {
    counts.forEach(function (_, word) {
      if (word.length <= best.length) return;
      for (var length = word.length - 1; length <= word.length + 1; length++) {
        for (var from = Math.max(0, position.at + 2 - length); from <= position.at; from++) {
          if (!isMisspelt(word, text.slice(from, from + length), sounds)) continue;
          best = word;
          start = from;
          size = length;
        }
      }
    });
  });
  return text.slice(0, start) + best + text.slice(start + size);
}

/** @param {string} word @param {string} typed @param {Sounds} sounds */
function isMisspelt(word, typed, sounds) {
  var begin = 0, end = 0, least = Math.min(word.length, typed.length);
  while (begin < least && word[begin] === typed[begin]) begin++;
  while (end < least - begin && word[word.length - 1 - end] === typed[typed.length - 1 - end]) end++;
  var right = word.slice(begin, word.length - end), wrong = typed.slice(begin, typed.length - end);
  return begin + end > 0 && heard(right) === heard(wrong) ||
    right.length < 2 && wrong.length < 2 && word.length + typed.length > 6;

  /** As many people say it: zh as z, -ng as -n. @param {string} text */
  function heard(text) {
    return text.replace(/./g, character =>
      (sounds.of[character] || character).replace(/^([zcs])h/, "$1").replace(/ng$/, "n"));
  }
}

/** Give positions other spellings: a character wrong, missing or too many, or one that sounds alike.
 * @param {string} text @param {Position[]} missing @param {Sounds} sounds */
function loosen(text, missing, sounds) {
  missing.forEach(function (position) {
    var first = text[position.at], second = text[position.at + 1], third = text[position.at + 2];
    if (position.alternatives[0].family !== "t" || !(first > "\u2fff") || !(second > "\u2fff")) return;
    /** @param {string} term @param {number} factor */
    function or(term, factor) { position.alternatives.push({ family: "n", term, factor }); }
    if (sounds.of[first] && sounds.of[second]) or("'" + sounds.of[first] + "'" + sounds.of[second], WEIGHTS.spokenAlike);
    or("_" + first + second, WEIGHTS.around);
    if (third > "\u2fff") or("_" + first + third, WEIGHTS.around);
  });
}

