import { type Block, changesBetween, type RichText, textWith } from '@withy/shared/plan'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Tags, withOffers } from './tracked.ts'

const anyLine = fc
  .array(fc.constantFrom('Mill.', 'Walk.', 'Ask?'), { minLength: 1, maxLength: 3 })
  .map((said) => ({ type: 'paragraph', runs: [{ text: said.join(' ') }] }) as const)
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyLine,
  fc
    .array(anyLine, { minLength: 1, maxLength: 3 })
    .map((lines) => ({ type: 'bullets', items: lines.map((line) => [line]) }) as const),
)
const anyText: fc.Arbitrary<RichText> = fc.array(anyBlock, { minLength: 1, maxLength: 3 })

const linesIn = (text: RichText): Exclude<Block, { items: unknown }>[] =>
  text.flatMap((block) => ('items' in block ? block.items.flatMap(linesIn) : [block]))
const tidy = (line: string): string => line.replace(/\s+/g, ' ').trim()
const plain = (text: RichText): string[] => linesIn(text).map(({ runs }) => tidy(runs.map(({ text }) => text).join('')))

/** The lines of a text once what is offered so goes, with the ends of lines that are. */
function without(text: RichText, { all }: Tags, goes: 'ins' | 'del'): string[] {
  const tagOf = (by: number | undefined) => (by === undefined ? undefined : all[by])
  const lines: string[] = []
  let open = ''
  const every = linesIn(text)
  for (const [n, { runs }] of every.entries()) {
    for (const { text, by } of runs) if (tagOf(by)?.change?.is !== goes) open += text
    if (tagOf(every[n + 1]?.runs[0]?.by)?.breaks?.is === goes) continue
    lines.push(tidy(open))
    open = ''
  }
  return lines.filter((line) => line !== '')
}

it('[TALK-90] a text with all that is offered in it reads as it did to who says no, and as offered to who says yes', () => {
  fc.assert(
    fc.property(anyText, anyText, (was, proposed) => {
      const changes = changesBetween(was, proposed)
      const tags = new Tags()
      const offer = { changes, author: 'Priya', date: '2026-11-21T18:00:00Z', comments: [] }
      const { text, placed } = withOffers(was, was, [offer], tags)
      const ids = changes.map(({ id }) => id)
      expect([...(placed[0] ?? [])]).toEqual(ids)
      expect(without(text, tags, 'ins')).toEqual(plain(was))
      expect(without(text, tags, 'del')).toEqual(plain(textWith(was, changes, ids)))
    }),
    { numRuns: 1_000, seed: 2215 },
  )
})
