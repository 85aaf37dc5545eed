import { describe, expect, it, onTestFinished } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { writeParagraph } from '../testing/writer.ts'
import { writesIn } from '../testing/writes-in.ts'
import { createAsRead, PlanInMotion } from './as-read.ts'

const FREE = async () => {}

/** A plan of Anna's, read by a door that does something first each time it fetches the document. */
async function readWhile(meanwhile: (n: number) => Promise<unknown>) {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const anna = await starts(withy)
  let fetched = 0
  const live = {
    parts: async (plan: string) => {
      const n = fetched++
      await meanwhile(n)
      return withy.live.parts(plan)
    },
  }
  return { withy, anna, asRead: createAsRead({ store: withy.store, live }), fetched: () => fetched }
}

describe('a plan as it reads', () => {
  it('[AGREE-5] is words and names of one change: while it is changed it is read again', async () => {
    const { withy, anna, asRead, fetched } = await readWhile(async (n) => {
      if (n > 1) return
      await anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: `Title ${n}` })
      await writesIn(withy, anna, (doc) => writeParagraph(doc, `word ${n}`))
    })
    const read = await asRead.now(anna.plan, FREE)
    expect(fetched()).toBe(3)
    expect(read?.facts).toMatchObject({ seq: 2, title: 'Title 1' })
    expect(read?.edition.title).toBe('Title 1')
    expect(read?.editionJson).toContain('word 0')
    expect(read?.editionJson).toContain('word 1')
  })

  it('[AGREE-5] is given up where it never rests, and is nothing where there is none', async () => {
    const { withy, anna, asRead } = await readWhile((n) => writesIn(withy, anna, (doc) => writeParagraph(doc, `${n}`)))
    await expect(asRead.now(anna.plan, FREE)).rejects.toThrow(PlanInMotion)
    expect(await asRead.now('no-such-plan', FREE)).toBeNull()
  })

  it('[AGREE-5] is read once for all who ask while nothing changes, and anew after a change of title, name, words or explained words', async () => {
    const { withy, anna, asRead, fetched } = await readWhile(FREE)
    let asked = 0
    const mayRead = async () => void asked++
    const now = () => asRead.now(anna.plan, mayRead)
    const [one, two] = await Promise.all([now(), now()])
    expect([one?.fingerprint, await now().then((read) => read?.fingerprint)]).toEqual([
      two?.fingerprint,
      one?.fingerprint,
    ])
    expect([fetched(), asked]).toEqual([1, 1])
    const seen = new Set([one?.fingerprint])
    const word = { do: 'add', id: 'word-one1', word: 'Commons', meaning: 'Land of us all' }
    for (const change of [
      () => anna.gets('PATCH', `/api/plans/${anna.plan}`, { title: 'Other' }),
      () => writesIn(withy, anna, (doc) => writeParagraph(doc, 'The mill.')),
      () => anna.gets('POST', `/api/plans/${anna.plan}/glossary`, word),
    ]) {
      await change()
      seen.add((await now())?.fingerprint)
    }
    expect([seen.size, fetched(), asked]).toEqual([4, 4, 4])
    await anna.gets('PATCH', `/api/plans/${anna.plan}/people/${anna.id}`, { name: 'Ann' })
    expect((await now())?.facts.people).toMatchObject([{ name: 'Ann' }])
  })

  it('[AGREE-5] is forgotten where reading it went wrong', async () => {
    const { anna, asRead } = await readWhile(async (n) => {
      if (n === 0) throw new Error('the disk')
    })
    await expect(asRead.now(anna.plan, FREE)).rejects.toThrow('the disk')
    expect(await asRead.now(anna.plan, FREE)).not.toBeNull()
  })
})
