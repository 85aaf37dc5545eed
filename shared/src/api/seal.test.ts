import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, codeTyped, type SealRecord, sealOf, sealRecord } from './seal.ts'

const RECORD: SealRecord = {
  record: 1,
  number: 2,
  openedAt: '2026-11-20T10:00:00.000Z',
  sealedAt: '2026-11-20T11:30:00.000Z',
  sealedBy: 'Rosa',
  onDisagreement: 'record',
  people: [
    { name: 'Rosa', voice: 'person', byCode: false },
    { name: 'Kofi', voice: 'supporter', byCode: true },
  ],
  answers: [
    {
      name: 'Rosa',
      voice: 'person',
      answer: 'agree-with',
      words: 'Only if Kofi comes too.',
      section: null,
      by: 'Kofi',
      acting: 'supporter',
      advocate: '',
      at: '2026-11-20T11:00:00.000Z',
      ofTheseWords: true,
    },
  ],
  notAnswered: [{ name: 'Kofi', voice: 'supporter' }],
  decides: { acting: 'attorney', name: 'Ines', words: 'Money alone' },
  wentOn: '',
  missing: [{ what: 'fields-empty', count: 3 }],
  reviewOn: '2027-05-20',
  fingerprint: 'ab'.repeat(32),
  kept: { plan: 'ef'.repeat(32), document: '01'.repeat(32) },
  previous: 'cd'.repeat(32),
}

/** A value of the same kind that is another one. */
const other = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value === null ? 'x' : `${value}x`

/** The record with each of its values changed, one at a time. */
function* changed(value: unknown): Generator<unknown> {
  if (value === null || typeof value !== 'object') {
    yield other(value)
    return
  }
  for (const [key, inner] of Object.entries(value))
    for (const made of changed(inner))
      yield Array.isArray(value) ? value.with(Number(key), made) : { ...value, [key]: made }
}

describe('the seal', () => {
  it('[AGREE-2] is SHA-256 of the record, whichever order its keys are in', () => {
    const keysInOrder = (_: string, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner
    const bytes = JSON.stringify(RECORD, keysInOrder)
    expect(sealOf(RECORD)).toBe(createHash('sha256').update(bytes).digest('hex'))
    const turned = Object.fromEntries(Object.entries(RECORD).reverse())
    expect(sealOf(sealRecord.parse(turned))).toBe(sealOf(RECORD))
  })

  it('[AGREE-2] changes with every value of the record', () => {
    const records = [...changed(RECORD)] as SealRecord[]
    expect(records.length).toBeGreaterThan(30)
    expect(new Set([RECORD, ...records].map(sealOf)).size).toBe(records.length + 1)
  })
})

describe('the code', () => {
  it('[AGREE-3] is the first 60 bits of the seal, in three fours', () => {
    expect(codeOf('0'.repeat(64))).toBe('0000-0000-0000')
    expect(codeOf('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ')
    expect(codeOf(`00443214c74254b${'0'.repeat(49)}`)).toBe('0123-4567-89AB')
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (seal) => {
        expect(codeOf(seal)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(codeOf(seal.slice(0, 15).padEnd(64, '7'))).toBe(codeOf(seal))
      }),
    )
  })

  it.each([
    '7K3M-Q2PX-9D01',
    '7k3mq2px9d01',
    ' 7K3M q2px 9dOI ',
    '7K3M–Q2PX—9DOL',
    '7k3m.q2px.9dol',
    '7K3M-\nQ2PX-9doi',
  ])('[AGREE-3] is read from “%s”', (typed) => {
    expect(codeTyped(typed)).toBe('7K3M-Q2PX-9D01')
  })

  it.each(['', '7K3M-Q2PX', '7K3M-Q2PX-9D011', '7K3M-Q2PX-9D0U', '7K3M-Q2PX-9D0é', '7K3M_Q2PX_9D01'])(
    '[AGREE-3] is not “%s”',
    (typed) => {
      expect(codeTyped(typed)).toBeNull()
    },
  )
})
