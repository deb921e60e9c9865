/* In a page: begin. */

if (!window.huanjieSearch) {
  var home = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  var index = new SearchIndex(home + "assets/search/", function (address, failed) {
    var script = document.createElement("script");
    script.src = address;
    script.onerror = failed;
    document.head.append(script);
  });
  window.huanjieSearch = (name, payload) => index.loader.receive(name, payload);
  Promise.resolve().then(function () { // what is in the index stands at the end of this file
    var reader = { home, index };
    document.querySelectorAll("form[data-hj-search]").forEach(function (form) {
      var box = /** @type {HTMLFormElement} */ (form);
      box.action = whole(home, "search/");
      if (box.dataset.hjSearch !== "page") new SearchBox(reader, box);
    });
    var results = /** @type {HTMLElement | null} */ (document.querySelector("[data-hj-results]"));
    if (results) new Results(reader, results);
    index.open().then(function (manifest) {
      setTimeout(function () { keepOffline(home, manifest.stamp); }, 3000); // not while first results are on their way
    });
  });
}
