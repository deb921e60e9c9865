/* How queries are weighed. Set on tests/search/queries-dev.yml, never on queries.yml, which judges them. */

const WEIGHTS = {
  /* How much is read and shown. */
  queryCharacters: 120, // of a query that are read
  termFiles: 3, // that a query loads, and one more where these do not find enough
  filesInAll: 5, // besides the script
  cardFiles: 2, // of these at most
  hitsShown: 10, // at once
  hitsCompared: 20, // the first hits, whose files of cards are loaded and whose titles are compared with a long query

  /* What a term of a query weighs; a pair of characters weighs 1. */
  word: 2.2, // a word of the field
  wordCharacter: 0.4, // of such a word, more for each beyond two
  weak: 0.08, // nothing but characters that say little
  partlyWeak: 0.35,
  characterLeft: 0.5, // a single character between words
  formerArticle: 6,
  article: 3,
  day: 2,
  countedNumber: 2, // 28条, 8号选区; and 1 of other things
  plainNumber: 0.3, // the number alone of one that counts something
  foreign: 0.4, // letters and figures amid Chinese
  letter: 0.2, // a single one
  second: 0.9, // each other term: neighbours overlap, and one of them is enough
  spokenAlike: 0.7, // the factor of another spelling
  around: 0.4, // the factor of a pair around a wrong character

  /* How rare a term is, in documents that have it. */
  documentsOfUnchosen: 20, // assumed of a term before its file is loaded
  documentsOfMissing: 4, // assumed of a term that no page has
  rarest: 4, // in natural logarithms: beyond this a rarer term says no more, it may be a name met by chance
  likely: 0.6, // how far a page has a term that is listed only for some of those that have it

  /* How strong a hit is. */
  places: [3, 2.6, 1.6, 1.3, 1], // title, other wording, heading, lead, body
  nameBase: 0.55, // of a title or other wording, for the longest
  nameShort: 2.8, // and more for shorter ones
  neighbour: 1.6, // a term in the very place of the one before it
  wordForQuestion: 0.5, // of a page that explains a word, where something is asked
  answerForQuestion: 1.08, // of a page that answers a question, the same

  /* The share of a query that is covered, of 1. */
  enough: 0.75, // below it other spellings are looked up
  leastInName: 0.45, // below it nothing is found: in a name,
  leastOfSentence: 0.3, // of a sentence,
  leastInText: 0.92, // in texts only
  sentenceCharacters: 9,
  firstWord: 0.7, // without it a query whose first word no page has is about something else
  better: 0.2, // that another spelling must cover more, where this one found something
  doubt: 0.1, // and where it found nothing, or a word is known
  scoreShown: 0.1, // of the best score; a weaker hit is not shown
  nameShown: 0.45, // of the best coverage; the same, for a hit in a name
  textShown: 0.6, // and for others
  hitsOfCoverage: 5, // the first hits, of which the best coverage counts

  /* Other spellings. */
  shortCharacters: 4, // up to so many may be misspelt though they stand on a page,
  fewPages: 2, // where at most so many pages have them, none in its name
  longestLoose: 8, // characters; a longer query has enough that is right

  /* Titles like a long query. */
  longPairs: 8, // of characters that make a query long
  likeTitle: 4, // how much sooner a page comes whose title is all of the query
};

