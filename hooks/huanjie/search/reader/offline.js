/* Search without a network, for who has searched here before. */

/** @param {string} home @param {string} stamp of the index: with another one what was kept is thrown away */
function keepOffline(home, stamp) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return; // a folder, or a page without encryption
  var own = "huanjie " + home, name = own + " " + stamp;
  var page = ["search/", "assets/search/search.js"].map(function (address) { return home + address; });
  document.querySelectorAll("link[rel=stylesheet], script[src]").forEach(function (one) {
    page.push(one.getAttribute("href") ? /** @type {HTMLLinkElement} */ (one).href : /** @type {HTMLScriptElement} */ (one).src);
  });
  navigator.serviceWorker.register(home + "offline.js").then(function () {
    return caches.keys();
  }).then(function (names) {
    return Promise.all(names.map(function (one) {
      return one.indexOf(own + " ") === 0 && one !== name ? caches.delete(one) : false;
    }));
  }).then(function () {
    return caches.open(name);
  }).then(function (kept) {
    return Promise.all(page.map(function (address) {
      return kept.match(address).then(function (known) { return known ? undefined : kept.add(address); });
    }));
  }).catch(function () {}); // then there is no search without a network
}
