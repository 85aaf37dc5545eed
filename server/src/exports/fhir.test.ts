import { sealOf } from '@withy/shared/api'
import { EXAMPLES } from '@withy/shared/examples'
import { fingerprint } from '@withy/shared/plan'
import { anyPlan, buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { Fhir } from 'fhir'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { draftOf, partOf, sealed } from '../testing/exported-plans.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import type { Exported } from './exported.ts'
import { writeFhir } from './fhir.ts'
import type { Resource } from './fhir-ids.ts'

const PEOPLE: Exported['people'] = [
  { name: 'Rosa', voice: 'person', byCode: false },
  { name: 'Nadia', voice: 'carer', byCode: false },
  { name: 'Priya', voice: 'professional', byCode: false },
]
const copyOf = (plan: Exported['plan'], given: Partial<Exported> & { readonly title?: string } = {}) =>
  draftOf(plan, { people: PEOPLE, ...given })
const { title, plan } = EXAMPLES['rosa-tillingham']

type Section = {
  readonly title: string
  readonly text?: { readonly div: string }
  readonly section?: readonly Section[]
} & Record<string, unknown>

const fhir = new Fhir()

/** The resources of a copy by their kind, once it was found valid and every reference leads to one of them. */
function resourcesOf(exported: Exported): Record<string, Resource[]> {
  const text = writeFhir(exported)
  const bundle = JSON.parse(text) as { entry: { fullUrl: string; resource: Resource }[] }
  const { messages } = fhir.validate(bundle, { errorOnUnexpected: true })
  expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([])
  const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl))
  expect(urls.size).toBe(bundle.entry.length)
  for (const [, url] of text.matchAll(/"reference": "([^"]+)"/g)) expect(urls).toContain(url)
  return Object.groupBy(
    bundle.entry.map(({ resource }) => resource),
    ({ resourceType }) => resourceType,
  ) as Record<string, Resource[]>
}

const sectionsIn = (composition: Resource | undefined): Section[] => {
  const all = (sections: readonly Section[] = []): Section[] => sections.flatMap((one) => [one, ...all(one.section)])
  return all(composition?.section as readonly Section[])
}

