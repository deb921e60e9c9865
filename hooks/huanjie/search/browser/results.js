/* The page of results. */

/** @param {Reader} reader @param {HTMLElement} area */
function searchResults(reader, area) {
  var PAGE = 10, SURE = 0.7, HALF = 0.5, SHOWN = 40, ANSWERS = ["问答", "规则", "词语"];
  var WHY = ["题目里有", "也有人这样问、这样叫", "小标题里有", "开头说到", "正文说到"];
  /** @param {string} name @returns {HTMLElement} */
  function part(name) { return /** @type {HTMLElement} */ (document.querySelector("[data-hj-" + name + "]")); }
  var form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-hj-search=page]"));
  var input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  var status = part("status"), filters = part("filters"), list = part("list"), more = part("more");
  var answer = part("answer"), nothing = part("nothing"), contents = part("contents"), title = document.title;
  var latest = 0, shown = 0, typed = false;
  /** @type {Found} */
  var found;
  /** @type {ReturnType<typeof searchMarks>} */
  var marks;
  /** @type {Manifest} */
  var manifest;
  /** @type {Themes | null} */
  var themes = null;
  /** @type {Object<string, string>} what the reader chose, "" for all */
  var chosen = { kind: "", theme: "" };

  /** Answer what the address asks. */
  function asked() {
    var query = new URLSearchParams(location.search).get("q") || "";
    input.value = query;
    run(query);
  }

  /** @param {string} query */
  async function run(query) {
    var turn = ++latest, empty = !query.trim();
    contents.hidden = !empty;
    area.hidden = empty;
    delete list.dataset.searchState;
    document.title = empty ? title : query.slice(0, SHOWN) + " - " + title;
    if (empty) return;
    try {
      manifest = await reader.index.open();
      var read = await reader.search(query);
      if (turn !== latest) return;
      found = read;
      marks = searchMarks(manifest.alike, found.folded);
      chosen = { kind: "", theme: "" };
      await begin(query, turn);
    } catch (error) {
      failed();
    }
  }

  function failed() {
    status.textContent = "查找用的文件没有取到，请看看网络，再试一次；也可以从下面的目录里找。";
    contents.hidden = false;
    list.dataset.searchState = "failed";
  }

  /** @param {Hit} hit */
  function kindOf(hit) { return reader.index.kindOf(hit.document)[0]; }

  /** The hits that the filters leave. @param {string} [but] a filter that does not count */
  function left(but) {
    return found.hits.filter(function (hit) {
      return (but === "kind" || !chosen.kind || kindOf(hit) === chosen.kind) &&
        (but === "theme" || !chosen.theme || !themes || themes.of(hit.document).indexOf(chosen.theme) >= 0);
    });
  }

  /** @param {string} query @param {number} turn */
  async function begin(query, turn) {
    var said = "没有找到“" + query.slice(0, SHOWN) + (query.length > SHOWN ? "…" : "") + "”";
    list.textContent = "";
    delete list.dataset.searchState;
    answer.hidden = true;
    shown = 0;
    nothing.hidden = contents.hidden = found.hits.length > 0;
    status.textContent = !found.hits.length ? said + "。"
      : found.meant ? said + "，您要找的也许是下面这些：" : "找到 " + left().length + " 条";
    await next(turn);
    themes = await reader.index.themes();
    if (turn === latest) offer(query, turn);
  }

  /** Offer to show one kind or theme only. @param {string} query @param {number} turn */
  function offer(query, turn) {
    filters.textContent = "";
    choices("kind", "种类", hit => [kindOf(hit)]);
    choices("theme", "主题", hit => themes ? themes.of(hit.document) : []);
    /** @type {HTMLElement} */ (filters.parentElement).hidden = !filters.children.length;

    /** @param {string} which @param {string} label @param {(hit: Hit) => string[]} of */
    function choices(which, label, of) {
      /** @type {Map<string, number>} */
      var counts = new Map(), among = left(which);
      among.forEach(function (hit) {
        of(hit).forEach(function (name) { counts.set(name, (counts.get(name) || 0) + 1); });
      });
      if (counts.size < 2 && !chosen[which]) return;
      var group = made("div", "hj-kinds");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", label);
      [""].concat(Array.from(counts.keys())).forEach(function (name) {
        var text = name ? (which === "theme" && themes ? themes.names[name] : name) + " " + counts.get(name)
          : "全部" + label + " " + among.length;
        var button = /** @type {HTMLButtonElement} */ (made("button", "", text));
        button.type = "button";
        button.dataset.choice = which + " " + name;
        button.setAttribute("aria-pressed", String(name === chosen[which]));
        button.addEventListener("click", function () { choose(which, name, query, turn).catch(failed); });
        group.append(button);
      });
      filters.append(group);
    }
  }

  /** @param {string} which @param {string} name @param {string} query @param {number} turn */
  async function choose(which, name, query, turn) {
    chosen[which] = name;
    await begin(query, turn);
    filters.querySelectorAll("button").forEach(function (button) {
      if (button.dataset.choice === which + " " + name) button.focus();
    });
  }

  /** Show the first, or ten more. @param {number} turn */
  async function next(turn) {
    var all = left(), hits = all.slice(shown, shown || all.length < found.hits.length ? shown + PAGE : found.first);
    var cards = await Promise.all(hits.map(hit => reader.index.card(hit.document)));
    if (turn !== latest) return;
    var first = !shown;
    cards.forEach(function (card, place) {
      var item = result(card, hits[place]);
      list.append(item);
      if (!place && !first) /** @type {HTMLElement} */ (item.querySelector("a")).focus();
      whenSeen(item, () => excerpt(hits[place], card, item, first && !place));
    });
    shown += cards.length;
    more.hidden = shown >= all.length;
    more.textContent = "再看 " + Math.min(PAGE, all.length - shown) + " 条";
    list.dataset.searchState = "done";
  }

  /** @param {Card} card @param {Hit} hit */
  function result(card, hit) {
    var item = made("li", "hj-result"), heading = made("h2"), to = link(whole(reader.home, card.address));
    var why = found.meant ? "写法相近" : WHY[Math.floor(hit.place / manifest.within)];
    to.dataset.result = "";
    marks.write(to, card.title);
    heading.append(to);
    item.append(heading, made("p", "hj-note", [card.kind, day(card.day), why].filter(Boolean).join(" · ")),
      made("p", "hj-excerpt"));
    return item;
  }

  /** @param {string} text */
  function day(text) {
    var parts = text.split("-");
    return text && +parts[0] + "年" + +parts[1] + "月" + +parts[2] + "日";
  }

  /** Show the section that has most of the query, and the words in it. @param {Hit} hit @param {Card} card
   * @param {HTMLElement} item @param {boolean} first */
  async function excerpt(hit, card, item, first) {
    var sections = await reader.index.sections(hit.document), best = sections[0], most = -1;
    sections.forEach(function (section) {
      var worth = marks.worth(section.text) + marks.worth(section.heading);
      if (worth > most) { most = worth; best = section; }
    });
    if (!best) return;
    var text = /** @type {HTMLElement} */ (item.querySelector(".hj-excerpt"));
    if (best.heading) text.append(where(best, card), "：");
    marks.write(text, marks.piece(best.text));
    var sure = hit.coverage >= SURE && hit.place < 2 * manifest.within && !found.meant;
    if (first && sure && ANSWERS.indexOf(card.kind) >= 0 && asksSo(card, sections)) reply(card, sections[0]);
  }

  /** Whether one wording of the question has most of the query: several, each with a word of it, ask something else.
   * @param {Card} card @param {Section[]} sections */
  function asksSo(card, sections) {
    var wordings = sections.map(one => /这样问$/.test(one.heading) ? one.text : "").join("\n").split("\n");
    return wordings.concat(card.title).some(one => marks.share(one) >= HALF);
  }

  /** @param {Section} section @param {Card} card */
  function where(section, card) {
    return section.id ? link(whole(reader.home, card.address) + "#" + encodeURIComponent(section.id), "hj-where", section.heading)
      : made("span", "hj-where", section.heading);
  }

  /** @param {Card} card @param {Section | undefined} section */
  function reply(card, section) {
    if (!section || section.heading) return;
    answer.textContent = "";
    answer.append(made("p", "hj-note", "也许这就是您要的答案："), made("p", "", section.text.slice(0, 300)));
    answer.append(link(whole(reader.home, card.address), "", "看全文：" + card.title));
    answer.hidden = false;
  }

  /** Keep the query in the address: a new step back for each that was sent, one for all that was typed on the way. */
  function remember() {
    try {
      var address = "?q=" + encodeURIComponent(input.value.slice(0, 500));
      if (address !== location.search) history[typed ? "replaceState" : "pushState"](null, "", address);
    } catch (error) { /* A folder has no history, and half a character no address. */ }
  }

  var composing = whenWritten(input, function () {
    remember();
    typed = true;
    run(input.value);
  });
  byArrows(document.body, input, () => Array.from(list.querySelectorAll("a[data-result]")));
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (composing()) return;
    remember();
    typed = false;
    run(input.value);
  });
  more.addEventListener("click", function () { next(latest).catch(failed); });
  addEventListener("popstate", function () { typed = false; asked(); });
  if (document.activeElement === input && input.value) run(input.value); // typed before this script had come
  else asked();
}
