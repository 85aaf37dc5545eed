import * as Y from 'yjs'
import type { BlockLanguage } from '../plan.ts'
import { PLAN_EDIT } from '../plan-doc.ts'
import { languageOf } from '../rich-text.ts'
import { type Line, linesIn } from '../simple/lines.ts'

/** Lines of a text box, the first and the last of them. */
export type LineSpan = { readonly from: number; readonly to: number }

/**
 * Says in which language lines of a text box are, in one change that can be undone; null: nobody says it any more (SPEC PLAN-130). No
 * letter is touched. A list that said it for its lines says it no more: those that are not meant say it for themselves. In a box
 * without a line the first one is begun.
 * @returns whether the box holds nothing but lines
 */
export function sayLanguage(fragment: Y.XmlFragment, { from, to }: LineSpan, language: BlockLanguage | null): boolean {
  const lines = linesIn(fragment)
  if (!lines) return false
  fragment.doc?.transact(() => {
    if (lines.length === 0) return fragment.insert(0, [begun(language)])
    for (const { element } of lines.slice(from, to + 1)) {
      for (const list of listsAround(element)) handOver(list, lines)
      say(element, language)
    }
  }, PLAN_EDIT)
  return true
}

/** What is said of each line of a text box: of itself, or of the list it stands in. */
export const languagesOfLines = (fragment: Y.XmlFragment): BlockLanguage[] =>
  (linesIn(fragment) ?? []).map(({ element }) => languageOfLine(element))

function languageOfLine(element: Y.XmlElement): BlockLanguage {
  const said: { lang?: string; dir?: 'ltr' | 'rtl' } = {}
  for (const each of [element, ...listsAround(element)].toReversed()) Object.assign(said, languageOf(each))
  return said
}

/** What an element stands in, the innermost first. */
function listsAround(element: Y.XmlElement): Y.XmlElement[] {
  const { parent } = element
  return parent instanceof Y.XmlElement ? [parent, ...listsAround(parent)] : []
}

/** Each line of a list says itself what the list said of it. */
function handOver(list: Y.XmlElement, lines: readonly Line[]): void {
  const { lang, dir } = languageOf(list)
  if (!lang && !dir) return
  for (const { element } of lines) if (listsAround(element).includes(list)) say(element, languageOfLine(element))
  say(list, null)
}

function say(element: Y.XmlElement, language: BlockLanguage | null): void {
  for (const key of ['lang', 'dir'] as const) {
    const value = language?.[key]
    if (value) element.setAttribute(key, value)
    else element.removeAttribute(key)
  }
}

function begun(language: BlockLanguage | null): Y.XmlElement {
  const line = new Y.XmlElement('paragraph')
  say(line, language)
  return line
}
