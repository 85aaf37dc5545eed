import type { Voice } from '@withy/shared/access'
import { DRAFT_WORDS } from '@withy/shared/api'
import { dayOf, type Language, type PlanKind, timeOf, type Words } from '@withy/shared/plan'

/** Every sentence of ours in a plan people take away. People's own words are never here. */
export const OURS = {
  ...DRAFT_WORDS,
  mayChange: { en: 'It can still change.', cy: 'Gall newid o hyd.' },
  contents: { en: 'What is in this plan', cy: 'Beth sydd yn y cynllun hwn' },
  people: { en: 'Who is in this plan', cy: 'Pwy sydd yn y cynllun hwn' },
  asTheySay: {
    en: 'Each person says for themselves who they are here. Nobody checked it.',
    cy: 'Mae pob person yn dweud drosto’i hun pwy ydyw yma. Nid oes neb wedi’i wirio.',
  },
  byCode: { en: 'Came with a code', cy: 'Daeth gyda chod' },
  stillEmpty: { en: 'Still empty:', cy: 'Yn wag o hyd:' },
  noWords: { en: 'No words yet', cy: 'Dim geiriau eto' },
  alsoWritten: { en: 'Also written here', cy: 'Hefyd wedi’i ysgrifennu yma' },
  from: { en: 'Where it came from', cy: 'O ble y daeth' },
  fromIdea: { en: 'From the idea', cy: 'O’r syniad' },
  fromPlan: { en: 'From the plan', cy: 'O’r cynllun' },
  saidBy: { en: 'Said by', cy: 'Dywedwyd gan' },
  saidAndTyped: {
    en: 'Words that one person said and another typed',
    cy: 'Geiriau a ddywedodd un person ac a deipiodd un arall',
  },
  saidAbout: {
    en: 'These words are in the plan. Withy knows who typed them and for whom.',
    cy: 'Mae’r geiriau hyn yn y cynllun. Mae Withy yn gwybod pwy deipiodd nhw ac ar ran pwy.',
  },
  typedBy: { en: 'Typed by', cy: 'Teipiwyd gan' },
  notSaidBy: { en: 'These are not the words of', cy: 'Nid dyma eiriau' },
  typedAlone: { en: 'Typed by this person alone:', cy: 'Teipiwyd gan y person hwn yn unig:' },
  someone: { en: 'someone', cy: 'rhywun' },
  chosenHere: { en: 'What was chosen here', cy: 'Yr hyn a ddewiswyd yma' },
  inWorkshop: { en: 'in the workshop', cy: 'yn y gweithdy' },
  afterWorkshop: { en: 'After the workshop', cy: 'Ar ôl y gweithdy' },
  didItHappen: {
    en: 'Did it happen? We ask this from',
    cy: 'A ddigwyddodd? Rydym yn gofyn hyn o’r diwrnod hwn ymlaen:',
  },
  answerHere: { en: 'Answer here:', cy: 'Atebwch yma:' },
  outOfTen: { en: 'out of 10', cy: 'allan o 10' },
  unplaced: { en: 'Words without a place', cy: 'Geiriau heb le' },
  unplacedAbout: {
    en: 'These words are in the plan too. This Withy does not know where they belong.',
    cy: 'Mae’r geiriau hyn yn y cynllun hefyd. Nid yw’r Withy hwn yn gwybod ble maen nhw’n perthyn.',
  },
  explained: { en: 'Words explained', cy: 'Geiriau wedi’u hesbonio' },
  page: { en: 'Page', cy: 'Tudalen' },
  agreedVersion: { en: 'Agreed version', cy: 'Fersiwn y cytunwyd arno' },
  /** In the name of a file. */
  withComments: { en: 'with comments', cy: 'gyda sylwadau' },
  withCommentsBeside: { en: 'with comments beside the words', cy: 'gyda sylwadau wrth ymyl y geiriau' },
  onlySome: {
    en: 'This copy holds a part of the plan. These are left out:',
    cy: 'Mae’r copi hwn yn dal rhan o’r cynllun. Mae’r rhain wedi’u gadael allan:',
  },
  easyRead: { en: 'Easy Read', cy: 'Hawdd ei Ddeall' },
  easyAlone: {
    en: 'This copy has the easy words of the plan. The whole plan says more.',
    cy: 'Yn y copi hwn mae geiriau hawdd y cynllun. Mae’r cynllun cyfan yn dweud mwy.',
  },
  easyAnswers: {
    en: 'The whole plan also says what each person answered.',
    cy: 'Mae’r cynllun cyfan hefyd yn dweud beth oedd ateb pob person.',
  },
  easySome: { en: 'Some parts are not checked yet.', cy: 'Mae rhai rhannau heb eu gwirio eto.' },
  easyEach: {
    en: 'Each part says who checked it.',
    cy: 'Mae pob rhan yn dweud pwy wnaeth ei gwirio.',
  },
  photo: { en: 'Photo:', cy: 'Llun:' },
  photoUnsaid: {
    en: 'A photo. Nobody has said what it shows.',
    cy: 'Llun. Nid oes neb wedi dweud beth mae’n ei ddangos.',
  },
  photoTaken: { en: 'This photo was taken away.', cy: 'Tynnwyd y llun hwn i ffwrdd.' },
  photoMissing: { en: 'This photo is not here.', cy: 'Nid yw’r llun hwn yma.' },
  photoShowed: { en: 'It showed:', cy: 'Roedd yn dangos:' },
  thisMeans: { en: 'This means', cy: 'Ystyr hyn' },
  noEasyWords: { en: 'These parts have no easy words yet:', cy: 'Does dim geiriau hawdd yn y rhannau hyn eto:' },
} as const satisfies Record<string, Words>

export const KIND: Record<PlanKind, Words> = {
  area: { en: 'A plan about a place', cy: 'Cynllun am le' },
  support: { en: 'A plan about one person', cy: 'Cynllun am un person' },
}

export const VOICE: Record<Voice, Words> = {
  person: { en: 'The person this plan is about', cy: 'Y person y mae’r cynllun hwn amdano' },
  care: { en: 'I use care or support', cy: 'Rwy’n defnyddio gofal neu gymorth' },
  resident: { en: 'I live here', cy: 'Rwy’n byw yma' },
  carer: { en: 'Family or unpaid carer', cy: 'Teulu neu ofalwr di-dâl' },
  professional: { en: 'Professional', cy: 'Gweithiwr proffesiynol' },
  supporter: { en: 'Supporter or advocate', cy: 'Cefnogwr neu eiriolwr' },
  group: { en: 'Community group', cy: 'Grŵp cymunedol' },
}

/** What the plan says of a person beside their name. */
export const aboutPerson = ({ voice, byCode }: { voice: Voice; byCode: boolean }, lang: Language): string =>
  [VOICE[voice][lang], ...(byCode ? [OURS.byCode[lang]] : [])].join(' · ')

/** The moment a plan was taken away, as clocks in Britain show it. */
export const momentInWords = (at: Date, lang: Language): string =>
  [dayOf, timeOf].map((say) => say(lang, at.toISOString())).join(', ')
