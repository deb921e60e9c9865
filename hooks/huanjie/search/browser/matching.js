/* Matching and ranking. */

/** @param {Index} index */
function searchMatching(index) {
  var FILES = 3; // of terms that a query loads, and one more where these do not find enough
  var STRENGTH = [3, 2.6, 1.6, 1.3, 1]; // title, other wording, heading, lead, body
  // The part of a query that is found: below ENOUGH other spellings are looked up; below LEAST it is nothing.
  var ENOUGH = 0.75, LEAST = 0.45, LEAST_OF_A_SENTENCE = 0.3, LEAST_IN_TEXT = 0.92, SENTENCE = 9;
  var LETTERS = /^[a-z ]+$/; // a name as it sounds, or its initials: some of it is found in many a page by chance
  var LIKELY = 0.6; // how far a page counts as having a term that is listed only for some of those that have it
  // Up to SHORT characters that at most FEW pages have, and none in its name, may be misspelt though they stand there.
  var SHORT = 4, FEW = 2;
  // A query whose first word no page has is about something else, unless so much of it is found.
  var FIRST = 0.7;
  // How much more of a query another spelling has to find where this one found something, and where a word is known.
  var BETTER = 0.2, DOUBT = 0.1;
  var LOOSE = 8; // longer queries are not tried in other spellings: they have enough that is right
  var QUESTION = /[吗呢几谁哪怎吧]|什么|可以|(.)不\1/, MEANING = /什么是|是什么|是啥|意思|[么啥]叫/;
  /** @type {Object<string, number>} */
  var ASKED = { "词语": 0.5, "问答": 1.08 };
  var RAREST = 4; // beyond this a rarer term says no more: it may be a name that was met by chance
  var UNKNOWN = 4; // a term that no page has weighs as much as one that so many have
  // Files that a query may load besides the script, how many of them of cards, and how many hits are shown at once.
  var REST = 5, CARDS = 2, PAGE = 10;
  // How much sooner, where a query of so many pairs is LONG, each of the first READ comes whose title is like it.
  var READ = 20, LIKE = 4, LONG = 8;

  /** @type {Manifest} */
  var manifest;

  /** Load what the positions need and rank the documents. @param {Position[]} all
   * @param {boolean} [asks] whether it is a question: then a word explained is no answer
   * @returns {Promise<Hit[]>} */
  async function ranked(all, asks) {
    var lists = await Promise.all(all.map(function (position) {
      return Promise.all(position.alternatives.map(one => index.term(one.family, one.term)));
    }));
    return rank(all, lists, asks);
  }

  /** @param {Position[]} all @param {List[][]} lists @param {boolean} [asks] @returns {Hit[]} */
  function rank(all, lists, asks) {
    var size = manifest.documents, total = 0, doubt = 0;
    var score = new Float64Array(size), covered = new Float64Array(size), best = new Int16Array(size).fill(999);
    var previous = new Int16Array(size).fill(-1), touched = new Set();
    all.forEach(function (position, number) {
      var count = Math.max.apply(null, lists[number].map(list => list.count));
      if (position.more && !count) return;
      var rarity = position.weight * Math.min(Math.log(1 + size / (count || UNKNOWN)), RAREST);
      // A term that nearly every page has is listed only for some of them: those without it are not without it.
      var partly = lists[number].some(list => list.count * 2 !== list.documents.length);
      var likely = partly ? rarity * LIKELY : 0;
      total += rarity;
      doubt += likely;
      var now = strongest(position, lists[number]);
      now.forEach(function (match, document) {
        touched.add(document);
        score[document] += rarity * match[0] * (previous[document] === match[1] ? 1.6 : 1);
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
      hits.push({ document, coverage, place: best[document],
        score: score[document] * weight(index.kindOf(document)) * Math.pow(coverage, 2) });
    });
    return hits.sort(stronger);

    /** @param {[string, number]} kind */
    function weight(kind) { return kind[1] * (asks ? ASKED[kind[0]] || 1 : 1); }
  }

  /** For each document of a position: how strong, in which place, and how sure. @param {Position} position
   * @param {List[]} lists @returns {Map<number, [number, number, number]>} */
  function strongest(position, lists) {
    var found = new Map();
    lists.forEach(function (list, place) {
      var factor = position.alternatives[place].factor;
      for (var i = 0; i < list.documents.length; i += 2) {
        var at = list.documents[i + 1], field = Math.floor(at / manifest.within), name = at % manifest.within;
        var strength = STRENGTH[field] * factor * (field < 2 ? 0.55 + 2.8 / (1 + name / 2) : 1);
        var known = found.get(list.documents[i]);
        if (!known || known[0] < strength) found.set(list.documents[i], [strength, at, factor]);
      }
    });
    return found;
  }

  /** @param {Hit[]} hits */
  function top(hits) {
    return hits.slice(0, 5).reduce((most, hit) => Math.max(most, hit.coverage), 0);
  }

  /** Whether the best document has some of the query in a name of its own. @param {Hit[]} hits */
  function named(hits) {
    return hits.length > 0 && hits[0].place < 2 * manifest.within;
  }

  /** Answer a query: by what tells most of it, else by other spellings. @param {string} query
   * @returns {Promise<Found>} */
  async function search(query) {
    manifest = await index.open();
    var reading = queryReader(index, manifest), files = new Set(foreign(query) ? ["v"] : []);
    var text = reading.folded(query, files.size ? await index.simplified() : {});
    var all = reading.positions(text), some = reading.chosen(all, files, FILES);
    var asks = /\d/.test(text) || (text.length > 5 && QUESTION.test(text) && !MEANING.test(text));
    var hits = await ranked(some, asks);
    if (!all.length || enough(hits, text)) return found(hits, text, files);
    var lost = await missing(some), known = kept(hits, text).length, meant = reading.respelt(text, lost);
    if (meant !== text) {
      var right = await ranked(reading.chosen(reading.positions(meant), files, another()), asks);
      if (better(right, DOUBT)) return found(right, meant, files, true);
    }
    if (lost.length === some.length && text.length >= SHORT) return found([], text, files); // one slip leaves more
    if (text.length > LOOSE || text.length < 3) return found(hits, text, files);
    reading.loosened(text, (lost.length ? lost : some).slice(0, another()));
    var loose = await ranked(reading.chosen(some, files, 0));
    if (better(loose, known ? BETTER : DOUBT)) return found(loose, text, files, true);
    return found(top(hits) < FIRST && lost.some(one => one.at === 0) ? [] : hits, text, files);

    /** How many files of terms may still be loaded. */
    function another() { return Math.max(0, FILES + 1 - files.size); }

    /** @param {Hit[]} others by another spelling @param {number} by how much */
    function better(others, by) {
      return top(others) > top(hits) + by || (known <= FEW && named(others) && top(others) > Math.max(LEAST, top(hits)));
    }
  }

  /** Whether there are characters that simplified writing does not have. @param {string} query */
  function foreign(query) {
    return (query.match(/[\u3400-\u9fff]/g) || []).some(one => !index.sounds().simple.has(one));
  }

  /** @param {Hit[]} hits @param {string} text */
  function enough(hits, text) {
    return top(hits) >= ENOUGH && (text.length > SHORT || named(hits));
  }

  /** The positions that no document has and that are missed. @param {Position[]} some @returns {Promise<Position[]>} */
  async function missing(some) {
    var lists = await Promise.all(some.map(function (position) {
      return index.term(position.alternatives[0].family, position.alternatives[0].term);
    }));
    return some.filter((one, number) => !one.more && !lists[number].count);
  }

  /** Order the hits: first those of the few files of cards that have the best, and of these such whose title is like a
   * long query. How many to show at once: what needs other files can wait until somebody asks for more.
   * @param {Hit[]} hits @param {string} text @param {number} most files @returns {Promise<{hits: Hit[], first: number}>} */
  async function closer(hits, text, most) {
    /** @param {Hit} hit */
    function isNear(hit) { return files.indexOf(fileOf(hit)) >= 0; }
    /** @type {Map<number, number>} how good the first hits of a file are in all */
    var worth = new Map();
    hits.slice(0, READ).forEach(function (hit, number) {
      worth.set(fileOf(hit), (worth.get(fileOf(hit)) || 0) + (number ? hit.score * hit.score : Infinity));
    });
    var files = Array.from(worth).sort((one, other) => other[1] - one[1]).slice(0, most).map(one => one[0]);
    var near = hits.filter(isNear), far = hits.filter(hit => !isNear(hit));
    var asked = folding.pairs(text);
    if (asked.size >= LONG) await Promise.all(near.slice(0, READ).map(async function (hit) {
      var card = await index.card(hit.document);
      var title = folding.pairs(folding.fold(card.title, manifest.alike, {}).text);
      var common = Array.from(asked).filter(one => title.has(one)).length;
      hit.score *= 1 + LIKE * common / (asked.size + title.size);
    }));
    return { hits: near.sort(stronger).concat(far), first: Math.min(near.length, PAGE) };
  }

  /** @param {Hit} one @param {Hit} other */
  function stronger(one, other) { return other.score - one.score || one.document - other.document; }

  /** @param {Hit} hit */
  function fileOf(hit) { return Math.floor(hit.document / manifest.cards); }

  /** What of the hits is shown. @param {Hit[]} hits @param {string} text */
  function kept(hits, text) {
    var most = top(hits);
    var least = LETTERS.test(text) ? ENOUGH : text.length >= SENTENCE ? LEAST_OF_A_SENTENCE : named(hits) ? LEAST : LEAST_IN_TEXT;
    if (most < least) return [];
    return hits.filter(hit => hit.score >= hits[0].score * 0.1 &&
      hit.coverage >= most * (hit.place < 2 * manifest.within ? 0.45 : 0.6));
  }

  /** @param {Hit[]} hits @param {string} text @param {Set<string>} files that were needed @param {boolean} [meant]
   * @returns {Promise<Found>} */
  async function found(hits, text, files, meant) {
    var shown = await closer(kept(hits, text), text, Math.max(1, Math.min(CARDS, REST - files.size)));
    return { meant: Boolean(meant), folded: text, hits: shown.hits, first: shown.first };
  }

  return { search };
}
