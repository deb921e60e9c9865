/* The index: what its files say of terms, documents and themes. */

class SearchIndex {
  /** @param {string} base where its files lie @param {(address: string, failed: () => void) => void} load */
  constructor(base, load) {
    this.loader = new Loader(base, load);
    /** @type {Manifest} */
    this.manifest = /** @type {any} */ (null);
    /** @type {Encoding} */
    this._encoding = /** @type {any} */ (null);
    this._kinds = new Uint8Array(0);
    /** @type {Sounds | null} */
    this._heard = null;
  }

  /** @returns {Promise<Manifest>} */
  async open() {
    var manifest = await this.loader.file("manifest");
    if (this.manifest) return this.manifest;
    var numbers = (this._encoding = new Encoding(manifest.encoding)).numbers, runs = manifest.runs, last = 0;
    this._kinds = new Uint8Array(manifest.documents);
    for (var i = 0; i < runs[0].length; i++) this._kinds.fill(numbers[runs[0][i]], last, last += numbers[runs[1][i]]);
    return (this.manifest = manifest);
  }

  /** @param {string} family @param {number} [number] of a file, where the family has several @returns {Promise<any>} */
  _file(family, number) {
    var size = this.manifest.digest, start = (number || 0) * size;
    return this.loader.file(number === undefined ? family : family + number,
      this.manifest.files[family].slice(start, start + size));
  }

  /** The number of the file that has a term. @param {string} family @param {string} term */
  shardOf(family, term) {
    var number = 0;
    var key = term[0] === "'" ? term.split("'")[1] : term[0] === "_" ? this.sounds().of[term[1]] || term[1] : term;
    for (var i = 0; i < key.length; i++) number = (number * 31 + key.charCodeAt(i)) % 4294967296;
    return number % (this.manifest.files[family].length / this.manifest.digest);
  }

  /** The documents of a term. @param {string} family @param {string} term @returns {Promise<List>} */
  async term(family, term) {
    var shard = await this._file(family, this.shardOf(family, term));
    var start = ("|" + shard).indexOf("|" + term + " ");
    if (start < 0) return { documents: [], count: 0 };
    var end = shard.indexOf("|", start);
    return this._encoding.list(shard.slice(start + term.length + 1, end < 0 ? undefined : end));
  }

  /** @param {number} document */
  kindOf(document) { return this.manifest.kinds[this._kinds[document]]; }

  /** @param {number} document @returns {Promise<Card>} */
  async card(document) {
    var size = this.manifest.cards, shard = await this._file("c", Math.floor(document / size));
    var card = shard.d[document % size];
    return { title: card[0], address: card[1], day: card[2] || "", kind: this.kindOf(document)[0] };
  }

  /** @param {number} document @returns {Promise<Section[]>} */
  async sections(document) {
    var manifest = this.manifest, size = manifest.digest;
    var cards = Math.floor(document / manifest.cards);
    var part = Math.floor((document % manifest.cards) / manifest.texts);
    var digests = (await this._file("c", cards)).x;
    var shard = await this.loader.file("x" + (cards * (manifest.cards / manifest.texts) + part),
      digests.slice(part * size, (part + 1) * size));
    if (!shard.read) shard.read = this._encoding.texts(shard[0], shard[1]);
    return shard.read[document % manifest.cards % manifest.texts].split("\r").map(function (/** @type {string} */ section) {
      var pieces = section.split("\t");
      return { id: pieces[0], heading: pieces[1] || "", text: pieces.slice(2).join(" ") };
    });
  }

  /** @returns {Promise<Themes>} */
  async themes() {
    var file = await this._file("f"), numbers = this._encoding.numbers;
    return { names: file.names, of: document => file.sets[numbers[file.documents[document]]].split(" ").filter(Boolean) };
  }

  /** Traditional characters, and the simplified ones for them. @returns {Promise<Object<string, string>>} */
  async simplified() {
    var characters = await this._file("v");
    /** @type {Object<string, string>} */
    var simplified = {};
    for (var i = 0; i < characters.length; i += 2) simplified[characters[i]] = characters[i + 1];
    return simplified;
  }

  /** How characters sound; made when it is needed first. */
  sounds() { return (this._heard = this._heard || new Sounds(this.manifest.sounds)); }
}

