/* The box in the header: suggestions while typing. */

/** @param {Reader} reader @param {HTMLFormElement} form */
function searchBox(reader, form) {
  var MOST = 6;
  var input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  var list = made("ul", "hj-suggestions"), told = made("p", "hj-unseen"), latest = 0;
  told.setAttribute("role", "status");
  list.hidden = true;
  form.append(list, told);

  async function suggest() {
    var query = input.value.trim(), turn = ++latest;
    if (!query) return close();
    try {
      var found = await reader.search(query);
      var cards = await Promise.all(found.hits.slice(0, Math.min(MOST, found.first)).map(hit => reader.index.card(hit.document)));
      if (turn === latest) show(cards);
    } catch (error) {
      close();
    }
  }

  /** @param {Card[]} cards */
  function show(cards) {
    list.textContent = "";
    cards.forEach(function (card) {
      var item = made("li"), to = link(whole(reader.home, card.address));
      to.append(made("span", "hj-kind", card.kind), " " + card.title);
      item.append(to);
      list.append(item);
    });
    list.hidden = !cards.length;
    told.textContent = cards.length ? "有 " + cards.length + " 条建议，按向下键选择，按回车键看全部" : "没有建议";
  }

  function close() {
    latest++;
    list.hidden = true;
    told.textContent = "";
  }

  var composing = whenWritten(input, suggest);
  byArrows(form, input, () => list.hidden ? [] : Array.from(list.querySelectorAll("a")));
  form.addEventListener("submit", function (event) {
    if (composing() || !input.value.trim()) event.preventDefault();
  });
  form.addEventListener("focusout", function (event) {
    if (!form.contains(/** @type {Node} */ (event.relatedTarget))) close();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || list.hidden) return;
    event.preventDefault();
    input.focus();
    close();
  });
  if (document.activeElement === input) suggest(); // typed before this script had come
}
