/* A query -> its answer: by what tells most of it, else by other spellings. */

/** @param {SearchIndex} index @param {string} query @returns {Promise<Answer>} */
async function search(index, query) {
  var manifest = await index.open();
  return new Query(index, manifest).answer(query);
}

class Query {
  /** @param {SearchIndex} index @param {Manifest} manifest */
  constructor(index, manifest) {
    this._index = index;
    this._within = manifest.within;
    this._counts = wordCounts(manifest.words);
    /** @type {Set<string>} that the query has needed */
    this._files = new Set();
    this._text = "";
    /** @type {Hit[]} */
    this._hits = [];
  }

  /** @param {string} query */
  async answer(query) {
    var manifest = this._index.manifest, foreign = this._isForeign(query);
    if (foreign) this._files.add("v");
    var text = (this._text = foldedQuery(query, manifest.alike, foreign ? await this._index.simplified() : {}));
    var question = isQuestion(text), all = this._positions(text), some = this._chosen(all, WEIGHTS.termFiles);
    this._hits = await ranked(some, this._index, question);
    if (!all.length || this._isEnough()) return this._found(this._hits, text);
    var missing = await this._missing(some), meant = respelt(text, missing, this._counts, this._index.sounds());
    if (meant !== text) {
      var right = await ranked(this._chosen(this._positions(meant), this._another()), this._index, question);
      if (this._isBetter(right, WEIGHTS.doubt)) return this._found(right, meant, true);
    }
    // One slip leaves more than nothing of a longer query.
    if (missing.length === some.length && text.length >= WEIGHTS.shortCharacters) return this._found([], text);
    if (text.length > WEIGHTS.longestLoose || text.length < 3) return this._found(this._hits, text);
    return this._loosened(some, missing);
  }

  /** The answer by spellings that are like what was typed. @param {Position[]} some @param {Position[]} missing */
  async _loosened(some, missing) {
    var known = this._visible(this._hits, this._text).length;
    loosen(this._text, (missing.length ? missing : some).slice(0, this._another()), this._index.sounds());
    var hits = await ranked(this._chosen(some, 0), this._index, false);
    if (this._isBetter(hits, known ? WEIGHTS.better : WEIGHTS.doubt)) return this._found(hits, this._text, true);
    var other = coverageOf(this._hits) < WEIGHTS.firstWord && missing.some(position => position.at === 0);
    return this._found(other ? [] : this._hits, this._text);
  }

  /** @param {string} text */
  _positions(text) { return new Positions(text, this._counts, this._index).all; }

  /** @param {Position[]} all @param {number} more how many files */
  _chosen(all, more) { return chosenPositions(all, this._files, more, this._counts, this._index); }

  /** How many files of terms may still be loaded. */
  _another() { return Math.max(0, WEIGHTS.termFiles + 1 - this._files.size); }

  /** Whether hits by another spelling are better. @param {Hit[]} hits @param {number} by how much they must cover more */
  _isBetter(hits, by) {
    var coverage = coverageOf(hits), before = coverageOf(this._hits);
    return coverage > before + by || (this._visible(this._hits, this._text).length <= WEIGHTS.fewPages &&
      isNamed(hits, this._within) && coverage > Math.max(WEIGHTS.leastInName, before));
  }

  _isEnough() {
    return coverageOf(this._hits) >= WEIGHTS.enough &&
      (this._text.length > WEIGHTS.shortCharacters || isNamed(this._hits, this._within));
  }

  /** Whether there are characters that simplified writing does not have. @param {string} query */
  _isForeign(query) {
    return (query.match(/[\u3400-\u9fff]/g) || []).some(character => !this._index.sounds().simplified.has(character));
  }

  /** The positions that no document has and that are missed. @param {Position[]} some @returns {Promise<Position[]>} */
  async _missing(some) {
    var lists = await Promise.all(some.map(position => {
      return this._index.term(position.alternatives[0].family, position.alternatives[0].term);
    }));
    return some.filter((position, number) => !position.more && !lists[number].count);
  }

  /** The hits that are good enough to be shown. @param {Hit[]} hits @param {string} text */
  _visible(hits, text) {
    var most = coverageOf(hits);
    // A name as it sounds, or its initials: some of it is found in many a page by chance.
    var least = /^[a-z ]+$/.test(text) ? WEIGHTS.enough
      : text.length >= WEIGHTS.sentenceCharacters ? WEIGHTS.leastOfSentence
      : isNamed(hits, this._within) ? WEIGHTS.leastInName : WEIGHTS.leastInText;
    if (most < least) return [];
    return hits.filter(hit => hit.score >= hits[0].score * WEIGHTS.scoreShown &&
      hit.coverage >= most * (hit.place < 2 * this._within ? WEIGHTS.nameShown : WEIGHTS.textShown));
  }

  /** @param {Hit[]} hits @param {string} text @param {boolean} [meant] @returns {Promise<Answer>} */
  async _found(hits, text, meant) {
    var most = Math.max(1, Math.min(WEIGHTS.cardFiles, WEIGHTS.filesInAll - this._files.size));
    var near = await nearFirst(this._visible(hits, text), text, most, this._index);
    return { meant: Boolean(meant), folded: text, hits: near.hits, first: near.first };
  }
}

/** Order the hits: first those of the few files of cards that have the best, and of these such whose title is like a
 * long query. How many to show at once: what needs other files can wait until somebody asks for more. @param {Hit[]} hits
 * @param {string} text @param {number} most files @param {SearchIndex} index @returns {Promise<{hits: Hit[], first: number}>} */
async function nearFirst(hits, text, most, index) {
  /** @param {Hit} hit */
  function fileOf(hit) { return Math.floor(hit.document / index.manifest.cards); }
  /** @type {Map<number, number>} how good the first hits of a file are in all */
  var worth = new Map();
  hits.slice(0, WEIGHTS.hitsCompared).forEach(function (hit, number) {
    worth.set(fileOf(hit), (worth.get(fileOf(hit)) || 0) + (number ? hit.score * hit.score : Infinity));
  });
  var files = Array.from(worth).sort((one, other) => other[1] - one[1]).slice(0, most).map(entry => entry[0]);
  var near = hits.filter(hit => files.indexOf(fileOf(hit)) >= 0), far = hits.filter(hit => files.indexOf(fileOf(hit)) < 0);
  var sought = pairs(text);
  if (sought.size >= WEIGHTS.longPairs) await Promise.all(near.slice(0, WEIGHTS.hitsCompared).map(async function (hit) {
    var card = await index.card(hit.document);
    var title = pairs(fold(card.title, index.manifest.alike, {}).text);
    var common = Array.from(sought).filter(pair => title.has(pair)).length;
    hit.score *= 1 + WEIGHTS.likeTitle * common / (sought.size + title.size);
  }));
  return { hits: near.sort(stronger).concat(far), first: Math.min(near.length, WEIGHTS.hitsShown) };
}