describe('a support plan as FHIR', () => {
  it('[EXPORT-49] is a valid document of R4: any plan, draft and sealed, whole and of chosen sections', () => {
    resourcesOf(sealed(copyOf(plan, { title })))
    const hostile = buildPlan('support', {
      items: {
        'goals.goals': HOSTILE_TEXTS.map((what) => ({ what, know: what })),
        'circle.people': HOSTILE_TEXTS.map((name) => ({ name, reach: name, connection: name })),
        'actions.actions': HOSTILE_TEXTS.map((what) => ({ what, status: 'stopped', 'why-stopped': what })),
      },
    })
    const people = HOSTILE_TEXTS.map((name) => ({ name, voice: 'carer', byCode: false }) as const)
    resourcesOf(sealed(copyOf(hostile, { title: HOSTILE_TEXTS[0], people })))
    fc.assert(
      fc.property(anyPlan('support'), fc.boolean(), (any, isSealed) => {
        const copy = copyOf(any)
        for (const exported of [copy, { ...copy, sections: ['goals'] }])
          for (const one of sectionsIn(resourcesOf(isSealed ? sealed(exported) : exported).Composition?.[0]))
            if (one.text) new SaxesParser({ xmlns: true }).write(one.text.div).close()
      }),
      { numRuns: 8 },
    )
  })

  it('[EXPORT-14] of chosen sections holds neither explained words nor words without a place', () => {
    const { whole, part, holds } = partOf(plan, 'goals')
    expect(holds(writeFhir(sealed(whole)))).toHaveLength(2)
    for (const copy of [part, sealed(part)]) expect(holds(writeFhir(copy))).toEqual([])
  })

  it('[EXPORT-49] holds every word of the plan in the narrative of its sections, those of About me with their SNOMED code', () => {
    for (const lang of ['en', 'cy'] as const) {
      const exported = copyOf(plan, { title, lang })
      const [composition] = resourcesOf(exported).Composition ?? []
      const sections = sectionsIn(composition)
      const words = sections.map(({ title, text }) => `${title}\n${text ? textOfHtml(text.div) : ''}`)
      expectWordForWord([composition?.title, ...PEOPLE.map(({ name }) => name), ...words].join('\n'), exported)
      const codes = sections.flatMap(
        ({ code }) => (code as { coding: { code: string }[] })?.coding?.map(({ code }) => code) ?? [],
      )
      expect(codes).toContain('1515861000000103')
      expect(composition).toMatchObject({ status: 'preliminary', language: `${lang}-GB` })
    }
  })

  it('[EXPORT-50] says who agreed and for whom, what it replaces, and which words it is a copy of', () => {
    const answer = {
      section: null,
      by: null,
      acting: null,
      advocate: '',
      ofTheseWords: true,
      words: '',
      at: '2026-11-21T10:00:00.000Z',
    } as const
    const answers = [
      { ...answer, name: 'Rosa', voice: 'person', answer: 'agree', by: 'Nadia', acting: 'attorney' },
      { ...answer, name: 'Nadia', voice: 'carer', answer: 'agree-with', words: 'Soon.' },
      { ...answer, name: 'Priya', voice: 'professional', answer: 'agree' },
    ] as const
    const previous = 'a'.repeat(64)
    const exported = sealed(copyOf(plan, { title }), {
      answers: [
        ...answers,
        { ...answer, name: 'Priya', voice: 'professional', answer: 'disagree', ofTheseWords: false },
      ],
      people: [...PEOPLE],
      previous,
    })
    if (exported.status.is !== 'sealed') throw new Error('not sealed')
    const { Composition, RelatedPerson, Practitioner, Provenance, CarePlan, Patient } = resourcesOf(exported)
    const url = (resource: Resource | undefined) => ({ reference: `urn:uuid:${resource?.id}` })
    const nadia = RelatedPerson?.find(({ name }) => JSON.stringify(name).includes('Nadia'))
    expect(Composition?.[0]).toMatchObject({
      status: 'final',
      attester: [
        { mode: 'legal', party: url(nadia) },
        { mode: 'personal', party: url(nadia) },
        { mode: 'professional', party: url(Practitioner?.[0]) },
      ],
      relatesTo: [{ code: 'replaces' }],
      subject: url(Patient?.[0]),
    })
    const provenance = JSON.stringify(Provenance)
    expect(provenance).toContain(fingerprint(exported.edition))
    expect(provenance).toContain(sealOf(exported.status.record))
    const contingency = CarePlan?.find(({ partOf }) => partOf !== undefined)
    const main = CarePlan?.find(({ partOf }) => partOf === undefined)
    expect(contingency?.partOf).toEqual([url(main)])
    expect(main).toMatchObject({ status: 'active', period: { start: '2026-11-21', end: '2027-05-01' } })
    const late = resourcesOf(sealed(copyOf(plan, { title }), { sealedAt: '2027-06-01T23:30:00.000Z' }))
    expect(late.CarePlan?.[0]?.period, 'days are those of the UK').toMatchObject({ start: '2027-06-02' })
  })

  it('[EXPORT-50] [AGREE-18] who answered in the place of a person who is not in the plan attests as a lawful decider', () => {
    const whole = sealed(copyOf(plan, { title }))
    if (whole.status.is !== 'sealed') throw new Error('not sealed')
    const [given] = whole.status.record.answers
    if (!given) throw new Error('no answer')
    const answers = [
      { ...given, name: 'Nadia', voice: 'carer', acting: 'attorney' } as const,
      { ...given, name: 'Rosa', voice: 'person' } as const,
    ]
    const { Composition, RelatedPerson, Patient } = resourcesOf(sealed(copyOf(plan, { title }), { answers }))
    expect(Composition?.[0]?.attester).toMatchObject([
      { mode: 'legal', party: { reference: `urn:uuid:${RelatedPerson?.[0]?.id}` } },
      { mode: 'personal', party: { reference: `urn:uuid:${Patient?.[0]?.id}` } },
    ])
  })

  it('[EXPORT-50] [AGREE-58] [AGREE-59] nobody attests through words that were passed on, or by having the name of somebody who left', () => {
    const whole = sealed(copyOf(plan, { title }))
    if (whole.status.is !== 'sealed') throw new Error('not sealed')
    const [given] = whole.status.record.answers
    if (!given) throw new Error('no answer')
    const answers = [
      { ...given, name: 'Rosa', voice: 'person', by: 'Nadia', acting: 'supporter' } as const,
      { ...given, name: 'Nadia', voice: 'carer', by: null, acting: null, left: true } as const,
      { ...given, name: 'Rosa', voice: 'person', by: 'Priya', acting: 'attorney', left: true } as const,
    ]
    const { Composition } = resourcesOf(sealed(copyOf(plan, { title }), { answers }))
    expect(Composition?.[0]).not.toHaveProperty('attester')
    expect(JSON.stringify(Composition?.[0]?.section)).toContain('Nadia')
  })

  it('[EXPORT-50] what a new version replaces is the version before, by the same identifier', () => {
    const first = sealed(copyOf(plan, { title }), { number: 1 })
    if (first.status.is !== 'sealed') throw new Error('not sealed')
    const second = sealed(copyOf(plan, { title }), { number: 2, previous: sealOf(first.status.record) })
    const [before] = resourcesOf(first).Composition ?? []
    const [after] = resourcesOf(second).Composition ?? []
    expect(after?.relatesTo).toEqual([{ code: 'replaces', targetIdentifier: before?.identifier }])
    expect(writeFhir(second)).toBe(writeFhir(second))
    expect(after?.id).not.toBe(before?.id)
  })

  it('[EXPORT-50] each language and each choice of sections is a document of its own, which replaces the same of the version before', () => {
    const copiesOf = (more: Partial<Exported>, record: Parameters<typeof sealed>[1] = {}) =>
      sealed(copyOf(plan, { title, ...more }), record)
    const idsOf = (exported: Exported) => {
      const bundle = JSON.parse(writeFhir(exported)) as { id: string; entry: { fullUrl: string }[] }
      return [bundle.id, ...bundle.entry.map(({ fullUrl }) => fullUrl)]
    }
    const kinds = [{}, { lang: 'cy' }, { sections: ['goals'] }, { sections: ['goals', 'circle'] }] as const
    for (const draftOrSealed of [(more: Partial<Exported>) => copyOf(plan, { title, ...more }), copiesOf]) {
      const ids = kinds.flatMap((more) => idsOf(draftOrSealed(more)))
      expect(new Set(ids).size).toBe(ids.length)
    }
    const first = copiesOf({ lang: 'cy' }, { number: 1 })
    if (first.status.is !== 'sealed') throw new Error('not sealed')
    const second = copiesOf({ lang: 'cy' }, { number: 2, previous: sealOf(first.status.record) })
    const [before] = resourcesOf(first).Composition ?? []
    expect(resourcesOf(second).Composition?.[0]?.relatesTo).toMatchObject([{ targetIdentifier: before?.identifier }])
  })

  it('[EXPORT-50] has the goals in the person’s words, the actions with how far they are, and who is around them', () => {
    const given = buildPlan('support', {
      items: {
        'goals.goals': [{ what: 'Sing again', status: 'doing' }],
        'actions.actions': [
          { what: 'Ring the choir', who: ['p0'], by: '2027-01-15', status: 'done' },
          { what: 'Wait', status: 'stopped', 'why-stopped': 'No bus' },
        ],
        'circle.people': [{ name: 'Mair', connection: 'My sister', does: 'Drives', reach: 'Knock' }],
      },
    })
    const { Goal, CarePlan, CareTeam, RelatedPerson } = resourcesOf(sealed(copyOf(given), { people: [...PEOPLE] }))
    expect(Goal?.[0]).toMatchObject({ lifecycleStatus: 'active', description: { text: 'Sing again' } })
    expect(CarePlan?.[0]?.activity).toMatchObject([
      { detail: { status: 'completed', scheduledPeriod: { end: '2027-01-15' }, performer: [{ display: 'Nadia' }] } },
      { detail: { status: 'stopped', statusReason: { text: 'No bus' } } },
    ])
    expect(CareTeam?.[0]?.participant).toMatchObject([{ role: [{ text: 'Drives' }] }])
    expect(RelatedPerson?.find(({ relationship }) => JSON.stringify(relationship).includes('My sister'))).toBeDefined()
    // Ids are an item's own in its list alone: with those of another list's items it has other words and another state.
    const alike = structuredClone(given)
    for (const box of Object.values(alike.boxes))
      if (box.type === 'list') for (const [n, item] of box.items.entries()) Object.assign(item, { id: `same-${n}` })
    const { Goal: goals, CarePlan: plans } = resourcesOf(sealed(copyOf(alike), { people: [...PEOPLE] }))
    expect(goals?.[0]?.lifecycleStatus).toBe('active')
    expect(plans?.[0]?.activity).toMatchObject([{ detail: { status: 'completed' } }, { detail: { status: 'stopped' } }])
    const some = resourcesOf({ ...sealed(copyOf(given), { people: [...PEOPLE] }), sections: ['goals'] })
    expect(Object.keys(some).toSorted()).toEqual(['CarePlan', 'Composition', 'Goal', 'Patient', 'Provenance'])
    expect(JSON.stringify(some)).not.toContain('Nadia')
  })
})
