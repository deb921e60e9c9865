/* Answers queries in node as search.js answers them in a browser: FOLDER of the index; queries on stdin, one a line, as
   JSON; for each a line of JSON with the addresses of the first results, the files that were loaded and the time. */
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const browser = path.join(__dirname, "../hooks/huanjie/search/browser");
const parts = ["weights", "folding", "sounds", "encoding", "loader", "index", "words", "query", "positions", "spelling", "ranking", "matching"]
  .map((name) => fs.readFileSync(path.join(browser, `${name}.js`), "utf8"));
const { fold, Sounds, SearchIndex, search } = new Function(`${parts.join("")}; return { fold, Sounds, SearchIndex, search };`)();

async function answer(folder, query) {
  const loaded = [];
  const index = new SearchIndex("", (name) => {
    const text = fs.readFileSync(path.join(folder, name), "utf8");
    loaded.push(name);
    setImmediate(() => new Function("huanjieSearch", text)((file, payload) => index.loader.receive(file, payload)));
  });
  const start = performance.now();
  const found = await search(index, query);
  const first = found.hits.slice(0, found.first);
  const cards = await Promise.all(first.map((hit) => index.card(hit.document)));
  const time = performance.now() - start;
  return { addresses: cards.map((card) => card.address), titles: cards.map((card) => card.title),
    scores: first.map((hit) => +hit.score.toFixed(1)), coverage: first.map((hit) => +hit.coverage.toFixed(2)), meant: found.meant, count: found.hits.length, loaded, time };
}

async function main() {
  const [folder, mode] = process.argv.slice(2);
  const lines = readline.createInterface({ input: process.stdin });
  for await (const line of lines) {
    const query = JSON.parse(line);
    const said = mode === "sounds" ? new Sounds(query).of : mode === "fold" ? fold(query, JSON.parse(folder), {}).text : await answer(folder, query);
    console.log(JSON.stringify(said));
  }
}

main();
