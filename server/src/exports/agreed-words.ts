import type { Acting, Answer, Missing } from '@withy/shared/api'
import type { Words } from '@withy/shared/plan'

/** What copies of an agreed version say of how it was agreed. */
export const AGREED = {
  agreedOn: { en: 'Agreed on', cy: 'Cytunwyd ar' },
  version: { en: 'Version', cy: 'Fersiwn' },
  code: { en: 'Code', cy: 'Cod' },
  check: {
    en: 'Did somebody change this copy? To find out, open “Check a copy” in Withy and type the code.',
    cy: 'A newidiodd rhywun y copi hwn? I gael gwybod, agorwch “Gwirio copi” yn Withy a theipiwch y cod.',
  },
  who: { en: 'Who said what to this plan', cy: 'Beth ddywedodd pobl am y cynllun hwn' },
  name: { en: 'Name', cy: 'Enw' },
  voice: { en: 'Who they are here', cy: 'Pwy ydyn nhw yma' },
  said: { en: 'What they said', cy: 'Beth ddywedon nhw' },
  words: { en: 'Their own words', cy: 'Eu geiriau eu hunain' },
  givenBy: { en: 'Said for them by', cy: 'Dywedwyd drostynt gan' },
  inPlace: { en: 'Said for the person', cy: 'Dywedwyd dros y person' },
  advocate: { en: 'Their advocate was there:', cy: 'Roedd eu heiriolwr yno:' },
  otherWords: {
    en: 'Said before the last words were changed',
    cy: 'Dywedwyd cyn i’r geiriau olaf gael eu newid',
  },
  notAnswered: { en: 'Who was asked and did not answer', cy: 'Pwy gafodd eu holi ac nad atebon nhw' },
  against: { en: 'Who does not agree', cy: 'Pwy sydd ddim yn cytuno' },
  decides: { en: 'Who decides for the person', cy: 'Pwy sy’n penderfynu dros y person' },
  wentOn: { en: 'Why the group went on', cy: 'Pam yr aeth y grŵp ymlaen' },
  missing: { en: 'What was still missing', cy: 'Beth oedd ar goll o hyd' },
  review: { en: 'When we look at this plan again', cy: 'Pryd byddwn ni’n edrych ar y cynllun hwn eto' },
} as const satisfies Record<string, Words>

export const ANSWER: Readonly<Record<Answer, Words>> = {
  agree: { en: 'I agree', cy: 'Rwy’n cytuno' },
  'agree-with': { en: 'I agree, with this said', cy: 'Rwy’n cytuno, gan ddweud hyn' },
  disagree: { en: 'I do not agree, because', cy: 'Nid wyf yn cytuno, oherwydd' },
  'more-time': { en: 'I need more time', cy: 'Mae angen mwy o amser arna i' },
  stop: { en: 'Stop', cy: 'Stop' },
}

export const ACTING: Readonly<Record<Acting, Words>> = {
  supporter: { en: 'supporter', cy: 'cefnogwr' },
  attorney: { en: 'attorney', cy: 'atwrnai' },
  deputy: { en: 'deputy', cy: 'dirprwy' },
  'best-interests': { en: 'best-interests decision', cy: 'penderfyniad lles pennaf' },
}

/** What was still missing, as a line with how often; a number after the words needs no plural form in either language. */
export const MISSING: Readonly<Record<Missing, (count: number) => Words>> = {
  'sections-empty': (n) => ({ en: `Sections with no words: ${n}`, cy: `Adrannau heb eiriau: ${n}` }),
  'fields-empty': (n) => ({ en: `Places still to fill in: ${n}`, cy: `Lleoedd i’w llenwi o hyd: ${n}` }),
  'ideas-unanswered': (n) => ({ en: `Ideas nobody answered: ${n}`, cy: `Syniadau nad atebodd neb: ${n}` }),
  'tests-failed': (n) => ({
    en: `Actions that do not pass the test of working together: ${n}`,
    cy: `Gweithredoedd nad ydynt yn pasio’r prawf gweithio gyda’n gilydd: ${n}`,
  }),
  'no-review-date': () => ({ en: 'No day to look at the plan again', cy: 'Dim diwrnod i edrych ar y cynllun eto' }),
}
