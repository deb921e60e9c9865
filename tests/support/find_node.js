/* Finds places in node as find.js does in a page: names on the command line, queries on stdin, one a line, as JSON; for
   each a line of JSON with what is said of it and the milliseconds of the processor that it took. */
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const script = fs.readFileSync(path.join(__dirname, "../../hooks/huanjie/pages/theme/assets/find.js"), "utf8");

function element() {
  return { dataset: {}, textContent: "", append() {}, addEventListener(name, act) { this[name] = act; } };
}
const parts = {};
const page = {
  getElementById: (id) => (parts[id] = parts[id] || element()),
  createElement: element,
  head: element(),
};
const here = {};
new Function("document", "window", "history", script)(page, here, { replaceState() {} });
const input = page.getElementById("find-name"), status = page.getElementById("find-status");
input.value = "";
input.focus();
here.hjPlaces({
  areas: [["town", "示例镇"]], places: process.argv.slice(2).map((name) => [0, [name], [], [], ""]),
  sounds: { she: "社", qu: "区", cun: "村", shi: "示", li: "例", zhen: "镇" }, traditional: "",
  constituencies: [], stations: [], texts: [],
});

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  input.value = JSON.parse(line);
  const before = process.cpuUsage();
  input.input();
  const used = process.cpuUsage(before);
  console.log(JSON.stringify({ said: status.textContent.slice(0, 40), time: (used.user + used.system) / 1000 }));
});
