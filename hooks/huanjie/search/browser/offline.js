/* Search without a network, for who has searched here before. */

/** @param {string} home @param {string} stamp of the index: with another one what was kept is thrown away */
async function keepOffline(home, stamp) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return; // a folder, or a page without encryption
  var own = "huanjie " + home, name = own + " " + stamp;
  var page = [home + "search/", home + "assets/search/search.js"];
  document.querySelectorAll("link[rel=stylesheet], script[src]").forEach(function (element) {
    page.push(element.getAttribute("href") ? /** @type {HTMLLinkElement} */ (element).href : /** @type {HTMLScriptElement} */ (element).src);
  });
  try {
    await navigator.serviceWorker.register(home + "offline.js");
    for (var other of await caches.keys()) if (other.startsWith(own + " ") && other !== name) await caches.delete(other);
    var cache = await caches.open(name);
    for (var address of page) if (!await cache.match(address)) await cache.add(address);
  } catch (error) { /* Then there is no search without a network. */ }
}
