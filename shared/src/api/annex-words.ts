import type { Words } from '../plan/catalogue.ts'

/** What an annex says in words of ours, in copies and on pages. `{…}` is filled by `filled`. */
export const ANNEX_WORDS = {
  title: { en: 'Comments and suggested words', cy: 'Sylwadau a geiriau a awgrymwyd' },
  noPart: {
    en: 'This is no part of the plan. It is not part of what people agree to.',
    cy: 'Nid yw hyn yn rhan o’r cynllun. Nid yw’n rhan o’r hyn y mae pobl yn cytuno iddo.',
  },
  beside: {
    en: 'Comments about words of the plan stand beside those words.',
    cy: 'Mae sylwadau am eiriau’r cynllun yn sefyll wrth ymyl y geiriau hynny.',
  },
  asOf: { en: 'As it was on {at}', cy: 'Fel yr oedd ar {at}' },
  nothing: {
    en: 'Nobody has said anything about the plan.',
    cy: 'Nid oes neb wedi dweud dim am y cynllun.',
  },
  comments: { en: 'Comments', cy: 'Sylwadau' },
  suggestions: { en: 'Suggested words', cy: 'Geiriau a awgrymwyd' },
  nowhere: { en: 'Not in the plan any more', cy: 'Nid yw yn y cynllun mwyach' },
  about: { en: 'About “{quote}”', cy: 'Am “{quote}”' },
  aboutAll: { en: 'About {title}', cy: 'Am {title}' },
  aboutGone: {
    en: 'About words that are not there now, as they are quoted here: “{quote}”',
    cy: 'Am eiriau nad ydyn nhw yno nawr, fel y maen nhw wedi’u dyfynnu yma: “{quote}”',
  },
  aboutTakenOut: { en: 'About something that was taken out', cy: 'Am rywbeth a gafodd ei dynnu allan' },
  somebody: { en: 'Somebody', cy: 'Rhywun' },
  /** Who said something, and when. */
  said: { en: '{name}, {at}', cy: '{name}, {at}' },
  meaning: { en: 'Somebody asks what this means.', cy: 'Mae rhywun yn gofyn beth mae hyn yn ei olygu.' },
  removed: { en: 'This comment was removed.', cy: 'Cafodd y sylw hwn ei dynnu.' },
  edited: { en: '(changed later)', cy: '(newidiwyd yn ddiweddarach)' },
  for: { en: '(for {names})', cy: '(i {names})' },
  means: { en: '“{word}” means', cy: 'Ystyr “{word}”' },
  whatBecame: { en: 'What became of it', cy: 'Beth ddaeth ohono' },
  settled: { en: 'Settled by {name}, {at}', cy: 'Wedi’i setlo gan {name}, {at}' },
  unsettled: { en: 'Not settled yet', cy: 'Heb ei setlo eto' },
  suggestedBy: { en: 'Suggested by', cy: 'Awgrymwyd gan' },
  why: { en: 'Why', cy: 'Pam' },
  was: { en: 'In the plan', cy: 'Yn y cynllun' },
  /** The same, of several in one suggestion. */
  wasAt: { en: 'Place {number} of {all}: in the plan', cy: 'Lle {number} o {all}: yn y cynllun' },
  becomes: { en: 'Suggested', cy: 'Awgrymwyd' },
  nothingYet: { en: '(new words)', cy: '(geiriau newydd)' },
  takenOut: { en: '(taken out)', cy: '(wedi’u tynnu allan)' },
  undecided: { en: 'Not decided yet', cy: 'Heb benderfynu eto' },
  needs: { en: 'Not decided yet. It needs a yes from: {names}', cy: 'Heb benderfynu eto. Mae angen ie gan: {names}' },
  accepted: { en: 'These words were used: {name}, {at}', cy: 'Defnyddiwyd y geiriau hyn: {name}, {at}' },
  kept: { en: 'The words were kept: {name}, {at}', cy: 'Cadwyd y geiriau: {name}, {at}' },
  withdrawn: { en: 'Taken back: {name}, {at}', cy: 'Wedi’i dynnu yn ôl: {name}, {at}' },
} as const satisfies Record<string, Words>
