/* Lets somebody who searched here once search and read again without a network: what was fetched since is kept, and is
   given where the network gives nothing. search/browser/offline.js starts it; a new index throws away what was kept. */

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

self.addEventListener("fetch", function (event) {
  var request = event.request, path = new URL(request.url).pathname;
  var ours = request.method === "GET" && request.url.indexOf(self.registration.scope) === 0;
  if (!ours || !/\/$|\.(?:html|js|css|svg|png)$/.test(path)) return;
  event.respondWith(fetch(request).then(function (response) {
    var copy = response.clone();
    if (response.ok) event.waitUntil(newest().then(function (kept) { return kept && kept.put(request, copy); }));
    return response;
  }, function (failure) {
    return caches.match(request, { ignoreSearch: request.mode === "navigate" }).then(function (kept) {
      if (kept) return kept;
      throw failure;
    });
  }));
});

function newest() {
  return caches.keys().then(function (names) {
    var own = names.filter(function (name) { return name.indexOf("huanjie " + self.registration.scope) === 0; });
    return own.length ? caches.open(own[own.length - 1]) : null;
  });
}
