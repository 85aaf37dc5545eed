import type { Words } from '@withy/shared/plan'

/** What copies of an agreed version say of how it was agreed. */
export const AGREED = {
  agreedOn: { en: 'Agreed on', cy: 'Cytunwyd:' },
  version: { en: 'Version', cy: 'Fersiwn' },
  code: { en: 'Code', cy: 'Cod' },
  check: {
    en: 'Is this the newest version? Open “Check a copy” in Withy and type the code. You can check the words of a PDF or a web page there too.',
    cy: 'Ai hwn yw’r fersiwn diweddaraf? Agorwch “Gwirio copi” yn Withy a theipiwch y cod. Gallwch wirio geiriau PDF neu dudalen we yno hefyd.',
  },
  who: { en: 'Who said what to this plan', cy: 'Beth ddywedodd pobl am y cynllun hwn' },
  name: { en: 'Name', cy: 'Enw' },
  voice: { en: 'Who they are here', cy: 'Pwy ydyn nhw yma' },
  said: { en: 'What they said', cy: 'Beth ddywedon nhw' },
  words: { en: 'Their own words', cy: 'Eu geiriau eu hunain' },
  /** Who took their answer back did answer. */
  notAnswered: {
    en: 'Who was asked, with no answer when it was sealed',
    cy: 'Pwy gafodd eu holi, heb ateb pan seliwyd y cynllun',
  },
  against: { en: 'Who does not agree', cy: 'Pwy sydd ddim yn cytuno' },
  decides: { en: 'Who decides for the person', cy: 'Pwy sy’n penderfynu dros y person' },
  /** Over a stop: `{name}` sealed it, and nobody else answers for that (SPEC AGREE-13). */
  wentOn: { en: 'Why {name} went on', cy: 'Pam yr aeth {name} ymlaen' },
  missing: { en: 'What was still missing', cy: 'Beth oedd ar goll o hyd' },
  review: { en: 'When we look at this plan again', cy: 'Pryd y byddwn ni’n edrych ar y cynllun hwn eto' },
} as const satisfies Record<string, Words>
