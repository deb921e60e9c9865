/* Matching and ranking. */

/** @param {Index} index */
function searchMatching(index) {
  var STRENGTH = [3, 2.6, 1.6, 1.3, 1]; // title, other wording, heading, lead, body
  // The part of a query that is found: below ENOUGH more of it is looked up, then other spellings; below LEAST it is
  // nothing.
  var ENOUGH = 0.75, LEAST = 0.45, LEAST_OF_A_SENTENCE = 0.3, LEAST_IN_TEXT = 0.62, SENTENCE = 8;
  var LIKELY = 0.6; // how far a page counts as having a term that is listed only for some of those that have it
  // Up to SHORT characters that at most FEW pages have, and none in its name, may be misspelt though they stand there.
  var SHORT = 4, FEW = 2;
  var BETTER = 0.3; // how much more of a query another spelling has to find where this one found something
  var LOOSE = 9; // longer queries are not tried in other spellings: they have enough that is right
  var QUESTION = /[吗呢几谁哪怎吧]|什么|可以|(.)不\1/, MEANING = /什么是|是什么|是啥|意思|[么啥]叫/;
  /** @type {Object<string, number>} */
  var ASKED = { "词语": 0.5, "问答": 1.08 };
  var RAREST = 4.5; // beyond this a rarer term says no more: it may be a name that was met by chance
  var UNKNOWN = 4; // a term that no page has weighs as much as one that so many have
  // After the FIRST, pages that lie in the same files as they come sooner: they are about the same, and are there already.
  var FIRST = 3, NEAR = 2.5;

  /** @type {Set<string>} */
  var simplified;

  /** Load what the positions need and rank the documents. @param {Position[]} all @param {Manifest} manifest
   * @param {boolean} [asks] whether it is a question: then a word explained is no answer
   * @returns {Promise<Hit[]>} */
  function ranked(all, manifest, asks) {
    return Promise.all(all.map(function (position) {
      return Promise.all(position.alternatives.map(function (one) { return index.term(one.family, one.term); }));
    })).then(function (lists) { return rank(all, lists, manifest, asks); });
  }

  /** @param {Position[]} all @param {List[][]} lists @param {Manifest} manifest @param {boolean} [asks] @returns {Hit[]} */
  function rank(all, lists, manifest, asks) {
    var size = manifest.documents, total = 0, doubt = 0;
    var score = new Float64Array(size), covered = new Float64Array(size), best = new Int16Array(size).fill(999);
    var previous = new Int16Array(size).fill(-1), touched = new Set();
    all.forEach(function (position, number) {
      var count = Math.max.apply(null, lists[number].map(function (list) { return list.count; }));
      if (position.more && !count) return;
      var rarity = position.weight * Math.min(Math.log(1 + size / (count || UNKNOWN)), RAREST);
      // A term that nearly every page has is listed only for some of them: those without it are not without it.
      var partly = lists[number].some(function (list) { return list.count * 2 !== list.documents.length; });
      var likely = partly ? rarity * LIKELY : 0;
      total += rarity;
      doubt += likely;
      var now = strongest(position, lists[number], manifest.within);
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
      hits.push({ document: document, coverage: coverage, place: best[document],
        score: score[document] * weight(index.kindOf(document)) * Math.pow(coverage, 2) });
    });
    return ordered(hits, manifest.cards);

    /** @param {[string, number]} kind */
    function weight(kind) { return kind[1] * (asks ? ASKED[kind[0]] || 1 : 1); }
  }

  /** @param {Hit[]} hits @param {number} size of a file of cards @returns {Hit[]} */
  function ordered(hits, size) {
    /** @param {Hit} one @param {Hit} other */
    function stronger(one, other) { return other.score - one.score || one.document - other.document; }
    hits.sort(stronger);
    var files = hits.slice(0, FIRST).map(function (hit) { return Math.floor(hit.document / size); });
    hits.slice(FIRST).forEach(function (hit) {
      if (files.indexOf(Math.floor(hit.document / size)) >= 0) hit.score *= NEAR;
    });
    return hits.slice(0, FIRST).concat(hits.slice(FIRST).sort(stronger));
  }

  /** For each document of a position: how strong, in which place, and how sure. @param {Position} position
   * @param {List[]} lists @param {number} within @returns {Map<number, [number, number, number]>} */
  function strongest(position, lists, within) {
    var found = new Map();
    lists.forEach(function (list, place) {
      var factor = position.alternatives[place].factor;
      for (var i = 0; i < list.documents.length; i += 2) {
        var at = list.documents[i + 1], field = Math.floor(at / within), name = at % within;
        var strength = STRENGTH[field] * factor * (field < 2 ? 0.55 + 2.2 / (1 + name / 2) : 1);
        var known = found.get(list.documents[i]);
        if (!known || known[0] < strength) found.set(list.documents[i], [strength, at, factor]);
      }
    });
    return found;
  }

  /** @param {Hit[]} hits */
  function top(hits) {
    return hits.slice(0, 5).reduce(function (most, hit) { return Math.max(most, hit.coverage); }, 0);
  }

  /** Whether the best document has some of the query in a name of its own. @param {Hit[]} hits @param {Manifest} manifest */
  function named(hits, manifest) {
    return hits.length > 0 && hits[0].place < 2 * manifest.within;
  }

  /** Answer a query: by what tells most of it, else by all of it, else by other spellings. @param {string} query
   * @returns {Promise<Found>} */
  function search(query) {
    return index.open().then(function (manifest) {
      return Promise.resolve(foreign(query) ? index.variants() : null).then(function (read) { return answer(query, manifest, read); });
    });
  }

  /** Whether there are characters that simplified writing does not have. @param {string} query */
  function foreign(query) {
    if (!simplified) {
      var bytes = new Uint8Array(2 * 72 * 94);
      for (var i = 0; i < bytes.length; i += 2) bytes.set([0xb0 + i / 2 / 94, 0xa1 + i / 2 % 94], i);
      simplified = new Set(new TextDecoder("gbk").decode(bytes)); // the part that is GB 2312
    }
    return query.split("").some(function (one) { return one >= "\u3400" && one <= "\u9fff" && !simplified.has(one); });
  }

  /** @param {string} query @param {Manifest} manifest @param {Variants | null} first @returns {Promise<Found>} */
  function answer(query, manifest, first) {
    var reading = queryReader(index, manifest);
    var text = reading.folded(query, first);
    var all = reading.positions(text);
    var asks = /\d/.test(text) || (text.length > 5 && QUESTION.test(text) && !MEANING.test(text));
    return ranked(reading.chosen(all), manifest, asks).then(function (hits) {
      if (!all.length || enough(hits, text, manifest)) return found(hits, false, text, manifest);
      return ranked(all, manifest, asks).then(function (hits) {
        if (enough(hits, text, manifest) || text.length > LOOSE || (text.length < 3 && hits.length)) return found(hits, false, text, manifest);
        return index.variants().then(function (variants) { return again(query, reading, variants, manifest); });
      });
    });
  }

  /** @param {Hit[]} hits @param {string} text @param {Manifest} manifest */
  function enough(hits, text, manifest) {
    return top(hits) >= ENOUGH && (text.length > SHORT || named(hits, manifest));
  }

  /** @param {string} query @param {ReturnType<typeof queryReader>} reading @param {Variants} variants
   * @param {Manifest} manifest @returns {Promise<Found>} */
  function again(query, reading, variants, manifest) {
    var text = reading.folded(query, variants);
    var all = reading.positions(text);
    return ranked(all, manifest).then(function (hits) {
      if (enough(hits, text, manifest)) return found(hits, false, text, manifest);
      return missing(all).then(function (those) {
        reading.loosened(text, those, variants);
        return ranked(all, manifest);
      }).then(function (loose) {
        // Two characters are only guessed to be a word that is explained: too much sounds like them.
        if (text.length < 3 && (!loose.length || index.kindOf(loose[0].document)[0] !== "词语")) loose = [];
        var some = found(hits, false, text, manifest).hits.length;
        var better = top(loose) > top(hits) + (some ? BETTER : 0.1) ||
          (some <= FEW && named(loose, manifest) && top(loose) > Math.max(LEAST, top(hits)));
        return found(better ? loose : hits, better, text, manifest);
      });
    });
  }

  /** The positions that no document has; all, where each is somewhere. @param {Position[]} all
   * @returns {Promise<Position[]>} */
  function missing(all) {
    return Promise.all(all.map(function (position) {
      return index.term(position.alternatives[0].family, position.alternatives[0].term);
    })).then(function (lists) {
      var those = all.filter(function (_, number) { return !lists[number].count; });
      return those.length ? those : all;
    });
  }

  /** @param {Hit[]} hits @param {boolean} meant @param {string} text @param {Manifest} manifest @returns {Found} */
  function found(hits, meant, text, manifest) {
    var least = hits.length ? hits[0].score * 0.12 : 0, most = top(hits);
    var nothing = most < (text.length >= SENTENCE ? LEAST_OF_A_SENTENCE : named(hits, manifest) ? LEAST : LEAST_IN_TEXT);
    return { meant: meant, folded: text, hits: nothing ? [] : hits.filter(function (hit) {
      return hit.score >= least && hit.coverage >= most * (hit.place < 2 * manifest.within ? 0.45 : 0.6);
    }) };
  }

  return { search: search };
}
