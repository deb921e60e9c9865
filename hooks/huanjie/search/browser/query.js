/* A query in the form that is compared. */

var CITED = /([\u4e00-\u9fff]{2}法|细则|规定)第?(\d+)条?/;

/** Fold a query: without tones, and single characters set apart put together.
 * @param {string} query @param {[string, string][][]} alike @param {Object<string, string>} simplified */
function foldedQuery(query, alike, simplified) {
  var text = query.slice(0, WEIGHTS.queryCharacters).replace(/[\ud800-\udfff\u0000-\u001f]/g, " ").normalize("NFD")
    .replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  if (/^\s*\S(\s+\S)+\s*$/.test(text)) text = text.replace(/\s+/g, "");
  text = text.replace(/([a-z])[1-5](?=[a-z\s]|$)/gi, "$1").replace(/([a-z])[\s'’]+(?=[a-z])/gi, "$1");
  return fold(text, alike, simplified).text;
}

/** An article by the number that it had: "旧" or the year of the version; null where the number of today is meant.
 * @param {string} text a folded query */
function formerArticle(text) {
  /** @type {string[]} */
  var versions = [];
  var plain = text.replace(/\(?(?:旧|老|原来?|改?[以之从]前|修[改正订]前|((?:19|20)\d\d)年?)(?:的|版|修[改正订])*\)?/g,
    function (_, year) { versions.push(year || "旧"); return ""; });
  var cited = versions.length ? CITED.exec(plain) : null;
  return cited && { plain, term: versions[0] + cited[1] + cited[2] };
}

/** Whether it asks something: then a word explained is no answer. @param {string} text a folded query */
function isQuestion(text) {
  return /\d/.test(text) || (text.length > 5 && /[吗呢几谁哪怎吧]|什么|可以|(.)不\1/.test(text) &&
    !/什么是|是什么|是啥|意思|[么啥]叫/.test(text));
}

