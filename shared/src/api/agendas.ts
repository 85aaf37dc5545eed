import { LANGUAGES, type Language, type Words } from '../plan/catalogue.ts'
import type { StepKind } from '../protocol/workshop.ts'
import type { StepWords } from './workshop-commands.ts'
import type { WorkshopShape } from './workshop-lists.ts'

type Prepared = {
  readonly kind: StepKind
  readonly minutes: number
  readonly question?: Words
  readonly section?: string
}

const STRONG: Words = {
  en: 'What do we have here that is good? People, places, groups, skills.',
  cy: 'Beth sydd gennym yma sy’n dda? Pobl, lleoedd, grwpiau, sgiliau.',
}
const FIRST: Words = { en: 'What should we do first?', cy: 'Beth ddylem ei wneud yn gyntaf?' }
const LIVE_WITH: Words = {
  en: 'Can you live with what we have chosen?',
  cy: 'A allwch fyw gyda’r hyn rydym wedi’i ddewis?',
}
const WELL: Words = { en: 'What is going well?', cy: 'Beth sy’n mynd yn dda?' }
const CHANGE: Words = { en: 'What needs to change?', cy: 'Beth sydd angen newid?' }
const PERSON_FIRST: Words = {
  en: 'What matters most? The person this plan is about speaks first.',
  cy: 'Beth sydd bwysicaf? Y person y mae’r cynllun hwn amdano sy’n siarad gyntaf.',
}

/** Ready-made agendas. Each has a break, as nobody listens for two hours; a group changes what it likes. */
const SHAPES: Record<WorkshopShape, readonly Prepared[]> = {
  'area-2-hours': [
    { kind: 'welcome', minutes: 10 },
    { kind: 'look', minutes: 10, section: 'living-map' },
    { kind: 'silent', minutes: 10, question: STRONG, section: 'living-map' },
    { kind: 'gather', minutes: 20, section: 'living-map' },
    { kind: 'break', minutes: 15 },
    { kind: 'dots', minutes: 10, question: FIRST },
    { kind: 'fist', minutes: 10, question: LIVE_WITH },
    { kind: 'write', minutes: 20, section: 'living-map' },
    { kind: 'parking', minutes: 5 },
    { kind: 'closing', minutes: 10 },
  ],
  'area-first-of-three': [
    { kind: 'welcome', minutes: 15 },
    { kind: 'round', minutes: 15 },
    { kind: 'pairs', minutes: 20, question: STRONG, section: 'living-map' },
    { kind: 'gather', minutes: 20, section: 'living-map' },
    { kind: 'break', minutes: 15 },
    { kind: 'look', minutes: 10, section: 'shared-power' },
    { kind: 'write', minutes: 15, section: 'shared-power' },
    { kind: 'closing', minutes: 10 },
  ],
  'support-meeting': [
    { kind: 'welcome', minutes: 5 },
    { kind: 'round', minutes: 10, question: PERSON_FIRST },
    { kind: 'silent', minutes: 10, question: WELL },
    { kind: 'gather', minutes: 10 },
    { kind: 'break', minutes: 10 },
    { kind: 'write', minutes: 20 },
    { kind: 'closing', minutes: 5 },
  ],
  review: [
    { kind: 'welcome', minutes: 5 },
    { kind: 'look', minutes: 10 },
    { kind: 'silent', minutes: 10, question: CHANGE },
    { kind: 'gather', minutes: 15 },
    { kind: 'break', minutes: 10 },
    { kind: 'write', minutes: 15 },
    { kind: 'closing', minutes: 5 },
  ],
  empty: [],
}

/** Dots a person has where nobody says otherwise. */
export const DOTS = 3

/** The steps a shape begins with. `lang`: of the questions; titles are the kinds' own names until somebody gives others. */
export const agendaFor = (shape: WorkshopShape, lang: Language): StepWords[] =>
  SHAPES[shape].map(({ kind, minutes, question, section = null }) => ({
    ...{ kind, minutes, section },
    title: '',
    question: question?.[lang] ?? '',
    dots: DOTS,
  }))

/** The language of a question that is word for word one of ours; null: somebody's own words (SPEC PLAN-137). */
export function readyQuestionIn(question: string): Language | null {
  const ready = Object.values(SHAPES).flatMap((steps) => steps.flatMap((step) => step.question ?? []))
  return LANGUAGES.find((lang) => ready.some((words) => words[lang] === question)) ?? null
}
