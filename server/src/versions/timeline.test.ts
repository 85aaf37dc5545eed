import { describe, expect, it } from 'vitest'
import type { VersionRow } from '../storage/versions.ts'
import { momentIn, pageOf, timeline } from './timeline.ts'

const moment = (seq: number, at = seq * 1_000, epoch = 'e') => ({ epoch, seq, at, size: 1 })
const named = (id: string, seq: number, at = seq * 1_000): VersionRow => ({
  ...{ id, kind: 'named', number: null, name: id, madeAt: at, madeBy: 'anna', epoch: 'e', seq, fingerprint: 'f' },
})

describe('the list of versions', () => {
  it('[STORE-112] is newest first; a moment that has a name is there once', () => {
    const entries = timeline([moment(1), moment(4), moment(9)], [named('spring', 4)])
    expect(entries.map(({ id, after }) => [id, after])).toEqual([
      ['e.9', 4],
      ['spring', 1],
      ['e.1', 0],
    ])
  })

  it('[STORE-112] counts who wrote since the entry before of the same epoch', () => {
    const entries = timeline([moment(5, 1_000, 'old'), moment(3, 2_000, 'new'), moment(7, 3_000, 'old')], [])
    expect(entries.map(({ epoch, after }) => [epoch, after])).toEqual([
      ['old', 5],
      ['new', 0],
      ['old', 0],
    ])
  })

  it('[STORE-112] goes on where a page ended, also when that entry has been forgotten', () => {
    const all = timeline(
      [1, 2, 3, 4, 5].map((seq) => moment(seq)),
      [],
    )
    const first = pageOf(all, undefined, 2)
    expect(first?.page.map(({ seq }) => seq)).toEqual([5, 4])
    const without = all.filter(({ seq }) => seq !== 4)
    const second = pageOf(without, first?.next ?? '', 2)
    expect(second?.page.map(({ seq }) => seq)).toEqual([3, 2])
    expect(pageOf(without, second?.next ?? '', 2)).toEqual({ page: [all.at(-1)], next: null })
    expect(pageOf(all, 'anything', 2)).toBeNull()
  })

  it('[STORE-112] tells the id of a moment from every other', () => {
    expect(momentIn('an-epoch_1.12')).toEqual({ epoch: 'an-epoch_1', seq: 12 })
    for (const id of ['now', 'an-epoch', 'a.b', 'a.1.2', `${'a'.repeat(65)}.1`, "a'.1"]) expect(momentIn(id)).toBeNull()
  })
})
