import { changesBetween, rewordIn, writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PlanUnreadable } from '../live/live.ts'
import { turnsUntil } from '../testing/turns.ts'
import { doWork } from './read-work.ts'
import { apart, readPlanApart } from './reading.ts'

const doc = new Y.Doc()
writePlan(doc, twentyPagePlan())
const parts = [Y.encodeStateAsUpdate(doc)]
const facts = { kind: 'area', title: 'Mill Lane', lang: null, people: [], former: [], explained: [] } as const

describe('reading a plan', () => {
  it('[STORE-122] of many pages leaves the thread that takes in what people write free, and reads it just the same', async () => {
    const reading = readPlanApart(parts, facts)
    expect(await turnsUntil(reading)).toBeGreaterThan(0)
    expect({ made: await reading }).toEqual(doWork({ do: 'read', parts, facts }))
  })

  it('[STORE-122] compares versions of many pages, and tells who wrote them, apart too', async () => {
    const nothing = [Y.encodeStateAsUpdate(new Y.Doc())]
    const of = { kind: 'area', parts, authored: [], moved: [], suggested: new Map() } as const
    for (const work of [{ do: 'compare', before: nothing, ...of } as const, { do: 'who-wrote', ...of } as const]) {
      const done = apart(work)
      expect(await turnsUntil(done)).toBeGreaterThan(0)
      expect({ made: await done }).toEqual(doWork(work))
    }
  })

  it('[TALK-37] looks apart for many suggested words of a short plan, each text cut once', async () => {
    const doc = new Y.Doc()
    const place = { box: 'our-story.story', item: null, field: null }
    const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
    const was = Array.from({ length: 100 }, (_, n) => line(`In week ${n} we went out. It was good.`))
    rewordIn(doc, place, was)
    const changes = changesBetween(
      was,
      was.map(({ runs: [{ text }] }) => line(`${text} Yes.`)),
    )
    const all = Array.from({ length: 50 }, () => ({ place, changes }))
    const work = {
      do: 'stand',
      shared: new Map(),
      kind: 'area',
      parts: [Y.encodeStateAsUpdate(doc)],
      authored: [],
      moved: [],
      all,
    } as const
    const done = apart(work)
    expect(await turnsUntil(done)).toBeGreaterThan(0)
    expect({ made: await done }).toEqual(doWork(work))
    expect((await done).every((stands) => stands.every(({ is }) => is === 'fits'))).toBe(true)
  })

  it('[STORE-5] says so where the changes do not make one plan, here and in the thread', async () => {
    const [whole = new Uint8Array()] = parts
    for (const broken of [[whole.subarray(0, 200)], [whole.subarray(0, whole.length - 9)]])
      await expect(readPlanApart(broken, facts)).rejects.toThrow(PlanUnreadable)
  })
})
