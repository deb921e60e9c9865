/* What the reader chose here before is known before anything is painted: dark or light, and the size of the type. */
document.documentElement.className = "js";
(function () {
  var media = { dark: "screen", light: "not all" };
  try {
    var scheme = media[localStorage.getItem("hj-scheme")];
    var size = localStorage.getItem("hj-size");
    if (scheme) document.getElementById("hj-dark").media = scheme;
    if (size) document.documentElement.dataset.hjSize = size;
  } catch (error) {
    /* No storage: everything is as the device is. */
  }
})();
