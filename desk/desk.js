// What Decap CMS lacks for our records: a control for a value that carries its source, names for new files, our words.
"use strict";

const ask = async (asked) => {
  const answer = await fetch("/records", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
};

// ---- A value and its source -------------------------------------------------

const BESIDE = { source: "出自哪个来源", note: "读者需要知道的说明", inferred: "怎样推定的", about: "来源给的约数，照原样，如 近千人" };
const LONG = new Set(["note", "inferred"]);
let sources; // asked for once for all controls of a form
addEventListener("hashchange", () => (sources = undefined));
const known = () => (sources ??= ask({ action: "entriesByFolder", params: { folder: "sources" } }));
const bare = (value) => (value && value.toJS ? value.toJS() : value);
const asRow = (one) => (one && typeof one === "object" ? one : { value: one || "" });
const asFact = (row) => {
  const said = Object.entries(row).filter(([, text]) => text);
  return said.every(([name]) => name === "value") ? row.value || "" : Object.fromEntries(said);
};

const Fact = createClass({
  getInitialState() {
    return { open: {}, sources: [] };
  },
  componentDidMount() {
    this.here = true;
    known().then((found) => {
      if (this.here) this.setState({ sources: found.map((one) => JSON.parse(one.data)) });
    });
  },
  componentWillUnmount() {
    this.here = false;
  },
  shouldComponentUpdate() {
    return true;
  },
  rows() {
    const value = bare(this.props.value);
    return Array.isArray(value) ? value.map(asRow) : [asRow(value)];
  },
  put(rows) {
    this.props.onChange(rows.length === 1 ? asFact(rows[0]) : rows.map(asFact));
  },
  set(number, name, text) {
    this.put(this.rows().map((row, place) => (place === number ? { ...row, [name]: text } : row)));
  },
  beside(row, number, name) {
    const id = `${this.props.forID}-${number}-${name}`;
    const told = { id, value: row[name] || "", onChange: (event) => this.set(number, name, event.target.value) };
    const choices = [h("option", { key: "", value: "" }, "和整份记录一样")].concat(
      this.state.sources.map((one) => h("option", { key: one.id, value: one.id }, one._called)),
    );
    return h("div", { key: name }, h("label", { htmlFor: id }, BESIDE[name]), name === "source" ? h("select", told, choices) : h(LONG.has(name) ? "textarea" : "input", told));
  },
  row(row, number, rows) {
    const said = Object.keys(BESIDE).some((name) => row[name]);
    const open = this.state.open[number] ?? said;
    const toggle = () => this.setState({ open: { ...this.state.open, [number]: !open } });
    const typed = {
      id: number ? `${this.props.forID}-${number}` : this.props.forID,
      className: this.props.classNameWrapper,
      value: row.value || "",
      onChange: (event) => this.set(number, "value", event.target.value),
      onFocus: this.props.setActiveStyle,
      onBlur: this.props.setInactiveStyle,
    };
    return h(
      "div",
      { key: number, className: "fact" },
      h("input", typed),
      h("button", { type: "button", "aria-expanded": open, onClick: toggle }, open ? "收起来源、说明" : "附来源、说明"),
      number === rows.length - 1 && row.value && h("button", { type: "button", onClick: () => this.put([...rows, { value: "" }]) }, "另一个来源的说法不一样"),
      rows.length > 1 && h("button", { type: "button", onClick: () => this.put(rows.filter((_, place) => place !== number)) }, "删去这一条"),
      open && h("div", { className: "beside" }, Object.keys(BESIDE).map((name) => this.beside(row, number, name))),
    );
  },
  render() {
    return h("div", { className: "facts" }, this.rows().map(this.row));
  },
});
CMS.registerWidget("fact", Fact);

// ---- Names for new files ----------------------------------------------------

CMS.registerEventListener({
  name: "preSave",
  handler: async ({ entry }) => {
    const filled = entry.get("data");
    if (!entry.get("newRecord") || filled.get("_file") || filled.get("id")) return filled;
    const named = await ask({ action: "fileName", params: { kind: entry.get("collection"), filled: filled.toJS() } });
    return filled.set("_file", named.name);
  },
});

// ---- What the check says: why a record was not kept, or what is worth knowing of one that was ---

const tell = (lines) =>
  document.querySelector("#told").replaceChildren(...lines.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
const asked = fetch;
window.fetch = async (...request) => {
  const answer = await asked(...request);
  if (answer.status >= 400 && answer.status !== 404) tell((await answer.clone().json()).error.split("\n"));
  return answer;
};
CMS.registerEventListener({
  name: "postSave",
  handler: async () => {
    document.querySelectorAll(".Toastify__toast--error").forEach((toast) => toast.click()); // of a save that was refused before
    tell((await ask({ action: "told" })).told);
  },
});
addEventListener("hashchange", () => location.hash.includes("/entries/") || tell([]));
let wanting = ""; // the first that a form is not content with: it may stand far above what is seen
new MutationObserver(() => {
  const first = document.querySelector("[class*=ControlErrorsList] li")?.textContent ?? "";
  if (first === wanting) return;
  wanting = first;
  tell(first ? [`没有存：${first}`] : []);
}).observe(document.body, { childList: true, subtree: true });

// ---- Our words: here "publish" only saves a file ----------------------------

const words = CMS.getLocale("zh_Hans");
Object.assign(words.editor.editorToolbar, {
  publish: "存盘",
  published: "已存盘",
  publishing: "正在核对、存盘…",
  publishNow: "现在存盘",
  publishAndCreateNew: "存盘，再新建一份",
  publishAndDuplicate: "存盘，再照样新建一份",
  duplicate: "照样新建一份",
  backCollection: "正在填：%{collectionLabel}",
});
words.editor.editorControl.field.optional = "可以不填";
Object.assign(words.editor.editorControlPane.widget, { required: "“%{fieldLabel}”还没有填", regexPattern: "“%{fieldLabel}”%{pattern}" });
words.collection.sidebar.collections = "记录";
Object.assign(words.ui.toast, { onFailToPersist: "没有存：原因写在右下角", entrySaved: "核对过了，已经存盘", missingRequiredField: "还有必填的没有填：第一处写在右下角" });
CMS.registerLocale("zh_Hans", words);

localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" })); // nobody logs in on their own machine
CMS.init();
