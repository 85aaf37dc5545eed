import { type BoxKey, boxIn, type EditionItem, type ShapeId } from '@withy/shared/plan'
import { dayAt } from '../uk-day.ts'
import { listsIn } from './chosen.ts'
import { type Exported, momentOf } from './exported.ts'
import { CARE_PLAN, type Resource, refTo, uuidOf } from './fhir-ids.ts'
import { type FhirPeople, factOf, linesOf } from './fhir-people.ts'
import { nameInWords } from './in-words.ts'

// What the plan's own words for how far something is are in FHIR (R4, care-plan-activity-status and goal-status).
const ACTIVITY = { 'not-started': 'not-started', doing: 'in-progress', done: 'completed', stopped: 'stopped' } as const
const GOAL = { 'not-started': 'accepted', doing: 'active', done: 'completed', stopped: 'cancelled' } as const

type About = { readonly exported: Exported; readonly people: FhirPeople; readonly copyId: string }

/** An item, and which list it is in: ids are an item's own in its list alone. */
type Listed = { readonly item: EditionItem; readonly box: BoxKey }

const itemsOf = ({ edition }: Exported, shape: ShapeId): readonly Listed[] =>
  listsIn(edition).flatMap(({ box }) =>
    box.shape === shape ? box.items.map((item): Listed => ({ item, box: box.key })) : [],
  )

/** A choice by its id: the edition has what it says in words, the plan what it means. */
function choiceOf({ plan }: Exported, { item, box }: Listed, field: string): string | undefined {
  const content = boxIn(plan, box)
  const value = content?.type === 'list' ? content.items.find(({ id }) => id === item.id)?.cells[field] : undefined
  return typeof value === 'string' ? value : undefined
}

const dayOf = ({ facts }: EditionItem): string | undefined => {
  for (const { value } of facts) if (value.is === 'date') return value.date
  return undefined
}

/** Goals and hopes: what is said of one is in the person's own words, so the person is who expressed it. */
export function goals({ exported, people, copyId }: About): Resource[] {
  return itemsOf(exported, 'goal').map((listed) => {
    const { item, box } = listed
    const known = GOAL[choiceOf(exported, listed, 'status') as keyof typeof GOAL]
    return {
      resourceType: 'Goal',
      id: uuidOf(copyId, 'goal', box, item.id),
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
    period: { start: dayAt(momentOf(exported).getTime()), ...(reviewOn && { end: reviewOn }) },
    ...(people.others.length > 0 && { contributor: people.others.map((one) => refTo(one)) }),
    ...(team && { careTeam: [refTo(team)] }),
    ...(goals.length > 0 && { goal: goals.map((goal) => refTo(goal)) }),
    ...(actions.length > 0 && { activity: actions.map((listed) => activity(listed, about)) }),
  }
  if (changes.length === 0) return [main]
  const change: Resource = {
    ...base,
    id: uuidOf(copyId, 'contingency'),
    partOf: [refTo(main)],
    activity: changes.map(({ item }) => ({ detail: { status: 'not-started', description: linesOf(item, exported) } })),
  }
  return [main, change]
}

function activity(listed: Listed, { exported, people }: About) {
  const { item } = listed
  const status = ACTIVITY[choiceOf(exported, listed, 'status') as keyof typeof ACTIVITY] ?? 'unknown'
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
      policyRule: { text: readers.map(({ item }) => linesOf(item, exported)).join('\n\n') },
    },
  ]
}
