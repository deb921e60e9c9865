/* The files of the index. */

/** @param {string} base where they lie @param {(address: string, failed: () => void) => void} load */
function searchIndex(base, load) {
  var SIGNS = "", SINGLE = 58;
  for (var code = 33; code < 127; code++) {
    if ('"<\\|'.indexOf(String.fromCharCode(code)) < 0) SIGNS += String.fromCharCode(code);
  }
  var HALF = SIGNS.length / 2;
  /** @type {Object<string, number>} */
  var NUMBER = {};
  for (var i = 0; i < SIGNS.length; i++) NUMBER[SIGNS[i]] = i;
  /** @type {Object<string, Promise<any>>} */
  var asked = {};
  /** @type {Object<string, (payload: any) => void>} */
  var waiting = {};
  /** @type {Manifest} */
  var manifest;
  /** @type {Uint8Array} */
  var kinds;
  /** @type {ReturnType<typeof searchSounds>} */
  var heard;

  /** What every file of the index calls. @param {string} name @param {any} payload */
  function got(name, payload) {
    if (waiting[name]) waiting[name](payload);
    else asked[name] = Promise.resolve(payload);
  }

  /** @param {string} name @param {string} [digest] @returns {Promise<any>} */
  function file(name, digest) {
    if (!asked[name]) {
      asked[name] = new Promise(function (resolve, reject) {
        waiting[name] = resolve;
        load(base + name + (digest ? "-" + digest : "") + ".js", function () {
          delete asked[name];
          delete waiting[name];
          reject(new Error(name));
        });
      });
    }
    return asked[name];
  }

  /** @returns {Promise<Manifest>} */
  function open() {
    return file("manifest").then(function (read) {
      if (manifest) return manifest;
      var last = 0;
      kinds = new Uint8Array(read.documents);
      for (var i = 0; i < read.runs[0].length; i++) kinds.fill(NUMBER[read.runs[0][i]], last, last += NUMBER[read.runs[1][i]]);
      return (manifest = read);
    });
  }

  /** @param {string} family @param {number} [number] one file of several @returns {Promise<any>} */
  function numbered(family, number) {
    var start = (number || 0) * manifest.digest;
    return file(number === undefined ? family : family + number,
      manifest.files[family].slice(start, start + manifest.digest));
  }

  /** The file that has a term. @param {string} family @param {string} term */
  function shardOf(family, term) {
    var number = 0;
    var key = term[0] === "'" ? term.split("'")[1] : term[0] === "_" ? sounds().of[term[1]] || term[1] : term;
    for (var i = 0; i < key.length; i++) number = (number * 31 + key.charCodeAt(i)) % 4294967296;
    return number % (manifest.files[family].length / manifest.digest);
  }

  /** @param {string} entry @returns {List} */
  function unpacked(entry) {
    var documents = [], last = -1, step = 0, scale = 1, i = 0;
    var parts = entry.split(" ");
    while (i < parts[0].length) {
      var number = NUMBER[parts[0][i++]];
      if (number >= HALF) {
        step += (number - HALF) * scale;
        scale *= HALF;
        step += scale;
        continue;
      }
      last += step + number * scale + 1;
      documents.push(last, NUMBER[parts[0][i++]]);
      step = 0;
      scale = 1;
    }
    return { documents, count: parts[1] ? +parts[1] : documents.length / 2 };
  }

  /** The documents of a term. @param {string} family @param {string} term @returns {Promise<List>} */
  function term(family, term) {
    return numbered(family, shardOf(family, term)).then(function (shard) {
      var start = ("|" + shard).indexOf("|" + term + " ");
      if (start < 0) return { documents: [], count: 0 };
      var end = shard.indexOf("|", start);
      return unpacked(shard.slice(start + term.length + 1, end < 0 ? undefined : end));
    });
  }

  /** @param {number} document */
  function kindOf(document) {
    return manifest.kinds[kinds[document]];
  }

  /** @param {number} document @returns {Promise<Card>} */
  function card(document) {
    return numbered("c", Math.floor(document / manifest.cards)).then(function (shard) {
      var one = shard.d[document % manifest.cards];
      return { title: one[0], address: one[1], day: one[2] || "", kind: kindOf(document)[0] };
    });
  }

  /** @param {string} alphabet @param {string} packed */
  function lengthened(alphabet, packed) {
    var text = "";
    for (var i = 0; i < packed.length; i++) {
      var number = NUMBER[packed[i]];
      text += alphabet[number < SINGLE ? number : SINGLE + (number - SINGLE) * SIGNS.length + NUMBER[packed[++i]]];
    }
    return text;
  }

  /** The sections of a document. @param {number} document @returns {Promise<Section[]>} */
  function sections(document) {
    var cards = Math.floor(document / manifest.cards);
    var part = Math.floor((document % manifest.cards) / manifest.texts);
    var name = "x" + (cards * (manifest.cards / manifest.texts) + part);
    return numbered("c", cards).then(function (shard) {
      return file(name, shard.x.slice(part * manifest.digest, (part + 1) * manifest.digest));
    }).then(function (shard) {
      if (!shard.read) shard.read = texts(shard[0], shard[1]);
      return shard.read[document % manifest.cards % manifest.texts].split("\r").map(function (/** @type {string} */ one) {
        var pieces = one.split("\t");
        return { id: pieces[0], heading: pieces[1] || "", text: pieces.slice(2).join(" ") };
      });
    });
  }

  /** Lines that came before stand in a text as a sign and their number among the different lines.
   * @param {string} alphabet @param {string[]} packed */
  function texts(alphabet, packed) {
    /** @type {string[]} */
    var lines = [];
    var seen = new Set();
    return packed.map(function (one) {
      return lengthened(alphabet, one).split("\n").map(function (line) {
        if (line[0] === "\x02") return lines[line.charCodeAt(1) - 0xe000];
        if (!seen.has(line)) { seen.add(line); lines.push(line); }
        return line;
      }).join("\n");
    });
  }

  /** @returns {Promise<Themes>} */
  function themes() {
    return numbered("f").then(function (read) {
      return { names: read.names, of: function (document) {
        return read.sets[NUMBER[read.documents[document]]].split(" ").filter(Boolean);
      } };
    });
  }

  /** Traditional characters, and the simplified ones for them. @returns {Promise<Object<string, string>>} */
  async function simplified() {
    var pairs = await numbered("v");
    /** @type {Object<string, string>} */
    var read = {};
    for (var i = 0; i < pairs.length; i += 2) read[pairs[i]] = pairs[i + 1];
    return read;
  }

  /** How characters sound. */
  function sounds() {
    return (heard = heard || searchSounds(manifest.sounds));
  }

  return { open, term, shardOf, card, sections, kindOf, themes,
    simplified, sounds, got };
}
