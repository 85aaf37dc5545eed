import { expect, it, vi } from 'vitest'
import { sealedVersion } from '../testing/sealed-plan.ts'
import { createCards } from './cards.ts'

it('[AGREE-36] what was sealed is told without its record being read again, newest first; who withdrew is told at once', async () => {
  const rows = [2, 1].map((number) => {
    const { id, record, seal, code } = sealedVersion({ number })
    return { id, plan: 'p', round: `r${number}`, record, seal, code }
  })
  const gone = { version: 'v1', person: 'anna', name: 'Anna', words: '', at: 1, by: null, byName: null }
  const store = {
    sealsOf: vi.fn(async () => rows.map(({ id, record: { number } }) => ({ id, number }))),
    sealedOf: vi.fn(async (_: string, numbers: readonly number[]) =>
      rows.filter(({ record }) => numbers.includes(record.number)),
    ),
    withdrawalsOf: vi.fn(async () => [] as (typeof gone)[]),
  }
  const cards = createCards(store)
  const first = await cards('p')
  expect(first.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
    [2, 0],
    [1, 0],
  ])
  store.withdrawalsOf.mockResolvedValue([gone])
  rows.unshift({ ...(rows[0] as (typeof rows)[0]), id: 'v3', record: { ...sealedVersion({ number: 3 }).record } })
  expect((await cards('p')).map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
    [3, 0],
    [2, 0],
    [1, 1],
  ])
  expect(store.sealedOf.mock.calls.map(([, numbers]) => numbers)).toEqual([[2, 1], [3]])
})
