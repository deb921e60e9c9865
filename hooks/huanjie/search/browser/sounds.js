/* How the characters of daily use sound. */

class Sounds {
  /** @param {SoundTable} table */
  constructor(table) {
    /** The characters of GB 2312, which are simplified ones, those of daily use first, by how they sound. */
    var characters = gb2312();
    /** @type {Object<string, string>} the syllable of a character */
    var of = {};
    /** @type {Set<string>} */
    var syllables = new Set();
    /** @param {string} syllable */
    function ordered(syllable) { return syllable.replace("v", "u"); }
    table.initials.split(",").map(initial => table.finals.split(",").map(final => initial + final))
      .reduce((all, some) => all.concat(some))
      .sort((one, other) => ordered(one) < ordered(other) ? -1 : +(ordered(one) > ordered(other)))
      .reduce(function (place, syllable, number) {
        var end = place + table.counts.charCodeAt(number) - table.none;
        if (end > place) syllables.add(syllable);
        for (var i = place; i < end; i++) of[characters[i]] = syllable;
        return end;
      }, 0);
    this.of = of;
    this.syllables = syllables;
    this.simplified = new Set(characters);
  }

  /** The syllables of pinyin that a word consists of, the longest first; null where it is none. @param {string} word
   * @returns {string[] | null} */
  split(word) {
    /** @type {(string[] | null)[]} those of what follows each place */
    var after = [];
    for (var at = word.length; at >= 0; at--) {
      after[at] = at === word.length ? [] : null;
      for (var size = Math.min(6, word.length - at); size && !after[at]; size--) {
        var syllable = word.slice(at, at + size), rest = after[at + size];
        if (this.syllables.has(syllable) && rest) after[at] = [syllable].concat(rest);
      }
    }
    return after[0];
  }
}

/** All Chinese characters of GB 2312 in its order, from the browser's own table. */
function gb2312() {
  var bytes = new Uint8Array(2 * 72 * 94);
  for (var i = 0; i < bytes.length; i += 2) bytes.set([0xb0 + i / 2 / 94, 0xa1 + i / 2 % 94], i);
  return new TextDecoder("gbk").decode(bytes);
}

