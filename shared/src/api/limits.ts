/** Longest input for each kind of field, in UTF-16 units, and how many of each thing. Both ends use these. */
export const LIMIT = {
  name: 60,
  title: 120,
  cellWords: 4_000,
  secret: 200,
  code: 40,
  peoplePerPlan: 500,
  invitationsPerPlan: 50,
  plansPerPerson: 200,
  testedActionsPerPerson: 2_000,
  /** An idea of a workshop: a phone's screen full, several times over. */
  idea: 2_000,
  question: 400,
  why: 1_000,
  caption: 600,
  notes: 20_000,
  needs: 500,
  ground: 2_000,
  stepMinutes: 240,
  dots: 20,
  workshopsPerPlan: 60,
  stepsPerWorkshop: 40,
  /** With those that were taken out, which can be put back. */
  stepsEverPerWorkshop: 200,
  peoplePerWorkshop: 500,
  /** At one device, whoever left it again too: nobody fills the room alone. */
  peoplePerTable: 30,
  ideasPerWorkshop: 4_000,
  ideasPerDevice: 200,
  groupsPerWorkshop: 300,
  askedPerWorkshop: 200,
  /** Actions of a plan that are asked about when a workshop has closed. */
  followUpsPerWorkshop: 2_000,
  /** With those that were taken out: a list people can still look through. */
  wordsPerGlossary: 1_000,
  /** A photo of a group's own, in bytes and in points to a side: larger than a row of easy words shows it, on paper too. */
  photo: 300_000,
  photoSide: 1_600,
  /** Of one plan, in bytes: so many go along in its JSON file, and in a web page that can still be checked. */
  photosTogether: 12_000_000,
  photosPerPlan: 200,
  /** With those that were taken away, of which it stays known that they were there. */
  photosEverPerPlan: 2_000,
  /** Each holds a plan whole. */
  namedVersionsPerPlan: 100,
  /** A whole plan as a file, with how it reads: a thousand printed pages. */
  planFile: 20_000_000,
  /** Taken away at once. */
  plansPerZip: 50,
  /** What happened with copies of one sealed version: ten things for each of its people. */
  copyNotesPerVersion: 5_000,
  /** By one person who does not lead. */
  copyNotesPerPerson: 200,
  sectionsPerCopy: 400,
  /** A file of words somebody brings in, in bytes; what it may be unpacked; and what of it one box takes, in letters and lines. */
  broughtFile: 5_000_000,
  broughtUnpacked: 20_000_000,
  broughtLetters: 200_000,
  broughtLines: 5_000,
  /** A file somebody checks, in bytes. A copy of 300 pages in the largest letters is well below it. */
  checkedFile: 20 * 1024 * 1024,
  roundsPerPlan: 500,
  /** Of one person to one section, or the whole, taken back and changed ones too: nothing of a round is written over. */
  answersPerPerson: 100,
  /** Other words each time: so many somebody answers to in one round, and so many a plan keeps of all. Each is the plan whole. */
  wordingsPerPerson: 100,
  wordingsPerPlan: 2_000,
  /** A comment: two screens of a phone. What is longer wants to be words in the plan. */
  comment: 2_000,
  /** People a comment is meant for. Who means everybody needs nobody named. */
  mentions: 20,
  quote: 600,
  /** Words on each side of a quote that tell it from its like. */
  quoteAround: 60,
  /** Without those that were removed: a year of a busy group. */
  commentsPerPlan: 5_000,
  /** With those that were removed: nobody alone fills a plan for everyone. */
  commentsPerPerson: 1_000,
  commentsPerThread: 200,
  /** Without those that were taken back whole. */
  suggestionsPerPlan: 2_000,
  /** That nobody has decided about: more than a group reads in a month. */
  waitingPerPerson: 100,
  /** Letters of the JSON of one suggestion's changes, of all of a plan's, and of all of one person's there, taken back or not. */
  suggestionJson: 100_000,
  suggestionJsonPerPlan: 4_000_000,
  suggestionJsonPerPerson: 500_000,
  /** Of one suggestion; more is another text. */
  changesPerSuggestion: 200,
  /** Letters of all that it changes, as they were and as they are offered. */
  suggestedLetters: 20_000,
  /** Of the text it is in: comparing more of them takes long. */
  suggestedSentences: 3_000,
  /** The whole text that is suggested in, twice: many printed pages. */
  suggestionBytes: 512 * 1024,
} as const
