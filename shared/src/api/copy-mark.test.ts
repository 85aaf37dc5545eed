import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { editionOf } from '../plan/index.ts'
import { anyPlan } from '../testing/index.ts'
import { COPY_SIZES, type CopyMark, readCopyMarks, TALK_IN_COPY, writeCopyMark } from './copy-mark.ts'
import { codeOf } from './seal.ts'

const anyEdition = anyPlan('area').map((plan) => editionOf({ title: 'T', plan, names: new Map(), explained: [] }))
const prove = (which: string) => (which.length % 2 ? 'BCDFHJKL' : 'MPRTVWXY')
const anyCode = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }).map(codeOf)

it('[EXPORT-16] [TALK-86] says which copy of which version this is, and is found again among other words', () => {
  const anyCopy = anyEdition.chain((edition) => {
    const ids = edition.parts.flatMap(({ sections }) => sections.map(({ id }) => id))
    return fc.record({
      edition: fc.constant(edition),
      code: anyCode,
      lang: fc.constantFrom('en' as const, 'cy' as const),
      size: fc.constantFrom(...COPY_SIZES),
      talk: fc.constantFrom(undefined, ...TALK_IN_COPY),
      sections: fc.option(fc.subarray(ids), { nil: undefined }),
    })
  })
  fc.assert(
    fc.property(anyCopy, ({ edition, sections, talk, ...chosen }) => {
      const copy = { ...chosen, ...(talk && { talk }) }
      const mark = writeCopyMark({ ...copy, ...(sections && { sections }) } satisfies CopyMark, edition, prove)
      const [found, ...more] = readCopyMarks(`Page 1 / 3 ${mark}\fand once more: ${mark}.`)
      expect(more).toEqual([])
      expect(found).toMatchObject(copy)
      expect(found?.talk).toBe(talk)
      expect(found?.proof).toBe(prove(found?.which ?? ''))
      expect(found?.sectionsOf(edition)).toEqual(sections)
    }),
    { numRuns: 100 },
  )
})

it('[EXPORT-16] is short, and nothing else looks like it', () => {
  const edition = editionOf({
    title: 'T',
    plan: fc.sample(anyPlan('area'), 1)[0] as never,
    names: new Map(),
    explained: [],
  })
  const all = { code: '7K3M-Q2PX-9DRT', lang: 'cy', size: 'largest' } as const
  expect(writeCopyMark(all, edition, prove)).toBe('7K3M-Q2PX-9DRT/CX/BCDFHJKL')
  expect(
    readCopyMarks(
      '7K3M-Q2PX-9DRT 7K3M-Q2PX-9DRT/EZ/BCDFHJKL 7K3M-Q2PX/EN/BCDFHJKL 7K3M-Q2PX-9DRT/ENX 7K3M-Q2PX-9DRT/EN',
    ),
  ).toEqual([])
})
