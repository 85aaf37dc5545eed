import { expect, it } from 'vitest'
import type { SealedAnswer } from './seal.ts'
import { besideAgreed, tallyOf } from './tally.ts'

const said = (name: string, answer: SealedAnswer['answer'], more: Partial<SealedAnswer> = {}): SealedAnswer => ({
  ...{ name, voice: 'resident', answer, words: '', section: null, by: null, acting: null, advocate: '' },
  ...{ at: '2026-11-22T10:00:00Z', ofTheseWords: true },
  ...more,
})

it('[AGREE-64] counts people and not answers: who agreed to these words, through whom, who said stop or no, and the rest', () => {
  const answers = [
    ...[said('Anna', 'agree'), said('Anna', 'disagree', { section: 'place' })],
    ...[said('Ben', 'agree-with', { by: 'Anna', acting: 'supporter' }), said('Cleo', 'more-time')],
    ...[said('Dai', 'stop', { ofTheseWords: false }), said('Dai', 'disagree', { section: 'place' })],
    ...[said('Eve', 'disagree', { section: 'place' }), said('Fay', 'disagree', { ofTheseWords: false })],
    ...[said('Gwen', 'agree', { ofTheseWords: false }), said('Hal', 'agree', { section: 'place' })],
  ]
  const tally = tallyOf({ answers, notAnswered: [{ name: 'Ifan', voice: 'carer' }] })
  expect(tally).toEqual({ agreed: 2, through: 1, disagree: 2, stop: 1, others: 4 })
  expect(besideAgreed(tally)).toEqual([
    { en: '1 of them through somebody else', cy: '1 ohonynt drwy rywun arall' },
    { en: '1 said stop', cy: '1 wedi dweud stop' },
    { en: '2 did not agree', cy: '2 ddim yn cytuno' },
  ])
  expect(besideAgreed(tally, ['stop'])).toHaveLength(1)
})

it('[AGREE-59] [AGREE-64] who had left is counted with their stop or no, and neither as agreeing nor as one who is missing', () => {
  const left = { left: true } as const
  const answers = [
    said('Rhys', 'agree', left),
    said('Rhys', 'agree'),
    said('Sam', 'stop', left),
    said('Tom', 'more-time', left),
  ]
  expect(tallyOf({ answers, notAnswered: [] })).toEqual({ agreed: 1, through: 0, disagree: 0, stop: 1, others: 0 })
})
