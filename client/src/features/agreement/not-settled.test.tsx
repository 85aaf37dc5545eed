import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Talk } from '@withy/shared/api'
import type { Suggestion, TalkThread } from '@withy/shared/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { agreementOf, answerOf, Drawn, factsOf, kofi, print, reading, rosa, roundOf } from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => vi.unstubAllGlobals())

const place = (box: string) => ({ box, item: null, field: null, words: null })
const said = (id: string, words: string | null) => ({
  ...{ id, by: 'kofi', at: 1, words, mentions: [], editedAt: null },
})
const NOWHERE = { before: '', after: '', from: '', to: '', epoch: '' }
const thread = (id: string, box: string, words: string | null, more: Partial<TalkThread> = {}): TalkThread => ({
  ...{ id, kind: 'comment', place: place(box), settled: null },
  comments: [said(`${id}-1`, words)],
  ...more,
})
const sentence = (text: string) => ({ runs: [{ text }], opens: { is: 'paragraph', depth: 0 } }) as const
const suggestion = (id: string, fate: Suggestion['changes'][number]['fate']): Suggestion => ({
  ...{ id, place: place('most-important.text'), by: 'kofi', at: 1, why: '' },
  changes: ['My orchard.', 'My orchard too.'].map((words, n) => ({
    ...{ id: `c${n}`, was: [sentence('A.')], becomes: [sentence(words)], before: '', after: '' },
    ...{ needs: [], yes: [], fate },
  })),
})
const TALK: Talk = {
  ...{ seq: 9, answered: [], mine: [] },
  threads: [
    thread('one', 'most-important.text', `Is it warm? ${'word '.repeat(60)}`),
    thread('two', 'most-important.text', 'Settled words', { settled: { by: 'rosa', at: 2 } }),
    thread('three', 'a-box-of.another-kind', null),
    thread('four', 'a-box-of.another-kind', null, {
      comments: [said('four-1', null), said('four-2', 'Its answer')],
    }),
    thread('five', 'a-box-of.another-kind', 'What does that mean?', {
      kind: 'meaning',
      place: { ...place('a-box-of.another-kind'), words: { ...NOWHERE, quote: 'commons' } },
    }),
  ],
  suggestions: [suggestion('offered', null), suggestion('decided', { is: 'kept', by: 'rosa', at: 3 })],
}

const drawn = (who: typeof rosa, round = roundOf({ answers: [answerOf('rosa')] })) =>
  render(
    <Drawn facts={factsOf(who)} agreement={agreementOf(round)} read={reading('I like the orchard.', 1)} talk={TALK} />,
  )

it('[TALK-81] who is asked and who seals read what is not settled, by section, with the first words and the way there', () => {
  for (const who of [kofi, rosa]) {
    const { unmount } = drawn(who)
    const part = within(screen.getByRole('region', { name: 'Not settled yet' }))
    part.getByText('Still open: 3 comments and 2 suggested changes.')
    part.getByText(/^This stops nobody/)
    part.getByText(/: 1 comment and 2 suggested changes$/)
    part.getByText(/^Kofi says: Is it warm\? word .*…$/)
    part.getByText('Kofi suggests other words: My orchard.')
    part.getByText('Kofi suggests other words: My orchard too.')
    part.getByText('About something that is not in the plan any more: 2 comments')
    part.getByText('Kofi says: Its answer')
    part.getByText('Somebody asks what this means: commons')
    expect(part.queryByText(/removed/i)).toBeNull()
    expect(part.queryByText(/Settled words/)).toBeNull()
    const [way] = part.getAllByRole('link', { name: /^Go to this section/ })
    expect(way?.getAttribute('href')).toBe('/plans/p#most-important')
    unmount()
  }
})

it('[TALK-81] who asks reads it before they ask; where all is settled nothing is said', () => {
  const { unmount } = render(
    <Drawn facts={factsOf(rosa)} agreement={agreementOf(null)} read={reading('I like it.', 1)} talk={TALK} />,
  )
  screen.getByRole('region', { name: 'Not settled yet' })
  unmount()
  render(<Drawn facts={factsOf(rosa)} agreement={agreementOf(null)} read={reading('I like it.', 1)} />)
  expect(screen.queryByRole('region', { name: 'Not settled yet' })).toBeNull()
})

it('[TALK-81] who seals reads how much is still open once more before they do', () => {
  drawn(rosa)
  fireEvent.click(screen.getByRole('button', { name: 'Seal this plan' }))
  within(screen.getByRole('dialog')).getByText('Still open: 3 comments and 2 suggested changes.')
})

it('[TALK-82] who seals chooses whether what was said is kept beside it: it is not unless they tick it', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)))
    return Response.json({ number: 1 })
  })
  for (const wants of [false, true]) {
    const { unmount } = drawn(rosa)
    fireEvent.click(screen.getByRole('button', { name: 'Seal this plan' }))
    const dialog = within(screen.getByRole('dialog'))
    const tick = dialog.getByRole('checkbox', { name: /^Keep the comments beside the plan/ })
    expect((tick as HTMLInputElement).checked).toBe(false)
    if (wants) fireEvent.click(tick)
    fireEvent.click(dialog.getByRole('button', { name: 'Seal it now' }))
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ fingerprint: print(1), wentOn: '', annex: wants }))
    unmount()
  }
})
