import type { Words } from '../plan/index.ts'
import type { Acting, Answer, Deciding } from './agreement-words.ts'
import type { Missing } from './seal.ts'

// What people choose from on pages and what copies print of it: one list, so that nobody reads other words than were given
// (SPEC EXPORT-71). `{name}` and `{count}` are filled by `filled`.

export const ANSWER_WORDS: Readonly<Record<Answer, Words>> = {
  agree: { en: 'I agree', cy: 'Rwy’n cytuno' },
  'agree-with': { en: 'I agree, with this said', cy: 'Rwy’n cytuno, gan ddweud hyn' },
  disagree: { en: 'I do not agree, because', cy: 'Nid wyf yn cytuno, oherwydd' },
  'more-time': { en: 'I need more time', cy: 'Mae angen mwy o amser arnaf' },
  stop: { en: 'Stop – not like this', cy: 'Stop – nid fel hyn' },
}

/** Who gave somebody's answer. */
export const THROUGH_WORDS: Readonly<Record<Acting, Words>> = {
  supporter: { en: '{name} passed this on for them', cy: 'Pasiodd {name} hyn ymlaen ar eu rhan' },
  attorney: {
    en: '{name} said this for them, as their attorney',
    cy: 'Dywedodd {name} hyn drostynt, fel eu hatwrnai',
  },
  deputy: { en: '{name} said this for them, as their deputy', cy: 'Dywedodd {name} hyn drostynt, fel eu dirprwy' },
  'best-interests': {
    en: '{name} said this for them, in their best interests',
    cy: 'Dywedodd {name} hyn drostynt, er eu lles pennaf',
  },
}

/** As what somebody answered in the place of a person who is not in the plan: in their own name, so that nobody else is named. */
export const IN_PLACE_WORDS: Readonly<Record<Deciding, Words>> = {
  attorney: { en: 'Said for the person, as their attorney', cy: 'Dywedwyd dros y person, fel eu hatwrnai' },
  deputy: { en: 'Said for the person, as their deputy', cy: 'Dywedwyd dros y person, fel eu dirprwy' },
  'best-interests': {
    en: 'Said for the person, in their best interests',
    cy: 'Dywedwyd dros y person, er eu lles pennaf',
  },
}

/** Who decides for a person who cannot. */
export const DECIDES_WORDS: Readonly<Record<Deciding, Words>> = {
  attorney: {
    en: '{name} decides for the person, as their attorney.',
    cy: 'Mae {name} yn penderfynu dros y person, fel eu hatwrnai.',
  },
  deputy: {
    en: '{name} decides for the person, as their deputy.',
    cy: 'Mae {name} yn penderfynu dros y person, fel eu dirprwy.',
  },
  'best-interests': {
    en: '{name} decides for the person, in their best interests.',
    cy: 'Mae {name} yn penderfynu dros y person, er eu lles pennaf.',
  },
}

export const ADVOCATE_WORDS: Words = { en: 'With an advocate: {name}', cy: 'Gydag eiriolwr: {name}' }

/** Of an answer that was passed on, until they say that it is right (SPEC AGREE-58). */
export const UNCONFIRMED_WORDS: Words = {
  en: 'They have not said themselves that this is right.',
  cy: 'Nid ydynt wedi dweud eu hunain bod hyn yn gywir.',
}

/** Of an answer of somebody who is not in the plan any more (SPEC AGREE-59). */
export const LEFT_WORDS: Words = { en: 'They have left the plan.', cy: 'Maent wedi gadael y cynllun.' }

export const EARLIER_WORDS: Words = {
  en: 'This was said to earlier words. The plan has changed since.',
  cy: 'Dywedwyd hyn am eiriau cynharach. Mae’r cynllun wedi newid ers hynny.',
}

/** What is still missing, with how often: a number after the words needs no plural form in either language. */
export const MISSING_WORDS: Readonly<Record<Missing, Words>> = {
  'sections-empty': { en: 'Sections that are still empty: {count}', cy: 'Adrannau sy’n dal yn wag: {count}' },
  'fields-empty': { en: 'Places still to fill in: {count}', cy: 'Lleoedd i’w llenwi o hyd: {count}' },
  'ideas-unanswered': { en: 'Ideas nobody answered: {count}', cy: 'Syniadau nad atebodd neb: {count}' },
  'tests-failed': {
    en: 'Actions that do not pass the test of working together: {count}',
    cy: 'Gweithredoedd nad ydynt yn pasio’r prawf gweithio gyda’n gilydd: {count}',
  },
  'no-review-date': { en: 'No day to look at the plan again', cy: 'Dim diwrnod i edrych ar y cynllun eto' },
}

/** These words in both languages with what they are filled with; `$&` in a name is a name. */
export const filled = (words: Words, values: Readonly<Record<string, string | number>>): Words => {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole))
  return { en: fill(words.en), cy: fill(words.cy) }
}
