/* The box in the header: suggestions while typing. */

class SearchBox {
  /** @param {Reader} reader @param {HTMLFormElement} form */
  constructor(reader, form) {
    this._reader = reader;
    this._form = form;
    this._input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this._list = made("ul", "hj-suggestions");
    this._status = made("p", "hj-unseen");
    this._latest = 0;
    this._status.setAttribute("role", "status");
    this._list.hidden = true;
    form.append(this._list, this._status);
    this._listen();
    if (document.activeElement === this._input) this._suggest(); // typed before this script had come
  }

  async _suggest() {
    var query = this._input.value.trim(), turn = ++this._latest, index = this._reader.index;
    if (!query) return this._close();
    try {
      var answer = await search(index, query);
      var hits = answer.hits.slice(0, Math.min(6, answer.first));
      var cards = await Promise.all(hits.map(hit => index.card(hit.document)));
      if (turn === this._latest) this._show(cards);
    } catch (error) {
      this._close();
    }
  }

  /** @param {Card[]} cards */
  _show(cards) {
    this._list.textContent = "";
    cards.forEach(card => {
      var item = made("li"), to = link(whole(this._reader.home, card.address));
      to.append(made("span", "hj-kind", card.kind), " " + card.title);
      item.append(to);
      this._list.append(item);
    });
    this._list.hidden = !cards.length;
    this._status.textContent = cards.length ? "有 " + cards.length + " 条建议，按向下键选择，按回车键看全部" : "没有建议";
  }

  _close() {
    this._latest++;
    this._list.hidden = true;
    this._status.textContent = "";
  }

  _listen() {
    var form = this._form, input = this._input, list = this._list;
    var composing = whenWritten(input, () => this._suggest());
    byArrows(form, input, () => list.hidden ? [] : Array.from(list.querySelectorAll("a")));
    form.addEventListener("submit", function (event) {
      if (composing() || !input.value.trim()) event.preventDefault();
    });
    form.addEventListener("focusout", event => {
      if (!form.contains(/** @type {Node} */ (event.relatedTarget))) this._close();
    });
    form.addEventListener("keydown", event => {
      if (event.key !== "Escape" || list.hidden) return;
      event.preventDefault();
      input.focus();
      this._close();
    });
  }
}

