/* What the box and the page of results have in common. */

/** Where a document stands; a folder has no server that would know its index.html.
 * @param {string} home @param {string} address */
function whole(home, address) {
  return home + (location.protocol === "file:" ? address.replace(/(?=#|$)/, "index.html") : address);
}

/** Make an element with a class and a text. @param {string} name @param {string} [kind] @param {string} [text] */
function made(name, kind, text) {
  var element = document.createElement(name);
  if (kind) element.className = kind;
  if (text) element.append(text);
  return element;
}

/** @param {string} address @param {string} [kind] @param {string} [text] */
function link(address, kind, text) {
  var element = /** @type {HTMLAnchorElement} */ (made("a", kind, text));
  element.href = address;
  return element;
}

/** Call when what is written has changed, but not while an input method is still asking which characters are meant.
 * @param {HTMLInputElement} input @param {() => void} changed @returns {() => boolean} whether it is still asking */
function whenWritten(input, changed) {
  var composing = false, timer = 0;
  function later() {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(changed); // once for what comes at one time, as the end of a composition does
  }
  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; later(); });
  input.addEventListener("input", later);
  return () => composing;
}

/** Do something once an element comes into view. @param {Element} element @param {() => Promise<void>} act */
function whenSeen(element, act) {
  new IntersectionObserver(function (seen, observer) {
    if (!seen.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    act().catch(function () {}); // what is there stands without it
  }).observe(element);
}

/** Let the arrow keys go from a box through the links below it, and back. @param {HTMLElement} around
 * @param {HTMLInputElement} input @param {() => HTMLElement[]} links */
function byArrows(around, input, links) {
  around.addEventListener("keydown", function (event) {
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    var all = links(), place = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!step || event.isComposing || !all.length || (place < 0 && document.activeElement !== input)) return;
    event.preventDefault();
    (all[place + step] || (place + step < 0 ? input : all[all.length - 1])).focus();
  });
}
