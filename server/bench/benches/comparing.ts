import {
  answerRound,
  compareVersions,
  type Endpoint,
  getAgreement,
  getMe,
  listVersions,
  NOW,
  nameVersion,
  openRound,
  readEdition,
  sealPlan,
} from '@withy/shared/api'
import { textRoot } from '@withy/shared/plan'
import * as Y from 'yjs'
import type { Bench } from '../bench.ts'
import { asked } from '../stage/asked-times.ts'
import { ask, bring, type Someone } from '../stage/people.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { startWithy, type Withy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

const CASES = new Map([
  ['20 pages', 1],
  ['200 pages', 10],
])

export const bench: Bench = {
  shows:
    'Two versions of a plan compared, one named and one sealed, between which three people changed a sentence in every text; and what it takes to name one, to read the plan as people agree to it, and to seal it.',
  cases: [...CASES.keys()],
  once: ['200 pages'],
  rounds: 3,

  async measure(name, much) {
    const again = much === 'full' ? 10 : 2
    const withy = await startWithy()
    const writers: Writer[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy, { times: CASES.get(name) ?? 1 })
      for (const person of [owner, ...(await bring(withy, plan, owner, 2))])
        writers.push(await openWriter(withy, plan, person))
      const get = (how: Endpoint, more: Record<string, string> = {}) => askOf(withy, owner, how, plan, more)
      const give = (how: Endpoint, body: object, more: Record<string, string> = {}) =>
        askOf(withy, owner, how, plan, more, body)

      const named = await asked(withy, 'named', () => give(nameVersion, { name: 'Before', of: NOW }), { again: 0 })
      await changeEverywhere(writers)
      const read = await asked(withy, 'read to agree to', () => get(readEdition), { again })
      const { person } = await get(getMe)
      const asking = { asked: [person], onDisagreement: 'record', bySection: false, decides: null }
      const { round } = await give(openRound, asking)
      const { fingerprint } = await get(readEdition)
      const said = { section: null, answer: 'agree', words: '', acting: null, advocate: '', fingerprint }
      await give(answerRound, said, { round: round.id })
      const sealing = () => give(sealPlan, { fingerprint, wentOn: '' }, { round: round.id })
      const sealed = await asked(withy, 'sealed', sealing, { again: 0 })
      const { versions } = await get(listVersions)
      const before = versions.find(({ kind }: { kind: string }) => kind === 'named').id
      const [after] = (await get(getAgreement)).sealed
      const compare = () => get(compareVersions, { version: before, other: after.id })
      return [
        ...named,
        ...read,
        ...sealed,
        ...(await asked(withy, 'compared', compare, { again, aim: 1_000 })),
        { name: 'most memory', unit: 'kB', value: withy.mostMemory() },
      ]
    } finally {
      for (const writer of writers) writer.close()
      await withy.end()
    }
  },
}

/** Asks for what an endpoint gives. `more`: what stands in its address beside the plan. */
async function askOf(
  withy: Withy,
  person: Someone,
  how: Endpoint,
  plan: string,
  more: Readonly<Record<string, string>>,
  body?: object,
) {
  const path = how.path.replace(/:(\w+)/g, (_all, part) => (part === 'plan' ? plan : (more[part] ?? '')))
  // biome-ignore lint/suspicious/noExplicitAny: answers are of many kinds here, and a wrong one ends the round
  return (await (await ask(withy, person, how, path, body)).json()) as any
}

/** Each person in turn takes some letters out of the next paragraph and puts a sentence in. */
async function changeEverywhere(writers: readonly Writer[]): Promise<void> {
  const [first] = writers
  const boxes = [...(first?.doc.share.keys() ?? [])].filter((key) => key.includes('.'))
  for (const [n, box] of boxes.entries()) {
    const writer = writers[n % writers.length]
    if (!writer || !first?.doc.share.get(box)?._start) continue
    const text = paragraphIn(writer.doc, box)
    if (!text || text.length < 60) continue
    await writer.write(() => {
      text.delete(20, 30)
      text.insert(20, 'the people of the street said so again in week five ')
    })
  }
}

function paragraphIn(doc: Y.Doc, box: string): Y.XmlText | null {
  const nodes = textRoot(doc, box).toArray()
  const paragraph = nodes.find(
    (node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'paragraph',
  )
  const text = paragraph?.get(0)
  return text instanceof Y.XmlText ? text : null
}
