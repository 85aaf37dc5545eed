import { LIMIT, type PlanFile, planInFile, readPlanFile, sealOf } from '@withy/shared/api'
import { EXAMPLES } from '@withy/shared/examples'
import { editionOf, fingerprint, type Plan, photoPicture, readPlan, writePlan } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { draftOf, hostile, partOf, sealed } from '../testing/exported-plans.ts'
import type { Exported } from './exported.ts'
import { writeJson } from './json.ts'

const fileOf = (exported: Exported): PlanFile => {
  const read = readPlanFile(writeJson(exported))
  if (read.is !== 'plan') throw new Error(read.is)
  return read.file
}
/** As a document holds it: a plan of a test can hold what none does. */
const inDocument = (plan: Plan): Plan => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return readPlan(doc, plan.kind)
}
let made = 0
const newId = () => `fresh-${++made}`

it('[EXPORT-40] every example, and a plan of hostile words, comes back with the fingerprint it was sealed with', () => {
  const plans = [...Object.values(EXAMPLES), { title: 'T', plan: hostile().plan }].map(({ title, plan }) =>
    draftOf(inDocument(plan), { title }),
  )
  for (const exported of plans.map((plan) => sealed(plan))) {
    const file = fileOf(exported)
    if (exported.status.is !== 'sealed' || file.status?.is !== 'sealed') throw new Error('not sealed')
    expect(file.fingerprint).toBe(exported.status.record.fingerprint)
    expect(fingerprint(editionOf(planInFile(file, newId)))).toBe(file.fingerprint)
    expect(file.status.seal).toBe(sealOf(exported.status.record))
    expect(file.status.record).toEqual(exported.status.record)
  }
})

it('[EXPORT-14] holds the chosen sections alone, and says by title what was left out', () => {
  const { title, plan } = EXAMPLES['brackenford-east']
  const whole = sealed(draftOf(plan, { title }))
  const file = fileOf({ ...whole, sections: ['living-map'] })
  expect(new Set(Object.keys(file.plan.boxes).map((key) => key.split('.')[0]))).toEqual(new Set(['living-map']))
  expect(JSON.stringify(file)).not.toContain('Kofi')
  const ids = whole.edition.parts.flatMap(({ sections }) => sections.map(({ id }) => id))
  expect(file.leftOut).toHaveLength(ids.length - 1)
})

it('[EXPORT-14] of chosen sections holds neither explained words nor words without a place', () => {
  const { whole, part, holds } = partOf(EXAMPLES['brackenford-east'].plan, 'living-map')
  expect(holds(writeJson(sealed(whole)))).toHaveLength(2)
  for (const copy of [part, sealed(part)]) expect(holds(writeJson(copy))).toEqual([])
})

it('[EASY-49] has the photos of its rows, of chosen sections those alone, and never more than can be brought back', () => {
  const photo = (n: number) => `${String(n).padStart(3, '0')}${'a'.repeat(40)}`
  const rows = Array.from({ length: 100 }, (_, n) => ({ words: 'Tea.', picture: photoPicture(photo(n)) }))
  const plan = buildPlan('area', { easy: { place: rows.slice(0, 50), power: rows.slice(50) } })
  const photosOf = (size: number, given: Partial<Exported> = {}) => {
    const bytes = new Uint8Array(size)
    const photos = new Map(rows.map((_, n) => [photo(n), { bytes, said: { shows: 'nobody' } }] as const))
    const text = writeJson(draftOf(plan, { photos, ...given }))
    expect(text.length).toBeLessThanOrEqual(LIMIT.planFile)
    return ((JSON.parse(text) as PlanFile).photos ?? []).map(({ id }) => id)
  }
  expect(photosOf(9)).toEqual(rows.map((_, n) => photo(n)))
  expect(photosOf(9, { sections: ['power'] })).toEqual(rows.slice(50).map((_, n) => photo(n + 50)))
  const most = photosOf(LIMIT.photo)
  expect(most).toEqual(rows.slice(0, most.length).map((_, n) => photo(n)))
  expect(most.length).toBe(49)
  expect(photosOf(9, { photos: new Map(rows.map((_, n) => [photo(n), 'removed'])) })).toEqual([])
})
