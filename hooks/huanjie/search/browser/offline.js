/* Search without a network, for who has searched here before. */

/** @param {string} home @param {string} stamp of the index: with another one what was kept is thrown away */
async function keepOffline(home, stamp) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return; // a folder, or a page without encryption
  var own = "huanjie " + home, name = own + " " + stamp;
  var page = [home + "search/", home + "assets/search/search.js"];
  document.querySelectorAll("link[rel=stylesheet], script[src]").forEach(function (one) {
    page.push(one.getAttribute("href") ? /** @type {HTMLLinkElement} */ (one).href : /** @type {HTMLScriptElement} */ (one).src);
  });
  try {
    await navigator.serviceWorker.register(home + "offline.js");
    for (var one of await caches.keys()) if (one.startsWith(own + " ") && one !== name) await caches.delete(one);
    var kept = await caches.open(name);
    for (var address of page) if (!await kept.match(address)) await kept.add(address);
  } catch (error) { /* Then there is no search without a network. */ }
}
