import type { EditionItem, ShapeId } from '@withy/shared/plan'
import { listsIn } from './chosen.ts'
import { type Exported, momentOf } from './exported.ts'
import { CARE_PLAN, type Resource, refTo, uuidOf } from './fhir-ids.ts'
import { type FhirPeople, factOf, linesOf } from './fhir-people.ts'
import { nameInWords } from './in-words.ts'

// What the plan's own words for how far something is are in FHIR (R4, care-plan-activity-status and goal-status).
const ACTIVITY = { 'not-started': 'not-started', doing: 'in-progress', done: 'completed', stopped: 'stopped' } as const
const GOAL = { 'not-started': 'accepted', doing: 'active', done: 'completed', stopped: 'cancelled' } as const

type About = { readonly exported: Exported; readonly people: FhirPeople; readonly copyId: string }

const itemsOf = ({ edition }: Exported, shape: ShapeId): readonly EditionItem[] =>
  listsIn(edition).flatMap(({ box }) => (box.shape === shape ? box.items : []))

/** A choice by its id: the edition has what it says in words, the plan what it means. */
function choiceOf({ plan }: Exported, id: string, field: string): string | undefined {
  const items = [
    ...Object.values(plan.boxes).flatMap((box) => (box.type === 'list' ? box.items : [])),
    ...plan.own.flatMap(({ actions }) => actions),
  ]
  const value = items.find((item) => item.id === id)?.cells[field]
  return typeof value === 'string' ? value : undefined
}

const dayOf = ({ facts }: EditionItem): string | undefined => {
  for (const { value } of facts) if (value.is === 'date') return value.date
  return undefined
}

/** Goals and hopes: what is said of one is in the person's own words, so the person is who expressed it. */
export function goals({ exported, people, copyId }: About): Resource[] {
  return itemsOf(exported, 'goal').map((item) => {
    const known = GOAL[choiceOf(exported, item.id, 'status') as keyof typeof GOAL]
    return {
      resourceType: 'Goal',
      id: uuidOf(copyId, 'goal', item.id),
      lifecycleStatus: exported.status.is === 'draft' ? 'proposed' : (known ?? 'accepted'),
      description: { text: nameInWords(item, exported.lang) },
      subject: refTo(people.patient),
      expressedBy: refTo(people.patient),
      note: [{ text: linesOf(item, exported) }],
    }
  })
}

/** The plan itself, with its actions; and what happens when things change, as a part of it. */
export function carePlans(about: About, goals: readonly Resource[], team: Resource | undefined): Resource[] {
  const { exported, people, copyId } = about
  const { status } = exported
  const actions = itemsOf(exported, 'action')
  const changes = itemsOf(exported, 'contingency')
  const started = momentOf(exported).toISOString()
  const reviewOn = status.is === 'sealed' ? status.record.reviewOn : null
  const base = {
    resourceType: 'CarePlan',
    status: status.is === 'sealed' ? 'active' : 'draft',
    intent: 'plan',
    category: [CARE_PLAN],
    subject: refTo(people.patient),
    author: refTo(people.patient),
    created: started,
  } as const
  const main: Resource = {
    ...base,
    id: uuidOf(copyId, 'care-plan'),
    period: { start: started.slice(0, 10), ...(reviewOn && { end: reviewOn }) },
    ...(people.others.length > 0 && { contributor: people.others.map((one) => refTo(one)) }),
    ...(team && { careTeam: [refTo(team)] }),
    ...(goals.length > 0 && { goal: goals.map((goal) => refTo(goal)) }),
    ...(actions.length > 0 && { activity: actions.map((item) => activity(item, about)) }),
  }
  if (changes.length === 0) return [main]
  const change: Resource = {
    ...base,
    id: uuidOf(copyId, 'contingency'),
    partOf: [refTo(main)],
    activity: changes.map((item) => ({ detail: { status: 'not-started', description: linesOf(item, exported) } })),
  }
  return [main, change]
}

function activity(item: EditionItem, { exported, people }: About) {
  const status = ACTIVITY[choiceOf(exported, item.id, 'status') as keyof typeof ACTIVITY] ?? 'unknown'
  const day = dayOf(item)
  const who = item.facts.flatMap(({ value }) => (value.is === 'people' ? value.named : []))
  const performer = who.flatMap((name) => (typeof name === 'string' ? (people.called(name) ?? []) : []))
  const why = factOf(item, 'why-stopped', exported)
  return {
    detail: {
      status,
      ...(status === 'stopped' && why && { statusReason: { text: why } }),
      ...(day && { scheduledPeriod: { end: day } }),
      ...(performer.length > 0 && { performer }),
      description: linesOf(item, exported),
    },
  }
}

/** Who gets a copy of what, as the person says in the plan. */
export function consents({ exported, people, copyId }: About): Resource[] {
  const readers = itemsOf(exported, 'reader')
  if (readers.length === 0) return []
  const code = (system: string, code: string) => ({ coding: [{ system, code }] })
  return [
    {
      resourceType: 'Consent',
      id: uuidOf(copyId, 'consent'),
      status: exported.status.is === 'sealed' ? 'active' : 'draft',
      scope: code('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
      category: [code('http://loinc.org', '59284-0')],
      patient: refTo(people.patient),
      dateTime: momentOf(exported).toISOString(),
      policyRule: { text: readers.map((item) => linesOf(item, exported)).join('\n\n') },
    },
  ]
}
