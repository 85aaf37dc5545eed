import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createHistogram } from './histogram.ts'
import { cpuIn, residentIn } from './process.ts'
import { selfTimes } from './profile.ts'
import { clocksIn, eachWritten, letterUpdate } from './updates.ts'

const written = (update: Uint8Array) => {
  const all: string[] = []
  eachWritten(update, (client, from, to) => all.push(`${client}: ${from}-${to}`))
  return all.sort()
}

describe('what a generator writes and counts', () => {
  const begin = () => {
    const doc = new Y.Doc()
    doc.clientID = 1
    doc.getText('box').insert(0, 'Hello')
    return doc
  }
  const letters = (client: number, count: number) =>
    Array.from({ length: count }, (_, clock) =>
      letterUpdate({ client, clock }, clock === 0 ? { client: 1, clock: 4 } : { client, clock: clock - 1 }, 97 + clock),
    )

  it('writes letters as a document would', () => {
    const doc = begin()
    for (const update of letters(9, 3)) Y.applyUpdate(doc, update)
    expect(doc.getText('box').toString()).toBe('Helloabc')
    expect(doc.store.pendingStructs).toBeNull()
  })

  it('counts letters, however many are in one update, and by whom', () => {
    expect(letters(9, 2).flatMap(written)).toEqual(['9: 0-1', '9: 1-2'])
    expect(written(Y.mergeUpdates([...letters(8, 2), ...letters(9, 1)]))).toEqual(['8: 0-1', '8: 1-2', '9: 0-1'])
    const doc = begin()
    for (const update of letters(9, 3)) Y.applyUpdate(doc, update)
    expect(written(Y.encodeStateAsUpdate(doc, new Uint8Array([1, 1, 5])))).toEqual(['9: 0-3'])
  })

  it('counts what is no plain letter too, and nothing that is only left out', () => {
    const doc = begin()
    doc.getText('box').insert(5, 'ŵ')
    doc.getMap('list').set('a', new Y.Map())
    expect(written(Y.encodeStateAsUpdate(doc)).length).toBeGreaterThan(1)
    const [first, , third] = letters(9, 3)
    if (!first || !third) throw new Error('three letters')
    expect(written(Y.mergeUpdates([first, third]))).toEqual(['9: 0-1', '9: 2-3'])
  })

  it('knows what a whole plan holds', () => {
    const doc = begin()
    expect([...clocksIn(Y.encodeStateAsUpdate(doc))]).toEqual([[1, 5]])
    doc.getText('box').insert(0, 'x')
    expect([...clocksIn(Y.encodeStateAsUpdate(doc))]).toEqual([[1, 6]])
  })
})

describe('what a round measures', () => {
  it('reads times of a million samples by nearest rank', () => {
    const histogram = createHistogram()
    for (let ms = 1; ms <= 100; ms += 1) histogram.add(ms)
    histogram.add(60_000)
    expect([0.5, 0.95, 1].map(histogram.percentile)).toEqual([51, 96, 4_000])
    histogram.clear()
    expect(() => histogram.percentile(0.5)).toThrow('nothing')
  })

  it('reads processor time and memory of a process, whatever it is called', () => {
    const stat = '42 (no (de) x) S 1 42 42 0 -1 4194560 900 0 3 0 150 50 7 8 20 0 11 0 5000 1 2'
    expect(cpuIn(stat)).toBe(2_000)
    expect(residentIn('VmPeak:\t  900 kB\nVmRSS:\t   512 kB\n')).toBe(524_288)
  })

  it('tells where time went from a moment on, the idle time left out', () => {
    const frame = (functionName: string) => ({ functionName, url: '', lineNumber: 0 })
    const nodes = ['(idle)', 'send', 'gate'].map((name, id) => ({ id, callFrame: frame(name) }))
    const profile = { startTime: 0, nodes, samples: [0, 1, 2, 1], timeDeltas: [9_000, 2_000, 1_000, 1_000] }
    expect(selfTimes(profile)).toEqual([
      { name: 'send', ms: 3, share: 0.75 },
      { name: 'gate', ms: 1, share: 0.25 },
    ])
    expect(selfTimes(profile, 11_500).map(({ name, ms }) => [name, ms])).toEqual([
      ['gate', 1],
      ['send', 1],
    ])
  })
})
