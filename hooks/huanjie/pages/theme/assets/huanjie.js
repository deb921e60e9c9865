/* Without this script everything can still be read and reached; the buttons below show only when they work. */

/* The drawer and the search box are check boxes of the theme; these buttons open and close them. */
document.querySelectorAll("[data-hj-toggle]").forEach(function (button) {
  var box = document.getElementById(button.dataset.hjToggle);
  var panel = document.getElementById(box.id === "__drawer" ? "hj-drawer" : "hj-search");
  button.hidden = false;
  button.addEventListener("click", function () {
    box.click();
    if (box.checked) panel.querySelector("input, a").focus();
    else opener(box).focus();
  });
  if (!button.hasAttribute("aria-expanded")) return;
  box.addEventListener("change", function () {
    button.setAttribute("aria-expanded", box.checked);
  });
  panel.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !box.checked || !button.getClientRects().length) return;
    box.click();
    button.focus();
  });
  panel.addEventListener("focusout", function (event) {
    if (box.checked && event.relatedTarget && !panel.contains(event.relatedTarget)) box.click();
  });
});

function opener(box) {
  return document.querySelector("[data-hj-toggle=" + box.id + "][aria-expanded]");
}

/* Dark or light: as the device is, until the reader chooses. */
(function () {
  var button = document.getElementById("hj-scheme");
  var dark = document.getElementById("hj-dark");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", function () {
    var chosen = matchMedia(dark.media).matches ? "light" : "dark";
    dark.media = chosen === "dark" ? "screen" : "not all";
    try {
      localStorage.setItem("hj-scheme", chosen);
    } catch (error) {
      /* A browser without storage forgets the choice; the page is as chosen all the same. */
    }
  });
})();

/* The printed page says where it came from. Without scripts it says the address that the build knew. */
addEventListener("beforeprint", function () {
  var address = document.getElementById("page-address");
  if (address && location.protocol !== "file:") address.textContent = decodeURI(location.href.split("#")[0]);
});
