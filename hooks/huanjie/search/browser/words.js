/* Words of the field in a query, and how much a term says by its characters alone. */

var WEAK = "的了吗呢吧啊呀么我你他她它们是在和与跟就都也还要能会有没不怎什哪谁可以请问为把被给让去来到这那个得想该多少几";

/** About how many documents have each word. @param {string} words each with the length of its count in bits
 * @returns {Map<string, number>} */
function wordCounts(words) {
  var counts = new Map();
  words.replace(/(\S*\D)(\d+)/g, function (_, word, bits) {
    counts.set(word, Math.pow(2, bits - 0.5));
    return "";
  });
  return counts;
}

/** @param {string} term */
function weightOf(term) {
  var weak = 0;
  for (var i = 0; i < term.length; i++) if (WEAK.indexOf(term[i]) >= 0) weak++;
  return weak === 0 ? 1 : weak === term.length ? WEIGHTS.weak : WEIGHTS.partlyWeak;
}

