import type { Part } from '../catalogue.ts'
import { type AskedOfAll, featureSections } from '../feature-sections.ts'
import { say } from '../wording.ts'

/** What a person is asked about each feature, at the scale of their own life. */
const ASKED: AskedOfAll<'have' | 'want' | 'do'> = {
  'living-map': {
    question: say(
      'What and who is near you? What do you bring?',
      'Beth a phwy sy’n agos atoch? Beth rydych chi’n ei gynnig?',
    ),
    have: say('Which good places and people are near you?', 'Pa leoedd a phobl dda sy’n agos atoch?'),
    want: say('What would you like to find or know?', 'Beth hoffech chi ddod o hyd iddo neu ei wybod?'),
    do: say('What will you do to find out?', 'Beth wnewch chi i gael gwybod?'),
  },
  'shared-power': {
    question: say(
      'What do you decide? Who decides with you?',
      'Beth rydych chi’n ei benderfynu? Pwy sy’n penderfynu gyda chi?',
    ),
    have: say('What do you decide now?', 'Beth rydych chi’n ei benderfynu nawr?'),
    want: say('What do you want more say in?', 'Ym mha beth rydych chi eisiau mwy o lais?'),
    do: say('What will be done so that you decide?', 'Beth fydd yn cael ei wneud fel mai chi sy’n penderfynu?'),
  },
  'connection-test': {
    question: say('Does your support connect you to people?', 'Ydy eich cymorth yn eich cysylltu â phobl?'),
    have: say('What connects you to people now?', 'Beth sy’n eich cysylltu â phobl nawr?'),
    want: say('What should connect you better?', 'Beth ddylai eich cysylltu’n well?'),
    do: say('What will you change?', 'Beth wnewch chi ei newid?'),
  },
  'social-value': {
    question: say(
      'Does the money for your support help where you live?',
      'Ydy’r arian ar gyfer eich cymorth yn helpu lle rydych chi’n byw?',
    ),
    have: say('Where does the money do good near you now?', 'Ble mae’r arian yn gwneud lles yn agos atoch nawr?'),
    want: say('Where would you like the money to go?', 'I ble hoffech chi i’r arian fynd?'),
    do: say('What will you buy or do near home?', 'Beth wnewch chi ei brynu neu ei wneud yn agos at gartref?'),
  },
  'community-enterprise': {
    question: say(
      'What different kinds of support could you choose?',
      'Pa wahanol fathau o gymorth gallech chi eu dewis?',
    ),
    have: say('What is there to choose from near you?', 'Beth sydd i ddewis ohono yn agos atoch?'),
    want: say('What would you like to choose?', 'Beth hoffech chi ei ddewis?'),
    do: say('What will you do to choose it?', 'Beth wnewch chi i’w ddewis?'),
  },
  'shared-ownership': {
    question: say('What do you help to run or own?', 'Beth rydych chi’n helpu i’w redeg neu ei berchnogi?'),
    have: say('What do you help to run now?', 'Beth rydych chi’n helpu i’w redeg nawr?'),
    want: say('What would you like to help run?', 'Beth hoffech chi helpu i’w redeg?'),
    do: say('What will you do to start?', 'Beth wnewch chi i ddechrau?'),
  },
  neighbourhoods: {
    question: say(
      'Who knows you here? Who would you like to know?',
      'Pwy sy’n eich adnabod yma? Pwy hoffech chi ei adnabod?',
    ),
    have: say('Who knows you here?', 'Pwy sy’n eich adnabod yma?'),
    want: say('Who would you like to know?', 'Pwy hoffech chi ei adnabod?'),
    do: say('What will you do to meet them?', 'Beth wnewch chi i gwrdd â nhw?'),
  },
  'everyone-included': {
    question: say(
      'What gets in your way, and what helps you take part?',
      'Beth sy’n eich rhwystro, a beth sy’n eich helpu i gymryd rhan?',
    ),
    have: say('What helps you take part?', 'Beth sy’n eich helpu i gymryd rhan?'),
    want: say('What gets in your way? What should change?', 'Beth sy’n eich rhwystro? Beth ddylai newid?'),
    do: say('What will be done about it?', 'Beth fydd yn cael ei wneud am hynny?'),
  },
  'shared-story': {
    question: say(
      'What is your story, in your words? What should everyone work towards?',
      'Beth yw eich stori, yn eich geiriau chi? At beth ddylai pawb weithio?',
    ),
    have: say('What are you proud of?', 'Beth rydych chi’n falch ohono?'),
    want: say(
      'What is your story? What should everyone work towards?',
      'Beth yw eich stori? At beth ddylai pawb weithio?',
    ),
    do: say('What will you do to tell your story?', 'Beth wnewch chi i adrodd eich stori?'),
  },
  'social-action': {
    question: say('What do you give, or want to give?', 'Beth rydych chi’n ei roi, neu eisiau ei roi?'),
    have: say('What do you give to others now?', 'Beth rydych chi’n ei roi i eraill nawr?'),
    want: say('What would you like to give, or get back?', 'Beth hoffech chi ei roi, neu ei gael yn ôl?'),
    do: say('What will you do next?', 'Beth wnewch chi nesaf?'),
  },
}

const TITLES = { have: say('Have', 'Sydd gen i'), want: say('Want', 'Hoffwn'), do: say('Do', 'Gwnaf') }

/** The ten features at one person's scale, folded so that nobody meets ten empty sections [PLAN-55]. */
export const myPart: Part = {
  id: 'my-part',
  title: say('My place and my part', 'Fy lle a fy rhan i'),
  intro: say(
    'How you and the place you live help each other. Open only what you want.',
    'Sut rydych chi a’r lle rydych chi’n byw yn helpu eich gilydd. Agorwch beth a fynnwch.',
  ),
  folded: true,
  source: 'ours',
  sections: featureSections(ASKED, TITLES),
}
