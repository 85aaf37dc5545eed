import { type BlockLanguage, languagesOfLines, readRichText, sayLanguage } from '@withy/shared/plan'
import type * as Y from 'yjs'

/** After the last letter (ms): what types, or takes dictation, may not have done with a word. */
const SETTLES = 1_000
const ALL = { from: 0, to: Number.POSITIVE_INFINITY }

/**
 * Says of a box that somebody begins in which language it is, once they pause or close it: of an empty one, in which they alone write
 * and nobody says another (SPEC PLAN-132). Not at the first letter: redrawing a word that is being composed would break it.
 * @param isComposing whether a word is being composed now
 * @returns how to end it
 */
export function beginIn(fragment: Y.XmlFragment, language: BlockLanguage, isComposing: () => boolean): () => void {
  if (!isUnsaid(fragment) || hasWords(fragment)) return () => undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(soon)
    soon = undefined
    fragment.unobserveDeep(follow)
  }
  const say = () => {
    if (isComposing()) return wait()
    end()
    // Nobody did this themselves: undo takes the language away with the words, and not before them.
    const unasked = (transaction: Y.Transaction) => {
      transaction.meta.set('addToHistory', false)
      sayLanguage(fragment, ALL, language)
    }
    if (hasWords(fragment) && isUnsaid(fragment)) fragment.doc?.transact(unasked)
  }
  const wait = () => {
    clearTimeout(soon)
    soon = setTimeout(say, SETTLES)
  }
  const follow = (_events: unknown, { local }: Y.Transaction) => (local ? wait() : end())
  fragment.observeDeep(follow)
  return () => (soon === undefined ? end() : say())
}

const hasWords = (fragment: Y.XmlFragment): boolean => readRichText(fragment).length > 0

const isUnsaid = (fragment: Y.XmlFragment): boolean =>
  languagesOfLines(fragment).every(({ lang, dir }) => !lang && !dir)
