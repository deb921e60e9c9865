/* The files of the index, each loaded once; each calls `receive` with what it holds. */

class Loader {
  /** @param {string} base where they lie @param {(address: string, failed: () => void) => void} load */
  constructor(base, load) {
    this._base = base;
    this._load = load;
    /** @type {Object<string, Promise<any>>} */
    this._files = {};
    /** @type {Object<string, (payload: any) => void>} */
    this._waiting = {};
  }

  /** @param {string} name @param {any} payload */
  receive(name, payload) {
    if (this._waiting[name]) this._waiting[name](payload);
    else this._files[name] = Promise.resolve(payload);
  }

  /** @param {string} name @param {string} [digest] @returns {Promise<any>} */
  file(name, digest) {
    if (!this._files[name]) {
      this._files[name] = new Promise((resolve, reject) => {
        this._waiting[name] = resolve;
        this._load(this._base + name + (digest ? "-" + digest : "") + ".js", () => {
          delete this._files[name];
          delete this._waiting[name];
          reject(new Error(name));
        });
      });
    }
    return this._files[name];
  }
}

