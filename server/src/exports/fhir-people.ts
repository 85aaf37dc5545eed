import type { EditionItem } from '@withy/shared/plan'
import { seen } from '../http/visible-text.ts'
import { listsIn } from './chosen.ts'
import type { Exported } from './exported.ts'
import { type Reference, type Resource, refTo, uuidOf } from './fhir-ids.ts'
import { factsInWords, nameInWords } from './in-words.ts'
import { textIn } from './nodes.ts'
import { VOICE } from './words.ts'

/** Who is in the document: the person, and everybody else of the plan, by the name they are called there. */
export type FhirPeople = {
  readonly patient: Resource
  readonly others: readonly Resource[]
  /** Who is called so; undefined where nobody of the plan is. */
  readonly called: (name: string) => Reference | undefined
}

/** Only what the plan says of people: their names, and who they say they are. Nobody checked it, and it says no more. */
export function fhirPeople({ people, lang, sections }: Exported, copyId: string): FhirPeople {
  const person = people.find(({ voice }) => voice === 'person')
  const name = person && seen(person.name)
  const patient: Resource = {
    resourceType: 'Patient',
    id: uuidOf(copyId, 'patient'),
    ...(name && { name: [{ text: name }] }),
  }
  // A copy of some sections tells of nobody else (SPEC EXPORT-14).
  const others = sections ? [] : people.filter((one) => one !== person && seen(one.name))
  const made = others.map(({ name, voice }, n): [string, Resource] => [
    name,
    {
      resourceType: voice === 'professional' ? 'Practitioner' : 'RelatedPerson',
      id: uuidOf(copyId, 'person', String(n), name),
      name: [{ text: seen(name) }],
      ...(voice !== 'professional' && { patient: refTo(patient, name), relationship: [{ text: VOICE[voice][lang] }] }),
    },
  ])
  const known = new Map<string, Reference>([
    ...(person ? [[person.name, refTo(patient, name)] as const] : []),
    ...made.map(([name, resource]) => [name, refTo(resource, seen(name))] as const),
  ])
  return { patient, others: made.map(([, resource]) => resource), called: (name) => known.get(name) }
}

/** The people around the person, as the plan has them: each is somebody the plan names, and need not be in it. */
export function careTeam(exported: Exported, patient: Resource, copyId: string): Resource[] {
  const { lang } = exported
  const circle = listsIn(exported.edition).flatMap(({ box }) => (box.shape === 'person' ? box.items : []))
  if (circle.length === 0) return []
  const members = circle.map((item): Resource => {
    const connection = factOf(item, 'connection', exported)
    return {
      resourceType: 'RelatedPerson',
      id: uuidOf(copyId, 'circle', item.id),
      patient: refTo(patient),
      name: [{ text: nameInWords(item, lang) }],
      ...(connection && { relationship: [{ text: connection }] }),
      ...telecom(factOf(item, 'reach', exported)),
    }
  })
  const team: Resource = {
    resourceType: 'CareTeam',
    id: uuidOf(copyId, 'care-team'),
    status: exported.status.is === 'sealed' ? 'active' : 'proposed',
    subject: refTo(patient),
    participant: members.map((member, n) => {
      const does = factOf(circle[n] as EditionItem, 'does', exported)
      return { member: refTo(member), ...(does && { role: [{ text: does }] }) }
    }),
  }
  return [team, ...members]
}

const telecom = (reach: string) => (reach ? { telecom: [{ system: 'other', value: reach }] } : {})

/** A filled field of an item, in words; '' where it is empty. */
export function factOf({ facts }: EditionItem, field: string, { lang }: Pick<Exported, 'lang'>): string {
  const found = facts.find((fact) => fact.field === field)
  if (!found) return ''
  const [fact] = factsInWords({ id: '', facts: [found] }, undefined, lang)
  return fact ? textIn(fact.runs).trim() : ''
}

/** All of an item as lines: what it is called, then each field with its label. */
export const linesOf = (item: EditionItem, { lang }: Pick<Exported, 'lang'>): string =>
  [
    nameInWords(item, lang),
    ...factsInWords(item, undefined, lang).map(({ label, runs }) => `${label}: ${textIn(runs)}`),
  ].join('\n')
