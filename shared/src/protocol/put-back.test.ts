import { expect, it } from 'vitest'
import { changesBetween } from '../plan/index.ts'
import { putBacksOf } from './put-back.ts'
import type { ChangeFate, Suggestion } from './talk.ts'

const COLD = 'It was cold. We sang.'
const WARM = 'It was warm. We sang.'
const suggestion = (id: string, at: number, was: string, becomes: string, by: string, fate: ChangeFate | null) => ({
  ...{ id, at, by, why: '', place: { box: 'story', item: null, field: null, words: null } },
  changes: changesBetween(was, becomes).map((change) => ({ ...change, needs: [by], yes: [], fate })),
})
const accepted = (by: string, at: number) => ({ is: 'accepted', by, at }) as const
const first = suggestion('first', 1, COLD, WARM, 'ben', accepted('rosa', 2))
const backs = (...suggestions: readonly Suggestion[]) => [...putBacksOf(suggestions)]

it('[TALK-67] earlier words were put back where who offered them said yes to them, after the others were accepted', () => {
  expect(backs(first, suggestion('back', 3, WARM, COLD, 'rosa', accepted('rosa', 3)))).toEqual(['back'])
  expect(backs(first, suggestion('asked', 3, WARM, COLD, 'ben', accepted('rosa', 4))), 'somebody else').toEqual([])
  expect(backs(first, suggestion('waits', 3, WARM, COLD, 'rosa', null)), 'nobody yet').toEqual([])
  expect(backs(first, suggestion('others', 3, WARM, 'It was hot. We sang.', 'rosa', accepted('rosa', 3)))).toEqual([])
  expect(backs(suggestion('early', 0, WARM, COLD, 'rosa', accepted('rosa', 0)), first), 'before them').toEqual([])
  const elsewhere = suggestion('back', 3, WARM, COLD, 'rosa', accepted('rosa', 3))
  expect(backs(first, { ...elsewhere, place: { ...elsewhere.place, box: 'money' } }), 'at another place').toEqual([])
})
