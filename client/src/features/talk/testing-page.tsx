import { fireEvent, screen, within } from '@testing-library/react'
import type { Talk } from '@withy/shared/api'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { emptyTab } from '../../live/empty-tab.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import type { LoadWordsEditor } from './suggest/words-editor-context.ts'
import { BoxTalk, TalkProvider, TalkSide } from './talk-slots.tsx'
import { talkServer } from './testing-talk.tsx'

/** To be called by a file whose tests draw that page. */
export function drawsTalk() {
  // Fetched once for all of them: how long that takes is not what is tested.
  beforeAll(async () => {
    await openLanguage('en')
    await Promise.all([import('./drawing.ts'), openTexts('talk')])
  })
  beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))
  afterEach(() => {
    emptyTab()
    vi.unstubAllGlobals()
  })
}

export const BOX = 'place.where'
export const goTo = vi.fn((_section: string, then: () => boolean) => void then())
/** A box, what is said of it below it, and the list of all beside it. The editor is another feature's: a test brings it. */
export const pageWith = (wordsEditor: LoadWordsEditor) => (
  <TalkProvider wordsEditor={wordsEditor}>
    <BoxTalk box={BOX} item={null} shape={null} label="What matters, Words" />
    <aside>
      <TalkSide goTo={goTo} />
    </aside>
  </TalkProvider>
)

export const refuse = () =>
  Response.json({ refused: 'talk-full', sentence: 'This plan is full of talk.' }, { status: 409 })
export const known = (talk: Talk, answers = refuse as Parameters<typeof talkServer>[1]) =>
  talkServer(() => talk, answers)

export const COMMENT = 'Comment: What matters, Words'
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
export const write = (name: string, words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: words } })
export const below = () => within(document.querySelector('[data-talk-at]') as HTMLElement)
