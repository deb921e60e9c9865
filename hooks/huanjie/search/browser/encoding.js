/* Lists of documents and texts, as encoding.py wrote them. */

class Encoding {
  /** @param {EncodingTable} table */
  constructor(table) {
    this._table = table;
    /** @type {Object<string, number>} */
    this.numbers = {};
    for (var i = 0; i < table.signs.length; i++) this.numbers[table.signs[i]] = i;
  }

  /** The documents of a term: the step from the one before, then the place. @param {string} entry @returns {List} */
  list(entry) {
    var documents = [], last = -1, step = 0, scale = 1, half = this._table.signs.length / 2;
    var parts = entry.split(" ");
    for (var i = 0; i < parts[0].length;) {
      var number = this.numbers[parts[0][i++]];
      if (number >= half) {
        step += (number - half) * scale;
        scale *= half;
        step += scale;
        continue;
      }
      last += step + number * scale + 1;
      documents.push(last, this.numbers[parts[0][i++]]);
      step = 0;
      scale = 1;
    }
    return { documents, count: parts[1] ? +parts[1] : documents.length / 2 };
  }

  /** Texts; a line that came before stands in them as a sign and its number among the different lines.
   * @param {string} alphabet @param {string[]} written */
  texts(alphabet, written) {
    /** @type {string[]} */
    var lines = [];
    var seen = new Set(), table = this._table;
    return written.map(text => this._text(alphabet, text).split("\n").map(function (line) {
      if (line[0] === table.again) return lines[line.charCodeAt(1) - table.first];
      if (!seen.has(line)) { seen.add(line); lines.push(line); }
      return line;
    }).join("\n"));
  }

  /** @param {string} alphabet @param {string} written */
  _text(alphabet, written) {
    var text = "", table = this._table;
    for (var i = 0; i < written.length; i++) {
      var number = this.numbers[written[i]], more = number - table.single;
      text += alphabet[more < 0 ? number : table.single + more * table.signs.length + this.numbers[written[++i]]];
    }
    return text;
  }
}

