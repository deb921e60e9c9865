/* A result on the page: its title and kind, the excerpt that has most of the query, and the answer to a question. */

var WHY = ["题目里有", "也有人这样问、这样叫", "小标题里有", "开头说到", "正文说到"]; // by the place of a hit
var ANSWERS = ["问答", "规则", "词语"]; // the kinds whose first section may be the answer

/** @param {Results} page @param {Card} card @param {Hit} hit */
function resultItem(page, card, hit) {
  var item = made("li", "hj-result"), heading = made("h2"), to = link(whole(page.reader.home, card.address));
  var why = page.answer.meant ? "写法相近" : WHY[Math.floor(hit.place / page.reader.index.manifest.within)];
  to.dataset.result = "";
  page.marks.write(to, card.title);
  heading.append(to);
  item.append(heading, made("p", "hj-note", [card.kind, dayText(card.day), why].filter(Boolean).join(" · ")),
    made("p", "hj-excerpt"));
  return item;
}

/** @param {string} day */
function dayText(day) {
  var parts = day.split("-");
  return day && +parts[0] + "年" + +parts[1] + "月" + +parts[2] + "日";
}

/** Show the section that has most of the query, and the words in it. @param {Results} page @param {Hit} hit @param {Card} card
 * @param {HTMLElement} item @param {boolean} first */
async function showExcerpt(page, hit, card, item, first) {
  var index = page.reader.index, marks = page.marks, answer = page.answer;
  var sections = await index.sections(hit.document), best = sections[0], most = -1;
  sections.forEach(function (section) {
    var worth = marks.worth(section.text) + marks.worth(section.heading);
    if (worth > most) { most = worth; best = section; }
  });
  if (!best) return;
  var text = /** @type {HTMLElement} */ (item.querySelector(".hj-excerpt")), address = whole(page.reader.home, card.address);
  if (best.heading) text.append(best.id ? link(address + "#" + encodeURIComponent(best.id), "hj-where", best.heading)
    : made("span", "hj-where", best.heading), "：");
  marks.write(text, marks.piece(best.text));
  var sure = hit.coverage >= 0.7 && hit.place < 2 * index.manifest.within && !answer.meant;
  if (first && sure && ANSWERS.indexOf(card.kind) >= 0 && isAsked(marks, card, sections)) showAnswer(address, card, sections[0]);
}

/** Whether one wording of the question has half of the query: several, each with a word of it, ask something else.
 * @param {Marks} marks @param {Card} card @param {Section[]} sections */
function isAsked(marks, card, sections) {
  var wordings = sections.map(section => /这样问$/.test(section.heading) ? section.text : "").join("\n").split("\n");
  return wordings.concat(card.title).some(wording => marks.share(wording) >= 0.5);
}

/** @param {string} address @param {Card} card @param {Section | undefined} section */
function showAnswer(address, card, section) {
  if (!section || section.heading) return;
  var answer = part("answer");
  answer.textContent = "";
  answer.append(made("p", "hj-note", "也许这就是您要的答案："), made("p", "", section.text.slice(0, 300)));
  answer.append(link(address, "", "看全文：" + card.title));
  answer.hidden = false;
}

