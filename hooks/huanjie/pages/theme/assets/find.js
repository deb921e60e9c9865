/* Finds a place while its name is typed: as it is written, in pinyin, or by the first letters of that. The file of names
   is loaded when somebody begins to type; what is typed stays in this page. */
(function () {
  var MOST = 20; // results that are shown
  var LONGEST = 80; // characters of what is typed that are looked for; no name has as many
  var SILENT = /[镇乡村街道办事处社区]/; // what people leave out: 白杨东石坡 is 白杨镇东石坡村
  var box = document.getElementById("find");
  var input = document.getElementById("find-name");
  var status = document.getElementById("find-status");
  var found = document.getElementById("find-found");
  var none = document.getElementById("find-none");
  var known = null, things = [], sounds = {}, simple = {}, broad = false;

  box.hidden = false;
  input.addEventListener("focus", load);
  input.addEventListener("input", function () {
    history.replaceState({ find: input.value }, "");
    show();
  });
  if (history.state && history.state.find) { // the reader came back
    input.value = history.state.find;
    load();
  }

  function load() {
    if (window.hjPlaces) return;
    window.hjPlaces = function (given) {
      known = given;
      Object.keys(known.sounds).forEach(function (sound) {
        Array.from(known.sounds[sound], function (one) { (sounds[one] = sounds[one] || []).push(sound); });
      });
      Array.from(known.traditional).forEach(function (one, place, all) { if (place % 2) simple[all[place - 1]] = one; });
      known.constituencies.forEach(spell);
      known.stations.forEach(spell);
      prepare();
      show();
    };
    var script = document.createElement("script");
    script.src = box.dataset.index;
    script.onerror = function () {
      window.hjPlaces = null;
      script.remove();
      status.textContent = "没有取到地名。请再点一下上面的框，或者在下面按乡镇、街道找。";
    };
    document.head.append(script);
  }

  /* [area, name, address, title, note]: the last three are texts in which a tab stands for the name. */
  function spell(one) {
    for (var place = 2; place < 5; place++) one[place] = known.texts[one[place]].split("\t").join(one[1]);
  }

  /* What can be found: areas, places by each of their names, stations by name and address. `named`: where its own name
     begins in the text that is searched. */
  function prepare() {
    known.areas.forEach(function (area) { things.push({ sort: 0, text: area[1], named: 0, own: area }); });
    known.places.forEach(function (place) {
      var area = known.areas[place[0]][1];
      place[1].forEach(function (name) { things.push({ sort: 1, text: area + name, named: area.length, own: place }); });
    });
    known.stations.forEach(function (station) {
      [station[3], station[4]].forEach(function (text) { things.push({ sort: 2, text: text, named: 0, own: station }); });
    });
  }

  function folded(text) {
    text = text.slice(0, LONGEST).normalize("NFKC").toLowerCase().replace(/[üǖǘǚǜ]/g, "v").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return Array.from(text.replace(/[\s'’·,，.。-]/g, ""), function (one) { return simple[one] || one; }).join("");
  }

  /* Many people do not tell zh from z, n from ng, or l from n: that is tried where nothing better is found. */
  function blurred(sound) {
    return broad ? sound.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/^l|l(?=[aeiouv])/g, "n") : sound;
  }

  /* The end of what a query means in a text from a place on; -1 where it does not stand there. `tried`: the ends from
     there on that are known, or names of the same few characters over and over would take time without end. */
  function end(text, place, query, from, tried) {
    var state = place * (query.length + 1) + from;
    if (!tried.has(state)) tried.set(state, ending(text, place, query, from, tried));
    return tried.get(state);
  }

  function ending(text, place, query, from, tried) {
    if (from === query.length) return place;
    if (place === text.length) return -1;
    if (text[place] === query[from]) {
      var same = end(text, place + 1, query, from + 1, tried);
      if (same >= 0) return same;
    }
    var heard = sounds[text[place]] || [];
    for (var each = 0; each < heard.length; each++) {
      var sound = blurred(heard[each]), rest = query.slice(from);
      if (rest[0] !== sound[0]) continue;
      if (sound.indexOf(rest) === 0) return place + 1; // typed as far as this
      var sizes = [sound.length, /^[zcs]h/.test(sound) ? 2 : 0, 1];
      for (var size = 0; size < sizes.length; size++) {
        if (!sizes[size] || rest.slice(0, sizes[size]) !== sound.slice(0, sizes[size])) continue;
        var then = end(text, place + 1, query, from + sizes[size], tried);
        if (then >= 0) return then;
      }
    }
    return from && SILENT.test(text[place]) ? end(text, place + 1, query, from, tried) : -1;
  }

  /* How well a thing is meant, less is better; -1: not at all. Its own name from the beginning, its area and its name,
     from the middle of its name; then areas, places, stations. */
  function worth(thing, query) {
    var tried = new Map();
    for (var pass = 0; pass < 3; pass++) {
      var first = pass === 0 ? thing.named : pass === 1 ? 0 : thing.named + 1;
      var last = pass === 2 ? thing.text.length - 1 : first;
      for (var place = first; place <= last; place++) {
        var to = end(thing.text, place, query, 0, tried);
        if (to > thing.named) return pass * 1000 + thing.sort * 100 + (thing.text.length - to);
      }
    }
    return -1;
  }

  function within(thing, query) {
    var name = thing.text.slice(thing.named).replace(/[村镇乡]$|社区$|街道$/, "");
    return thing.sort < 2 && name.length > 1 && query.indexOf(name) >= 0 ? 0 : -1;
  }

  /* The things that are meant, the best first, each once; a station only where no place that votes there is among them. */
  function best(query, judge) {
    var seen = new Set(), several = things
      .map(function (thing) { return { thing: thing, worth: judge(thing, query) }; })
      .filter(function (one) { return one.worth >= 0; })
      .sort(function (a, b) { return a.worth - b.worth; })
      .map(function (one) { return one.thing; });
    several.forEach(function (thing) {
      if (thing.sort === 1) thing.own[2].forEach(function (one) { seen.add(known.stations[[].concat(one)[0]]); });
    });
    return several.filter(function (thing) { return !seen.has(thing.own) && seen.add(thing.own); });
  }

  function show() {
    found.textContent = status.textContent = "";
    none.hidden = true;
    var query = folded(input.value);
    if (!query) return;
    if (!known) {
      status.textContent = "正在取地名……";
      return;
    }
    broad = false;
    var several = best(query, worth), near = false;
    if (!several.length) {
      near = broad = true;
      several = best(blurred(query), worth);
    }
    if (!several.length) several = best(query, within);
    told(several.length, near);
    several.slice(0, MOST).forEach(function (thing) { found.append([area, place, station][thing.sort](thing.own)); });
  }

  function told(count, near) {
    none.hidden = count > 0;
    status.textContent = !count
      ? "没有找到“" + input.value.trim() + "”。"
      : (near ? "没有完全一样的，相近的有 " : "找到 ") + count + " 处" +
        (count > MOST ? "，先列出 " + MOST + " 处；多打一个字就会少一些。" : "。");
  }

  /* The results: names, links, texts; nothing that was typed is taken for HTML. */
  function element(name, inside) {
    var made = document.createElement(name);
    made.append.apply(made, [].concat(inside));
    return made;
  }
  function note(text) {
    var made = element("span", text);
    made.className = "hj-note";
    return made;
  }
  function link(slugs, text) {
    var made = element("a", text);
    made.href = box.dataset.root + slugs.join("/") + "/";
    return made;
  }

  function area(one) {
    return element("li", element("p", [link([one[0]], one[1]), note("这里所有的村、社区和单位")]));
  }

  function station(one) {
    return element("li", polling(known.stations)(one));
  }

  function place(one) {
    var made = element("li", element("h2", one[1][0]));
    made.append(note([known.areas[one[0]][1]].concat(one[1].length > 1 ? "也叫" + one[1].slice(1).join("、") : []).join("，")));
    if (one[4]) made.append(element("p", one[4]));
    made.append.apply(made, one[2].map(polling(known.stations)).concat(one[3].map(polling(known.constituencies, one[0]))));
    if (!one[4] && !one[2].length) made.append(element("p", "投票站没有记录"));
    return made;
  }

  /* A constituency or a station by its number, or by its number and the part of the place that belongs to it. `here`:
     the place's area; letters and names of another are told with it, figures go through the whole county. */
  function polling(given, here) {
    return function (one) {
      var part = one.length === 2 ? one[1] : "", own = one.length === 5 ? one : given[part ? one[0] : one];
      var away = here !== undefined && own[0] !== here && !/^[a-z]+-\d+$/.test(own[2]);
      return element("p", [link([known.areas[own[0]][0], own[2]], (away ? known.areas[own[0]][1] : "") + own[3]), part ? "（" + part + "）" : "", note(own[4])]);
    };
  }
})();
