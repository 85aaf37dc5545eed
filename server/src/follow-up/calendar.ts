import type { Language, PlanAction, Words } from '@withy/shared/plan'
import ical, { ICalEventTransparency } from 'ical-generator'
import { seen } from '../http/visible-text.ts'

export type CalendarDay = {
  readonly workshop: string
  /** YYYY-MM-DD */
  readonly dueOn: string
  /** ms since 1970 */
  readonly askedAt: number
  /** Of the plan. */
  readonly title: string
  readonly actions: readonly PlanAction[]
  /** Where it is answered. */
  readonly address: string
  readonly lang: Language
}

/** What a calendar shows of an action, and of how many: the plan has all of it. */
const SIGNS = 160
const ACTIONS = 40

const OURS = {
  asks: { en: 'Did it happen?', cy: 'A ddigwyddodd?' },
  about: {
    en: 'Six weeks ago we met in a workshop. Look at what we said we would do, and say: did it happen?',
    cy: 'Chwe wythnos yn ôl fe wnaethom gyfarfod mewn gweithdy. Edrychwch ar beth ddywedom y byddem yn ei wneud, a dywedwch: a ddigwyddodd?',
  },
  more: { en: 'More actions are in the plan.', cy: 'Mae rhagor o weithredoedd yn y cynllun.' },
  answer: { en: 'Answer here:', cy: 'Atebwch yma:' },
  unknown: {
    en: 'If your device is not known there, open your private link first.',
    cy: 'Os nad yw eich dyfais yn hysbys yno, agorwch eich dolen breifat yn gyntaf.',
  },
  noWords: { en: 'No words yet', cy: 'Dim geiriau eto' },
} as const satisfies Record<string, Words>

/**
 * One day in a calendar (RFC 5545), on which a workshop's "did it happen?" is asked. It is made of what is stored and never of the
 * clock: the same state gives the same bytes, and a calendar that has it already takes it for the same event (SPEC WORK-117).
 */
export function calendarOf({ workshop, dueOn, askedAt, title, actions, address, lang }: CalendarDay): string {
  const calendar = ical({ prodId: { company: 'Withy', product: 'Did it happen', language: lang.toUpperCase() } })
  calendar.createEvent({
    id: `did-it-happen-${workshop}@withy`,
    stamp: new Date(askedAt),
    start: new Date(dueOn),
    allDay: true,
    // A day to remember, and no day that is taken.
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: [OURS.asks[lang], seen(title)].filter(Boolean).join(' '),
    description: [
      OURS.about[lang],
      '',
      ...actions.slice(0, ACTIONS).map(({ what }) => `- ${shortened(seen(what)) || OURS.noWords[lang]}`),
      ...(actions.length > ACTIONS ? [OURS.more[lang]] : []),
      '',
      `${OURS.answer[lang]} ${address}`,
      OURS.unknown[lang],
    ].join('\n'),
    url: address,
  })
  // Every line of the format ends so, the last too.
  return `${calendar.toString().trimEnd()}\r\n`
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

function shortened(words: string): string {
  const all = Array.from(signs.segment(words), ({ segment }) => segment)
  return all.length > SIGNS ? `${all.slice(0, SIGNS - 1).join('')}…` : words
}
