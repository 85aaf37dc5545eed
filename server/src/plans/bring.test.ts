import {
  type Bringing,
  LIMIT,
  type Me,
  PLAN_FILE_FORM,
  type PlanFile,
  planFileOf,
  planFileText,
} from '@withy/shared/api'
import { EXAMPLES } from '@withy/shared/examples'
import { editionOf, type Plan, readPlan, type ToRead, writePlan } from '@withy/shared/plan'
import { anyPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { createPlanFiles } from './plan-file.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const NAMES = new Map([
  ['p1', 'Rosa'],
  ['p2', 'Kofi (2)'],
])
const EXPLAINED = [{ word: 'asset', meaning: 'A good thing\nthat is here.' }]

/** As a document holds it, and reads it. */
const inDocument = (plan: Plan): Plan => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return readPlan(doc, plan.kind)
}
const fileOf = (plan: Plan, more: Partial<ToRead> = {}): PlanFile =>
  planFileOf({
    plan,
    edition: editionOf({ title: 'Mill Lane', plan, names: NAMES, explained: EXPLAINED, ...more }),
    status: { is: 'draft', at: '2026-11-20T10:00:00.000Z' },
  })

type Sent = { readonly file: string; readonly said?: Partial<Bringing> | string; readonly on?: Device }
const asFile = { 'content-type': 'application/octet-stream' }
const brings = async ({ file, said = {}, on = withy.device() }: Sent) => {
  const first = typeof said === 'string' ? said : JSON.stringify({ name: 'Anna', voice: 'resident', ...said })
  const { body, status } = await on.ask('POST', '/api/plans/import', `${first}\n${file}`, asFile)
  return { on, status, ...(body as { plan: string; refused?: string }) }
}
const takenAway = async (on: Device, plan: string): Promise<PlanFile> =>
  on.gets<PlanFile>('GET', `/api/plans/${plan}/take-away/json`)

