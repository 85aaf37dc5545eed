export { actionsOf, actionsShown, actionWords, namesActions, type PlanAction } from './actions-of.ts'
export { appendText, appendWords, boxIn, hasBox } from './append-words.ts'
export { behindWorkshop } from './behind-workshop.ts'
export { isBlankItem } from './blank.ts'
export { boxTitles } from './box-titles.ts'
export { stableJson } from './canonical.ts'
export * from './catalogue.ts'
export { type CellChange, type Change, type Comparison, compared, type Who } from './changes/changes.ts'
export type { ChangedLine, Side } from './changes/line-changes.ts'
export { type Line, linesOfText } from './changes/lines.ts'
export { type ChangedWords, wordDiff } from './changes/word-diff.ts'
export { completeness, type Lacking } from './completeness.ts'
export { dayOf, timeOf } from './dates.ts'
export * from './differences.ts'
export { clearEasyChecked, setEasyChecked } from './easy/check.ts'
export { searchPictures, suggestPictures } from './easy/find-pictures.ts'
export { easyHints } from './easy/hints.ts'
export { type Meaning, meaningsIn } from './easy/meanings.ts'
export { PHOTO_WORDS, photoOf, photoPicture } from './easy/photo.ts'
export type { Picture } from './easy/picture.ts'
export { pictureOf } from './easy/pictures.ts'
export { EASY_TITLE, easyKey, sectionOfBox } from './easy/place.ts'
export { type EasySide, sidesOfFacts, sidesOfRow } from './easy/sides.ts'
export { fullTextChanged, fullWordsOf, standsForNow, wholeSection } from './easy/stands-for.ts'
export { easyStatus } from './easy/status.ts'
export * from './edition.ts'
export { editionChanges, type LineChange, type SectionChange } from './edition-changes.ts'
export { valueInWords } from './edition-lines.ts'
export * from './edition-of.ts'
export * from './features.ts'
export { type Explained, findExplained, sameWord } from './glossary.ts'
export * from './ideas.ts'
export { itemInSection } from './in-section.ts'
export {
  addItem,
  cellWords,
  draftItem,
  isTakenOut,
  moveItem,
  removeItem,
  restoreItem,
  setCell,
  setSpoken,
  setStandsFor,
  setTick,
} from './list-edits.ts'
export { mutated } from './mutated.ts'
export * from './own-sections.ts'
export { withoutHalves } from './plain-words.ts'
export * from './plan.ts'
export {
  isKnownRoot,
  isListRoot,
  listRoot,
  ORDER,
  OWN_SECTIONS,
  ownActionsKey,
  ownTextKey,
  PLAN_EDIT,
  TITLES,
  textRoot,
} from './plan-doc.ts'
export { lettersOf } from './quoted/letters.ts'
export { inWholeSigns, likeliestPlace } from './quoted/likeliest-place.ts'
export type { Span } from './quoted/quote.ts'
export { anchorWords, type Found, findWords } from './quoted/quoted.ts'
export { sentenceSpans } from './quoted/sentence-spans.ts'
export { type ReadList, readList } from './read-items.ts'
export { readPlan } from './read-plan.ts'
export { restorePlan } from './restore-plan.ts'
export { acceptIn, type WordingPlace } from './rewording/accept-in.ts'
export { type Carried, carried, carriedOver, standing } from './rewording/carried.ts'
export { changesBetween, readsAlike } from './rewording/changes-between.ts'
export { textOfSentences, wordsOfSentences } from './rewording/put-together.ts'
export { rewordIn } from './rewording/reword-in.ts'
export type { SentenceChange } from './rewording/sentence-change.ts'
export { type Sentence, sentencesOf, type Wording } from './rewording/sentences.ts'
export { textWith } from './rewording/text-with.ts'
export { wordsOwned } from './rewording/words-owned.ts'
export { isLanguageTag, NODE_NAMES, readRichText } from './rich-text.ts'
export { MARK_NAMES, markName, safeLink } from './runs.ts'
export { sectionCodes } from './section-codes.ts'
export * from './shapes.ts'
export { type Sign, type Signed, signedWords, writersIn } from './signed-text.ts'
export { editLines } from './simple/edit-lines.ts'
export { type LetterId, letterIds } from './simple/ids.ts'
export { indexInText, type LinePlace, linesIn, placeInLines, textOfLines } from './simple/lines.ts'
export { smallestEdit, type WordsEdit } from './simple/smallest-edit.ts'
export { smallestEdits } from './simple/smallest-edits.ts'
export { nameOfLanguage, OTHER_LANGUAGE, SPOKEN_LANGUAGES, spokenIn } from './spoken/languages.ts'
export { type LineSpan, languagesOfLines, sayLanguage } from './spoken/say-language.ts'
export * from './templates.ts'
export { isVisible } from './visible.ts'
export { hasText, wordsOfText } from './words-of.ts'
export { writePlan } from './write-plan.ts'
export { writeRichText } from './write-rich-text.ts'
