/* Positions and their lists of documents -> hits, the best first. */

/** Load what the positions need and rank the documents. @param {Position[]} positions @param {SearchIndex} index
 * @param {boolean} question @returns {Promise<Hit[]>} */
async function ranked(positions, index, question) {
  var lists = await Promise.all(positions.map(function (position) {
    return Promise.all(position.alternatives.map(other => index.term(other.family, other.term)));
  }));
  var ranking = new Ranking(index.manifest);
  positions.forEach((position, number) => ranking.add(position, lists[number]));
  return ranking.hits(index, question);
}

class Ranking {
  /** @param {Manifest} manifest */
  constructor(manifest) {
    var size = manifest.documents;
    this._manifest = manifest;
    this._total = 0;
    this._likely = 0; // what documents are taken to have that are not listed
    this._scores = new Float64Array(size);
    this._covered = new Float64Array(size);
    this._best = new Int16Array(size).fill(999);
    this._previous = new Int16Array(size).fill(-1); // the place of each document in the position before
    /** @type {Set<number>} */
    this._touched = new Set();
  }

  /** @param {Position} position @param {List[]} lists */
  add(position, lists) {
    var count = Math.max(...lists.map(list => list.count)), previous = this._previous;
    if (position.more && !count) return;
    var size = this._manifest.documents;
    var rarity = position.weight * Math.min(Math.log(1 + size / (count || WEIGHTS.documentsOfMissing)), WEIGHTS.rarest);
    // A term that nearly every page has is listed only for some of them: those without it are not without it.
    var partly = lists.some(list => list.count * 2 !== list.documents.length);
    var likely = partly ? rarity * WEIGHTS.likely : 0;
    this._total += rarity;
    this._likely += likely;
    var matches = strongest(position, lists, this._manifest.within);
    matches.forEach((match, document) => {
      this._touched.add(document);
      this._scores[document] += rarity * match.strength * (previous[document] === match.place ? WEIGHTS.neighbour : 1);
      this._covered[document] += rarity * match.factor - likely;
      this._best[document] = Math.min(this._best[document], match.place);
    });
    previous.fill(-1);
    matches.forEach(function (match, document) { previous[document] = match.place; });
  }

  /** @param {SearchIndex} index @param {boolean} question @returns {Hit[]} */
  hits(index, question) {
    return Array.from(this._touched, document => {
      var coverage = (this._covered[document] + this._likely) / (this._total || 1), kind = index.kindOf(document);
      var weight = kind[1] * (question ? forQuestion(kind[0]) : 1);
      return { document, coverage, place: this._best[document], score: this._scores[document] * weight * Math.pow(coverage, 2) };
    }).sort(stronger);
  }
}

/** The strongest match of a position in each document. @param {Position} position @param {List[]} lists
 * @param {number} within how many places there are within one @returns {Map<number, Match>} */
function strongest(position, lists, within) {
  /** @type {Map<number, Match>} */
  var matches = new Map();
  lists.forEach(function (list, number) {
    var factor = position.alternatives[number].factor;
    for (var i = 0; i < list.documents.length; i += 2) {
      var place = list.documents[i + 1], kind = Math.floor(place / within), length = place % within;
      var strength = WEIGHTS.places[kind] * factor * (kind < 2 ? WEIGHTS.nameBase + WEIGHTS.nameShort / (1 + length / 2) : 1);
      var known = matches.get(list.documents[i]);
      if (!known || known.strength < strength) matches.set(list.documents[i], { strength, place, factor });
    }
  });
  return matches;
}

/** How much more a page of a kind weighs where something is asked. @param {string} kind */
function forQuestion(kind) {
  return kind === "词语" ? WEIGHTS.wordForQuestion : kind === "问答" ? WEIGHTS.answerForQuestion : 1;
}

/** @param {Hit} one @param {Hit} other */
function stronger(one, other) { return other.score - one.score || one.document - other.document; }

/** The best coverage of the first hits. @param {Hit[]} hits */
function coverageOf(hits) {
  return hits.slice(0, WEIGHTS.hitsOfCoverage).reduce((most, hit) => Math.max(most, hit.coverage), 0);
}

/** Whether the best document has some of the query in a name of its own. @param {Hit[]} hits @param {number} within */
function isNamed(hits, within) { return hits.length > 0 && hits[0].place < 2 * within; }

