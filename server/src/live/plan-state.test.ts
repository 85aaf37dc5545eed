import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { NotOnePlan } from '../one-document.ts'
import { decodeUpdate } from './decode.ts'
import { encodeUpdate, type News } from './encode.ts'
import { folded as foldedHere } from './folded.ts'
import { readFrame } from './frames-in.ts'
import { LIVE_LIMITS, type LiveLimits } from './limits.ts'
import type { Parcel } from './parcel.ts'
import { createPlanState } from './plan-state.ts'

/** Everything new in an update that joins on to what is there. */
function newsOf(update: Uint8Array): News {
  const decoded = decodeUpdate(update, LIVE_LIMITS)
  if (!decoded) throw new Error('not an update')
  return { runs: decoded.runs, deletes: decoded.deletes }
}

const folded: number[] = []
const fold = async (parts: readonly Uint8Array[]) => {
  folded.push(parts.length)
  await new Promise(setImmediate)
  return foldedHere(parts)
}
const difference = async (update: Uint8Array, vector: Uint8Array) => Y.diffUpdate(update, vector)
const stateOf = (doc: Y.Doc, limits: LiveLimits = LIVE_LIMITS) =>
  createPlanState({
    base: foldedHere([Y.encodeStateAsUpdate(doc)]),
    baseSeq: 0,
    tail: [],
    limits,
    fold,
    difference,
    folded: () => undefined,
    unfit: (why) => expect.unreachable(why),
    notFolded: (problem) => {
      throw problem
    },
  })

/** Somebody who opens the plan with what they have, by the frames they are answered with. */
async function answered(state: ReturnType<typeof stateOf>, has: Y.Doc = new Y.Doc()): Promise<Y.Doc> {
  const made = await state.answer(Y.encodeStateVector(has))
  return given(has, typeof made === 'function' ? made() : made)
}
function given(has: Y.Doc, { frames }: Parcel): Y.Doc {
  for (const frame of frames) {
    const read = readFrame(frame)
    if (read?.is !== 'answer' && read?.is !== 'update') throw new Error('not an answer')
    Y.applyUpdate(has, read.bytes)
  }
  return has
}
const same = (a: Y.Doc, b: Y.Doc) => {
  expect(a.getText('t').toString()).toBe(b.getText('t').toString())
  expect(Y.encodeStateVector(a)).toEqual(Y.encodeStateVector(b))
  expect(a.store.pendingStructs).toBeNull()
}

describe('an open plan as bytes', () => {
  it('[STORE-6] answers who opens it, and who comes back, with all of it, also while it folds what came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(), take: fc.nat(3), words: fc.string({ minLength: 1 }) }), { maxLength: 40 }),
        async (edits) => {
          const doc = new Y.Doc()
          doc.getText('t').insert(0, 'The plan.')
          const state = stateOf(doc)
          const away = await answered(state)
          for (const [i, { at, take, words }] of edits.entries()) {
            const before = Y.encodeStateVector(doc)
            doc.transact(() => {
              const text = doc.getText('t')
              const place = at % (text.length + 1)
              text.delete(place, Math.min(take, text.length - place))
              text.insert(place, words.repeat(i % 7 === 0 ? 20_000 : 1))
            })
            const update = Y.encodeStateAsUpdate(doc, before)
            state.add({ bytes: encodeUpdate(newsOf(update)), news: newsOf(update) })
            if (i % 5 === 0) same(await answered(state), doc)
          }
          same(await answered(state), doc)
          same(await answered(state, away), doc)
          // Who has all of it, also what came after the snapshot, gets nothing wrong.
          same(await answered(state, away), doc)
          await new Promise((resolve) => setTimeout(resolve, 5))
          same(await answered(state), doc)
          same(state.copy(), doc)
          expect(state.vector()).toEqual(Y.encodeStateVector(doc))
        },
      ),
      { numRuns: 40 },
    )
    expect(folded.length).toBeGreaterThan(0)
  })

  it('[STORE-6] makes an answer that took a while when it is sent: what was stored in the meantime is in it', async () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'The plan.')
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
    doc.getText('t').insert(0, 'much '.repeat(20_000))
    const state = stateOf(doc)
    const made = await state.answer(Y.encodeStateVector(away))
    const before = Y.encodeStateVector(doc)
    doc.getText('t').insert(0, 'late')
    const update = Y.encodeStateAsUpdate(doc, before)
    state.add({ bytes: update, news: newsOf(update) })
    if (typeof made !== 'function') return expect.unreachable('it was made at once')
    same(given(away, made()), doc)
  })

  it('[SYNC-111] tells that the changes do not make one plan; a thread that dies says nothing of the plan', async () => {
    for (const [problem, told] of [
      [new NotOnePlan('joins on to nothing'), ['not-one-plan']],
      [new Error('the thread has ended'), []],
    ] as const) {
      const unfit: string[] = []
      const doc = new Y.Doc()
      const state = createPlanState({
        base: foldedHere([]),
        baseSeq: 0,
        tail: [],
        limits: LIVE_LIMITS,
        fold: () => Promise.reject(problem),
        difference,
        folded: () => expect.unreachable(),
        unfit: (why) => void unfit.push(why),
        notFolded: () => undefined,
      })
      for (let i = 0; i < LIVE_LIMITS.tailChanges; i++) {
        const before = Y.encodeStateVector(doc)
        doc.getText('t').insert(0, 'a')
        const update = Y.encodeStateAsUpdate(doc, before)
        state.add({ bytes: update, news: newsOf(update) })
      }
      await new Promise(setImmediate)
      expect(unfit).toEqual(told)
      same(await answered(state), doc)
    }
  })

  it('[LIMIT-87] is looked at once for all who ask meanwhile, of what was there when they asked, and not at once again', async () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'The plan.')
    const state = stateOf(doc, { ...LIVE_LIMITS, lookMs: 60 })
    const before = folded.length
    await Promise.all(Array.from({ length: 50 }, () => state.look()))
    expect(folded.length).toBe(before + 1)
    const from = performance.now()
    const second = state.look()
    const vector = Y.encodeStateVector(doc)
    doc.getText('t').format(0, 3, { bold: true })
    const mark = Y.encodeStateAsUpdate(doc, vector)
    state.add({ bytes: mark, news: newsOf(mark) })
    const marks = new Map([[doc.clientID, [{ from: 9, to: 10 }]]])
    expect(state.isTidying(marks)).toBe(false)
    await second
    expect(performance.now() - from).toBeGreaterThan(30)
    expect(folded.length).toBe(before + 2)
    expect(state.isTidying(marks)).toBe(true)
    expect(state.isTidying(new Map([[doc.clientID, [{ from: 8, to: 10 }]]]))).toBe(false)
  })

  it('[STORE-6] refuses clocks that are none', () => {
    expect(() => stateOf(new Y.Doc()).answer(new Uint8Array([3, 1]))).toThrow()
  })
})