describe('a plan brought in from a file', () => {
  it('[EXPORT-64] reads as the one it was made of: its fingerprint is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('area', 'support').chain(anyPlan), async (any) => {
        const file = fileOf(inDocument(any))
        const { on, plan } = await brings({ file: planFileText(file) })
        expect((await takenAway(on, plan)).fingerprint).toBe(file.fingerprint)
      }),
      { numRuns: 4 },
    )
  })

  it('[EXPORT-64] names people as those who have left, explains its words, and belongs to who brought it', async () => {
    const words = EXAMPLES['brackenford-east'].plan
    const key = 'living-map.do'
    const box = words.boxes[key]
    if (box?.type !== 'list') throw new Error('no list')
    const items = [{ id: 'walk', cells: { what: 'Walk the map', who: ['p1', 'p2'] } }]
    const file = fileOf({ ...words, boxes: { ...words.boxes, [key]: { ...box, items } } })
    const { on, plan } = await brings({ file: planFileText(file), said: { name: 'Rosa' } })
    const facts = await on.gets<{ former: { name: string }[]; people: object[]; title: string }>(
      'GET',
      `/api/plans/${plan}`,
    )
    expect(facts.former.map(({ name }) => name).toSorted()).toEqual(['Kofi (2)', 'Rosa'])
    expect(facts.people).toMatchObject([{ name: 'Rosa', role: 'owner', voice: 'resident' }])
    const glossary = await on.gets('GET', `/api/plans/${plan}/glossary`)
    expect(glossary).toMatchObject({ words: [{ ...EXPLAINED[0], isOut: false }] })
    expect((await on.gets<Me>('GET', '/api/me')).plans).toMatchObject([{ id: plan, title: 'Mill Lane', people: 1 }])
    // Whoever is called as somebody in the file is not taken for them.
    expect((await takenAway(on, plan)).fingerprint).toBe(file.fingerprint)
    // And once more from the copy: a plan can move on and on.
    const again = await brings({ file: planFileText(await takenAway(on, plan)) })
    expect((await takenAway(again.on, again.plan)).fingerprint).toBe(file.fingerprint)
  })

  it('[EXPORT-112] brings its language with it, or none where it says none; what is no language makes no plan', async () => {
    const words = EXAMPLES['brackenford-east'].plan
    for (const lang of ['cy', 'gd', undefined]) {
      const file = fileOf(words, lang === undefined ? {} : { lang })
      expect(file.lang).toBe(lang)
      const { on, plan } = await brings({ file: planFileText(file) })
      expect(await on.gets('GET', `/api/plans/${plan}`)).toMatchObject({ lang: lang ?? null })
      expect(await takenAway(on, plan)).toMatchObject({ fingerprint: file.fingerprint })
    }
    const odd = JSON.stringify({ ...fileOf(words), lang: 'x"><b>' })
    expect((await brings({ file: odd })).refused).toBe('plan-file-damaged')
  })

  it('[EXPORT-64] about a person can be brought in by that person, who has their seat', async () => {
    const file = planFileText(fileOf(EXAMPLES['rosa-tillingham'].plan))
    const { on, plan } = await brings({ file, said: { voice: 'person' } })
    expect(await on.gets('GET', `/api/plans/${plan}`)).toMatchObject({ kind: 'support', seat: { taken: true } })
  })

  it('[EXPORT-65] makes no plan of another file, and says which it is', async () => {
    const file = fileOf(EXAMPLES['brackenford-east'].plan)
    const device = withy.device()
    const no = async (sent: Omit<Sent, 'on'>) => (await brings({ ...sent, on: device })).refused
    expect(await no({ file: 'Dear all,' })).toBe('plan-file-other')
    expect(await no({ file: '{"resourceType":"Bundle"}' })).toBe('plan-file-other')
    expect(await no({ file: JSON.stringify({ ...file, withy: PLAN_FILE_FORM + 1, new: true }) })).toBe(
      'plan-file-later',
    )
    expect(await no({ file: planFileText(file).slice(0, -40) })).toBe('plan-file-other')
    expect(await no({ file: JSON.stringify({ ...file, plan: { boxes: 7 } }) })).toBe('plan-file-damaged')
    expect(await no({ file: JSON.stringify({ ...file, title: '\u202e' }) })).toBe('plan-file-damaged')
    expect(await no({ file: planFileText(file), said: { voice: 'person' } })).toBe('bad-request')
    expect(await no({ file: planFileText(file), said: { name: ' ' } })).toBe('bad-request')
    expect(await no({ file: planFileText(file), said: 'hello' })).toBe('bad-request')
    expect(await no({ file: ' '.repeat(LIMIT.planFile + 2_000) })).toBe('too-large')
    expect(await device.isRefused('POST', '/api/plans/import', file)).toBe('bad-request')
    expect((await device.gets<Me>('GET', '/api/me')).plans).toEqual([])
  })

  it('[EXPORT-65] asks for a start link where plans start by invitation', async () => {
    const invited = await openWithy({ start: 'invited' })
    const file = planFileText(fileOf(EXAMPLES['brackenford-east'].plan))
    expect((await brings({ file, on: invited.device() })).refused).toBe('start-by-invitation')
    await invited.close()
  })

  it('[EXPORT-66] one that is stuck is ended, and no more wait than may', async () => {
    const text = planFileText(fileOf(EXAMPLES['brackenford-east'].plan))
    const hurried = createPlanFiles({ limits: { waiting: 2, milliseconds: 1, megabytes: 100, idle: 0 } })
    expect(await Promise.all([hurried(text), hurried(text), hurried(text)])).toEqual([
      { is: 'damaged' },
      { is: 'damaged' },
      null,
    ])
    const read = createPlanFiles()
    expect(await read(text)).toMatchObject({ is: 'plan', kind: 'area', title: 'Mill Lane' })
  })
})
