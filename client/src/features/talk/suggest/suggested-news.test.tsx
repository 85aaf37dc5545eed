import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Suggestion } from '@withy/shared/protocol'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createAnnouncements } from '../../../live/announcements.ts'
import { AnnouncerContext } from '../../../live/announcer-context.ts'
import { sentenceOf } from '../../../live/notice-words.ts'
import { onDesk } from '../../../live/testing-desk.tsx'
import { openLanguage, openTexts, shown } from '../../../text/language.ts'
import { WordsEditor } from '../../editor/words-editor.tsx'
import { BoxTalk, TalkProvider, TalkSide } from '../talk-slots.tsx'
import { talkOf } from '../testing-talk.tsx'
import { BOX, decided, PLACE, rewrite, said, suggested } from './testing-suggest.tsx'

const WAS = said('We know our neighbours. We help each other. It was cold.')
const PROPOSED = said('We know all our neighbours. We help each other. It was very cold.')

let suggestions: readonly Suggestion[] = []
beforeAll(async () => {
  // jsdom has nothing to scroll.
  HTMLElement.prototype.scrollIntoView = () => undefined
  await openLanguage('en')
  await Promise.all([import('../drawing.ts'), openTexts('talk')])
})
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle))
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(path.endsWith('/talk') ? talkOf([], { suggestions: [...suggestions] }) : {}),
  )
})
afterEach(() => void vi.unstubAllGlobals())

async function open() {
  const announcements = createAnnouncements()
  const desk = await onDesk(
    <AnnouncerContext value={announcements}>
      <TalkProvider wordsEditor={async () => WordsEditor}>
        <BoxTalk {...PLACE} />
        <aside>
          <TalkSide goTo={(_section, then) => then()} />
        </aside>
      </TalkProvider>
    </AnnouncerContext>,
    { fill: (doc) => rewrite(doc, WAS) },
  )
  await screen.findByRole('button', { name: 'Suggest other words: Our story' })
  let seq = talkOf([]).seq
  return {
    say: (suggestion: Suggestion) => act(() => desk.peer.say({ type: 'talk', seq: ++seq, suggestion })),
    told: () => announcements.list().map(({ notice }) => sentenceOf(shown().text, [notice])),
  }
}

it('[TALK-68] what others suggest, and their answers to one’s own, are told; one’s own doings, and answers to others, are not', async () => {
  suggestions = []
  const { say, told } = await open()
  const mine = suggested(WAS, PROPOSED, { id: 'mine', by: 'me', needs: ['ben'] })
  const bens = suggested(WAS, PROPOSED, { id: 'bens', by: 'ben', needs: ['me'] })
  say(mine)
  say(bens)
  await waitFor(() => expect(told()).toEqual(['Ben suggests other words for Our shared story.']))
  say(decided(bens, { 0: 'kept' }, 'me'))
  say(decided(bens, { 0: 'kept', 1: 'kept' }, 'rosa'))
  say(decided(mine, { 1: 'accepted' }, 'ben'))
  await waitFor(() => expect(told()[0]).toBe('Ben answered your suggestion for Our shared story.'))
  expect(told()).toHaveLength(2)
})

it('[TALK-68] from the list one comes to the line of a suggestion, which is open then', async () => {
  const first = suggested(WAS, PROPOSED, { id: 'first' })
  suggestions = [first, { ...first, id: 'second', why: 'It is true' }]
  await open()
  const side = within(screen.getByRole('complementary'))
  fireEvent.click(await side.findByRole('button', { name: /It is true/ }))
  const card = document.querySelector<HTMLDetailsElement>('[data-suggestion="second"]')
  expect(card?.open).toBe(true)
  expect(document.activeElement).toBe(card?.querySelector('summary'))
  expect(document.querySelector<HTMLDetailsElement>('[data-suggestion="first"]')?.open).toBe(false)
  expect(card?.closest('[data-talk-at]')?.getAttribute('data-talk-at')).toBe(`${BOX}/`)
})
