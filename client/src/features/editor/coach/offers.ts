import type { Language } from '@withy/shared/plan'
import type * as Y from 'yjs'
import type { Found, Swap } from './swap.ts'
import { typedBlocks } from './typed-here.ts'
import type { Place, Written } from './written.ts'

/** A swap that is offered at a place. `mine`: what is remembered where somebody keeps their word. */
export type Offer = Place & { readonly words: string; readonly swap: Swap; readonly mine: string }

type OfferNeeds = {
  /** As they are shown. */
  readonly blocks: NonNullable<ReturnType<Written['blocks']>>
  readonly box: Y.XmlFragment
  readonly wasTyped: (clock: number) => boolean
  readonly find: (text: string) => readonly Found[]
  /** Of the list; blocks in another language are left alone. */
  readonly language: Language
}

/** All that could be swapped in what was typed here: each letter of it typed by this page's person. */
export function offersIn({ blocks: places, box, wasTyped, find, language }: OfferNeeds): readonly Offer[] {
  const blocks = typedBlocks(box, wasTyped)
  // What is shown is what the document holds; where it is not yet, the next look will see it.
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

/** Says that a word was kept in its paragraph, and nothing of what stands there (FNV-1a). */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
