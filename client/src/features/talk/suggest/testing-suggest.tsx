import { act } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import { changesBetween, type RichText, textRoot, type Wording, writeRichText } from '@withy/shared/plan'
import type { AnsweredInShort, ChangeFate, Suggestion } from '@withy/shared/protocol'
import type { ReactNode } from 'react'
import type * as Y from 'yjs'
import { onDesk, personOf } from '../../../live/testing-desk.tsx'
import { openTexts } from '../../../text/language.ts'
import { TalkStateContext } from '../talk-context.ts'
import type { TalkPlaceProps } from '../talk-place.ts'
import { createTalkState } from '../talk-state.ts'

export const BOX = 'our-story.story'
/** A text box to suggest words for in a test. */
export const PLACE: TalkPlaceProps = { box: BOX, item: null, shape: null, label: 'Our story' }

/** A text of paragraphs. */
export const said = (...lines: readonly string[]): RichText =>
  lines.map((text) => ({ type: 'paragraph', runs: [{ text }] }))

type About = Partial<Pick<Suggestion, 'id' | 'by' | 'why' | 'place'>> & {
  /** Whose yes each of its changes needs. */
  readonly needs?: readonly string[]
}

/** What the server makes of two wordings. */
export function suggested(was: Wording, proposed: Wording, { needs = [], ...about }: About = {}): Suggestion {
  const changes = changesBetween(was, proposed).map((change) => ({ ...change, needs, yes: [], fate: null }))
  const place = { box: BOX, item: null, field: null, words: null }
  return { id: 's1', by: 'ben', at: 0, why: '', place, ...about, changes }
}

/** The same once some of its changes are decided. */
export const decided = (
  suggestion: Suggestion,
  fates: Readonly<Record<number, ChangeFate['is']>>,
  by = 'me',
): Suggestion => ({
  ...suggestion,
  changes: suggestion.changes.map((change, n) => {
    const is = fates[n]
    return is
      ? { ...change, yes: is === 'accepted' ? [by] : [], fate: { is, by, at: Date.UTC(2026, 5, 14, 12) } }
      : change
  }),
})

export function rewrite(doc: Y.Doc, text: RichText) {
  const fragment = textRoot(doc, BOX)
  doc.transact(() => {
    fragment.delete(0, fragment.length)
    writeRichText(fragment, text)
  })
}

type On = {
  readonly role?: Role
  readonly text?: RichText
  readonly fill?: (doc: Y.Doc) => void
  readonly suggestions?: readonly Suggestion[]
  readonly answered?: readonly AnsweredInShort[]
}

/** Draws something on an open plan with what is said about it. Rosa and Ben are in it, and Anna looks at it. */
export async function onTalk(
  children: ReactNode,
  { role = 'contributor', text, fill, suggestions = [], answered = [] }: On = {},
) {
  await openTexts('talk')
  const state = createTalkState('p')
  state.came({ seq: 1, threads: [], suggestions: [...suggestions], answered: [...answered], mine: [] })
  const desk = await onDesk(<TalkStateContext value={state}>{children}</TalkStateContext>, {
    role,
    more: [personOf('rosa', 'Rosa', 'viewer')],
    fill: (doc) => {
      if (text) rewrite(doc, text)
      fill?.(doc)
    },
  })
  let seq = 1
  return {
    ...desk,
    state,
    /** Somebody else has done something, as the room tells it. */
    told: (suggestion: Suggestion) => act(() => void state.hear({ type: 'talk', seq: ++seq, suggestion })),
  }
}
