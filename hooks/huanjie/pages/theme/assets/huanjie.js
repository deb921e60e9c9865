/* Without this script everything can still be read and reached; the buttons below show only when they work. */

/* The drawer is a check box of the theme; these buttons open and close it. */
document.querySelectorAll("[data-hj-toggle]").forEach(function (button) {
  var box = document.getElementById(button.dataset.hjToggle);
  var panel = document.getElementById("hj-drawer");
  button.hidden = false;
  box.checked = false; /* some browsers restore it when a page is loaded again */
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

/* The search box: its script is loaded when somebody turns to it, or came with a question. */
(function () {
  var own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  var forms = document.querySelectorAll("form[data-hj-search]");
  function load() {
    if (window.huanjieSearch || document.getElementById("hj-search-script")) return;
    var script = document.createElement("script");
    script.id = "hj-search-script";
    script.src = new URL("search/search.js", own).href;
    document.head.append(script);
  }
  forms.forEach(function (form) {
    form.hidden = false;
    form.addEventListener("focusin", load);
  });
  if (document.querySelector("[data-hj-results]") && location.search) load();
})();

/* What the reader chooses is kept for the next page; early.js puts it back before anything is painted. */
function keep(name, choice) {
  try {
    localStorage.setItem(name, choice);
  } catch (error) {
    /* A browser without storage forgets the choice; the page is as chosen all the same. */
  }
}

/* Dark or light: as the device is, until the reader chooses. */
document.querySelectorAll(".hj-scheme").forEach(function (button) {
  var dark = document.getElementById("hj-dark");
  button.hidden = false;
  button.addEventListener("click", function () {
    var chosen = matchMedia(dark.media).matches ? "light" : "dark";
    dark.media = chosen === "dark" ? "screen" : "not all";
    keep("hj-scheme", chosen);
  });
});

/* The size of the type: normal, large, largest, and normal again. */
document.querySelectorAll(".hj-size").forEach(function (button) {
  var sizes = ["", "large", "largest"];
  var root = document.documentElement;
  button.hidden = false;
  button.addEventListener("click", function () {
    var next = sizes[(sizes.indexOf(root.dataset.hjSize || "") + 1) % sizes.length];
    if (next) root.dataset.hjSize = next;
    else delete root.dataset.hjSize;
    keep("hj-size", next);
  });
});

/* A word explained at the foot of the screen goes away with Escape, or with a tap beside it. */
function explained() {
  return document.querySelector(".hj-words-here div:target");
}
function unexplain() {
  location.replace("#" + explained().id.replace("term-", "said-"));
}
document.addEventListener("click", function (event) {
  if (explained() && !event.target.closest("a, .hj-words-here div:target")) unexplain();
});
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape" && explained()) unexplain();
});

/* A poster without a code says the address of the page that it leads to, where the site is online. */
document.querySelectorAll("[data-hj-address]").forEach(function (one) {
  var address = new URL(one.dataset.hjAddress, location.href);
  if (address.protocol !== "file:") one.textContent = decodeURI(address.href);
});

/* The printed page says where it came from. Without scripts it says the address that the build knew. */
addEventListener("beforeprint", function () {
  var address = document.getElementById("page-address");
  if (address && location.protocol !== "file:") address.textContent = decodeURI(location.href.split("#")[0]);
  document.querySelectorAll("details").forEach(function (one) { one.open = true; }); // paper cannot be tapped
});

/* The day in China: 8 hours ahead of UTC, without daylight saving since 1991, whatever zone and calendar the device
   has. */
function dayInChina() {
  return new Date(Date.now() + 8 * 36e5).toISOString().slice(0, 10);
}

/* Introductions of candidates stop on polling day (electoral law 2020, article 34), by the day in China, whenever the
   page was built; before and after they stand. A page built on the day holds them in a template. */
(function () {
  var parts = Array.from(document.querySelectorAll("[data-hj-quiet]"), function (part) {
    if (part.tagName !== "TEMPLATE") return part;
    var shown = document.createElement("div");
    shown.dataset.hjQuiet = part.dataset.hjQuiet;
    shown.append(part.content);
    part.replaceWith(shown);
    return shown;
  });
  function follow() {
    var day = dayInChina();
    parts.forEach(function (part) {
      part.hidden = part.dataset.hjQuiet.split(" ").indexOf(day) >= 0;
      part.nextElementSibling.hidden = !part.hidden;
    });
  }
  follow();
  document.addEventListener("visibilitychange", follow);
})();

/* What is said of the reader's own day in China: days left are counted, the picture of the stages says where today
   stands as long as that holds, and a sentence that is no longer true gives way to the one that is. */
(function () {
  var marks = Array.from(document.querySelectorAll("[data-hj-today]"), function (part) {
    return { part: part, written: part.textContent };
  });
  function follow() {
    var day = dayInChina();
    document.querySelectorAll("[data-hj-day]").forEach(function (part) {
      var left = (Date.parse(part.dataset.hjDay) - Date.parse(day)) / 864e5;
      var told = left > 0 ? "还有 " + left + " 天" : left ? "这一天已经过了" : "就在今天";
      part.textContent = part.dataset.hjBefore + told + part.dataset.hjAfter;
    });
    marks.forEach(function (mark) {
      var holds = day <= (mark.part.dataset.hjToday || "9");
      var written = day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "今天：$1年$2月$3日");
      mark.part.textContent = holds ? written : mark.written;
    });
    document.querySelectorAll("[data-hj-since], [data-hj-until]").forEach(function (part) {
      part.hidden = day < (part.dataset.hjSince || "") || day > (part.dataset.hjUntil || "9");
    });
  }
  follow();
  document.addEventListener("visibilitychange", follow);
})();

/* Tables that can be sorted: a button in each heading; numbers by data-value, names as Chinese is sorted. */
document.querySelectorAll("table[data-hj-sort]").forEach(function (table) {
  var heads = table.tHead.rows[0].cells;
  var body = table.tBodies[0];
  Array.from(heads, function (head, column) {
    var button = document.createElement("button");
    button.append.apply(button, head.childNodes);
    button.className = "hj-sort";
    head.append(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "descending" ? 1 : -1;
      Array.from(heads, function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down < 0 ? "descending" : "ascending");
      function value(row) { return row.cells[column].dataset.value; }
      body.append.apply(body, Array.from(body.rows).sort(function (a, b) {
        var difference = value(a) === undefined
          ? a.cells[column].textContent.localeCompare(b.cells[column].textContent, "zh")
          : value(a) - value(b);
        return down * difference;
      }));
    });
  });
});
