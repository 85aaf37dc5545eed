import type { Editor } from '@tiptap/core'
import type { Language } from '@withy/shared/plan'
import type * as Y from 'yjs'
import type { Place } from './marks.ts'
import type { Found, Swap } from './swap.ts'
import { typedBlocks } from './typed-here.ts'

/** A swap that is offered at a place. `mine`: what is remembered where somebody keeps their word. */
export type Offer = Place & { readonly words: string; readonly swap: Swap; readonly mine: string }

type OfferNeeds = {
  readonly editor: Editor
  readonly box: Y.XmlFragment
  readonly wasTyped: (clock: number) => boolean
  readonly find: (text: string) => readonly Found[]
  /** Of the list; blocks in another language are left alone. */
  readonly language: Language
}

/** All that could be swapped in what was typed here: each letter of it typed by this page's person. */
export function offersIn({ editor, box, wasTyped, find, language }: OfferNeeds): readonly Offer[] {
  const blocks = typedBlocks(box, wasTyped)
  const places = textPlaces(editor)
  // The editor draws what the document holds; where it does not yet, the next look will see it.
  if (blocks.length !== places.length) return []
  return blocks.flatMap(({ text, isTyped, lang }, at) => {
    const place = places[at]
    if (!place || place.text !== text || (lang !== null && lang.split('-')[0] !== language)) return []
    return find(text)
      .filter(({ at, words }) => isTyped.slice(at, at + words.length).every(Boolean))
      .map(({ at, words, swap }) => ({
        from: place.from + at,
        to: place.from + at + words.length,
        words,
        swap,
        mine: fingerprint(`${swap.from}\n${text}`),
      }))
  })
}

/** The editor's own blocks of words, and where they begin. */
function textPlaces({ state }: Editor): { readonly from: number; readonly text: string }[] {
  const places: { from: number; text: string }[] = []
  state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    places.push({ from: at + 1, text: node.textBetween(0, node.content.size, '\n', '\n') })
    return false
  })
  return places
}

/** Says that a word was kept in its paragraph, and nothing of what stands there (FNV-1a). */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
