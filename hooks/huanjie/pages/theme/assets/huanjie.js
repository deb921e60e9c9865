/* The printed page says where it came from. Without scripts it says the address that the build knew. */
addEventListener("beforeprint", function () {
  var address = document.getElementById("page-address");
  if (address && location.protocol !== "file:") address.textContent = location.href.split("#")[0];
});
