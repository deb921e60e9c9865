/* The filters of the page of results: one kind of page only, one theme only. */

/** @param {Results} page @param {Hit} hit */
function kindOfHit(page, hit) { return page.reader.index.kindOf(hit.document)[0]; }

/** The hits that the filters leave. @param {Results} page @param {string} [but] a filter that does not count */
function filtered(page, but) {
  var chosen = page.filters, themes = page.themes;
  return page.answer.hits.filter(function (hit) {
    return (but === "kind" || !chosen.kind || kindOfHit(page, hit) === chosen.kind) &&
      (but === "theme" || !chosen.theme || !themes || themes.of(hit.document).indexOf(chosen.theme) >= 0);
  });
}

/** @param {Results} page @param {string} query @param {number} turn */
function offerFilters(page, query, turn) {
  var filters = part("filters"), themes = page.themes;
  filters.textContent = "";
  offerFilter(page, "kind", "种类", hit => [kindOfHit(page, hit)], choose);
  offerFilter(page, "theme", "主题", hit => themes ? themes.of(hit.document) : [], choose);
  /** @type {HTMLElement} */ (filters.parentElement).hidden = !filters.children.length;

  /** @param {string} filter @param {string} name */
  async function choose(filter, name) {
    page.filters[filter] = name;
    await page.begin(query, turn);
    filters.querySelectorAll("button").forEach(function (button) {
      if (button.dataset.choice === filter + " " + name) button.focus();
    });
  }
}

/** @param {Results} page @param {string} filter @param {string} label @param {(hit: Hit) => string[]} namesOf
 * @param {(filter: string, name: string) => Promise<void>} choose */
function offerFilter(page, filter, label, namesOf, choose) {
  /** @type {Map<string, number>} */
  var counts = new Map(), hits = filtered(page, filter);
  hits.forEach(function (hit) {
    namesOf(hit).forEach(function (name) { counts.set(name, (counts.get(name) || 0) + 1); });
  });
  if (counts.size < 2 && !page.filters[filter]) return;
  var group = made("div", "hj-kinds");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  [""].concat(Array.from(counts.keys())).forEach(function (name) {
    var text = name ? (filter === "theme" && page.themes ? page.themes.names[name] : name) + " " + counts.get(name)
      : "全部" + label + " " + hits.length;
    var button = /** @type {HTMLButtonElement} */ (made("button", "", text));
    button.type = "button";
    button.dataset.choice = filter + " " + name;
    button.setAttribute("aria-pressed", String(name === page.filters[filter]));
    button.addEventListener("click", function () { choose(filter, name).catch(() => page.fail()); });
    group.append(button);
  });
  part("filters").append(group);
}

