/* How the characters of daily use sound. */

/** @param {string} counts of the characters that sound like each syllable, one sign each; see sounds.py */
function searchSounds(counts) {
  var INITIALS = ",b,c,ch,d,f,g,h,j,k,l,m,n,p,q,r,s,sh,t,w,x,y,z,zh".split(",");
  var FINALS = ("a,ai,an,ang,ao,e,ei,en,eng,er,i,ia,ian,iang,iao,ie,in,ing,iong,iu,o,ong,ou,u,v,ua,uai,uan,uang,ue,ve,ui,un," +
    "uo").split(",");
  var NONE = 35; // the code of the sign for none
  var characters = simple();
  /** @type {Object<string, string>} */
  var of = {};
  var known = new Set();
  /** @param {string} syllable */
  function ordered(syllable) { return syllable.replace("v", "u"); }
  INITIALS.map(initial => FINALS.map(final => initial + final)).reduce((all, some) => all.concat(some))
    .sort((one, other) => ordered(one) < ordered(other) ? -1 : +(ordered(one) > ordered(other)))
    .reduce(function (place, syllable, number) {
      var end = place + counts.charCodeAt(number) - NONE;
      if (end > place) known.add(syllable);
      for (var i = place; i < end; i++) of[characters[i]] = syllable;
      return end;
    }, 0);

  /** The characters of GB 2312, which are simplified ones, those of daily use first, by how they sound. */
  function simple() {
    var bytes = new Uint8Array(2 * 72 * 94);
    for (var i = 0; i < bytes.length; i += 2) bytes.set([0xb0 + i / 2 / 94, 0xa1 + i / 2 % 94], i);
    return new TextDecoder("gbk").decode(bytes);
  }

  /** The syllables of pinyin that a word consists of, the longest first; null where it is none. @param {string} word
   * @returns {string[] | null} */
  function syllables(word) {
    /** @type {(string[] | null)[]} those of what follows each place */
    var after = [];
    for (var at = word.length; at >= 0; at--) {
      after[at] = at === word.length ? [] : null;
      for (var size = Math.min(6, word.length - at); size && !after[at]; size--) {
        var one = word.slice(at, at + size), rest = after[at + size];
        if (known.has(one) && rest) after[at] = [one].concat(rest);
      }
    }
    return after[0];
  }

  return { of, syllables, simple: new Set(characters) };
}
