/* Chinese search: the index is made at build time, cut into small files, and only those that a query needs are loaded,
   after somebody began to search. Nothing a reader types leaves the browser, and it is put into the page as text, never
   as HTML. The files here are published as one, in the order that __init__.py names them. */

/**
 * @typedef {{family: string, term: string, factor: number}} Alternative
 * @typedef {{at: number, weight: number, more?: boolean, alternatives: Alternative[]}} Position a part of a query; `more`:
 *   good where a page has it, and not missed where none has
 * @typedef {{documents: number[], count: number}} List documents and places in turn; of how many documents in all
 * @typedef {{strength: number, place: number, factor: number}} Match of a position in a document
 * @typedef {{document: number, score: number, coverage: number, place: number}} Hit
 * @typedef {{hits: Hit[], first: number, meant: boolean, folded: string}} Answer `first`: how many to show at once; `meant`:
 *   only by another spelling
 * @typedef {{title: string, address: string, day: string, kind: string}} Card
 * @typedef {{id: string, heading: string, text: string}} Section
 * @typedef {{names: Object<string, string>, of: (document: number) => string[]}} Themes
 * @typedef {{initials: string, finals: string, counts: string, none: number}} SoundTable see sounds.py
 * @typedef {{signs: string, single: number, again: string, first: number}} EncodingTable see encoding.py
 * @typedef {{documents: number, kinds: [string, number][], runs: string[], cards: number, texts: number, within: number,
 *   digest: number, stamp: string, alike: [string, string][][], sounds: SoundTable, encoding: EncodingTable,
 *   words: string, files: Object<string, string>}} Manifest
 * @typedef {{home: string, index: SearchIndex}} Reader
 */
