/* The page of results. */

var QUERY_SHOWN = 40; // characters of a query that are repeated on the page

/** @param {string} name @returns {HTMLElement} */
function part(name) { return /** @type {HTMLElement} */ (document.querySelector("[data-hj-" + name + "]")); }

class Results {
  /** @param {Reader} reader @param {HTMLElement} area */
  constructor(reader, area) {
    this.reader = reader;
    this._area = area;
    this._form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-hj-search=page]"));
    this._input = /** @type {HTMLInputElement} */ (this._form.querySelector("input"));
    this._list = part("list");
    this._more = part("more");
    this._title = document.title;
    this._latest = this._listed = 0;
    this._typed = false;
    /** @type {Answer} */
    this.answer = { hits: [], first: 0, meant: false, folded: "" };
    this.marks = new Marks([], "");
    /** @type {Themes | null} */
    this.themes = null;
    /** @type {Object<string, string>} what the reader chose, "" for all */
    this.filters = { kind: "", theme: "" };
    this._listen();
    if (document.activeElement === this._input && this._input.value) this._run(this._input.value); // typed before this script
    else this._runAddress();
  }

  /** Answer the query in the address. */
  _runAddress() { this._run(this._input.value = new URLSearchParams(location.search).get("q") || ""); }

  /** @param {string} query */
  async _run(query) {
    var turn = ++this._latest, empty = !query.trim();
    part("contents").hidden = !empty;
    this._area.hidden = empty;
    delete this._list.dataset.searchState;
    document.title = empty ? this._title : query.slice(0, QUERY_SHOWN) + " - " + this._title;
    if (empty) return;
    try {
      var answer = await search(this.reader.index, query);
      if (turn !== this._latest) return;
      this.answer = answer;
      this.marks = new Marks(this.reader.index.manifest.alike, answer.folded);
      this.filters = { kind: "", theme: "" };
      await this.begin(query, turn);
    } catch (error) {
      this.fail();
    }
  }

  fail() {
    part("status").textContent = "查找用的文件没有取到，请看看网络，再试一次；也可以从下面的目录里找。";
    part("contents").hidden = false;
    this._list.dataset.searchState = "failed";
  }

  /** @param {string} query @param {number} turn */
  async begin(query, turn) {
    var hits = this.answer.hits;
    var none = "没有找到“" + query.slice(0, QUERY_SHOWN) + (query.length > QUERY_SHOWN ? "…" : "") + "”";
    this._list.textContent = "";
    delete this._list.dataset.searchState;
    part("answer").hidden = true;
    this._listed = 0;
    part("nothing").hidden = part("contents").hidden = hits.length > 0;
    part("status").textContent = !hits.length ? none + "。"
      : this.answer.meant ? none + "，您要找的也许是下面这些：" : "找到 " + filtered(this).length + " 条";
    await this._next(turn);
    this.themes = await this.reader.index.themes();
    if (turn === this._latest) offerFilters(this, query, turn);
  }

  /** Show the first, or ten more. @param {number} turn */
  async _next(turn) {
    var all = filtered(this), first = !this._listed, answer = this.answer, some = all.length < answer.hits.length;
    var hits = all.slice(this._listed, first && !some ? answer.first : this._listed + WEIGHTS.hitsShown);
    var cards = await Promise.all(hits.map(hit => this.reader.index.card(hit.document)));
    if (turn !== this._latest) return;
    cards.forEach((card, place) => {
      var item = resultItem(this, card, hits[place]);
      this._list.append(item);
      if (!place && !first) /** @type {HTMLElement} */ (item.querySelector("a")).focus();
      whenSeen(item, () => showExcerpt(this, hits[place], card, item, first && !place));
    });
    this._listed += cards.length;
    this._more.hidden = this._listed >= all.length;
    this._more.textContent = "再看 " + Math.min(WEIGHTS.hitsShown, all.length - this._listed) + " 条";
    this._list.dataset.searchState = "done";
  }

  /** Keep the query in the address: a new step back for each that was sent, one for all that was typed on the way. */
  _remember() {
    try {
      var address = "?q=" + encodeURIComponent(this._input.value.slice(0, 500));
      if (address !== location.search) history[this._typed ? "replaceState" : "pushState"](null, "", address);
    } catch (error) { /* A folder has no history, and half a character no address. */ }
  }

  _listen() {
    var composing = whenWritten(this._input, () => {
      this._remember();
      this._typed = true;
      this._run(this._input.value);
    });
    byArrows(document.body, this._input, () => Array.from(this._list.querySelectorAll("a[data-result]")));
    this._form.addEventListener("submit", event => {
      event.preventDefault();
      if (composing()) return;
      this._remember();
      this._typed = false;
      this._run(this._input.value);
    });
    this._more.addEventListener("click", () => { this._next(this._latest).catch(() => this.fail()); });
    addEventListener("popstate", () => { this._typed = false; this._runAddress(); });
  }
}

