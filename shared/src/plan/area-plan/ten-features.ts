import type { Part } from '../catalogue.ts'
import { type AskedOfAll, featureSections } from '../feature-sections.ts'
import { say } from '../wording.ts'

/** What a group asks about each feature, at the scale of its area. */
const ASKED: AskedOfAll<'have' | 'want' | 'do' | 'know'> = {
  'living-map': {
    question: say(
      'What do we have here? Who keeps the map right?',
      'Beth sydd gennym yma? Pwy sy’n cadw’r map yn gywir?',
    ),
    have: say('What good things are here already?', 'Pa bethau da sydd yma’n barod?'),
    want: say('What would a good map of this place show?', 'Beth fyddai map da o’r lle hwn yn ei ddangos?'),
    do: say('What will we do to keep the map right?', 'Beth wnawn ni i gadw’r map yn gywir?'),
    know: say('How will we know the map is right?', 'Sut byddwn yn gwybod bod y map yn gywir?'),
  },
  'shared-power': {
    question: say(
      'What can residents decide? What is only advice?',
      'Beth gall trigolion ei benderfynu? Beth sy’n gyngor yn unig?',
    ),
    have: say('Where do residents have a say now?', 'Ble mae gan drigolion lais nawr?'),
    want: say('What should we decide together?', 'Beth ddylem ei benderfynu gyda’n gilydd?'),
    do: say('What will we do to share power?', 'Beth wnawn ni i rannu grym?'),
    know: say('What would show that power is shared?', 'Beth fyddai’n dangos bod grym yn cael ei rannu?'),
  },
  'connection-test': {
    question: say('Which services pass? Which need to change?', 'Pa wasanaethau sy’n pasio? Pa rai sydd angen newid?'),
    have: say(
      'Which services connect people, and which do not?',
      'Pa wasanaethau sy’n cysylltu pobl, a pha rai sydd ddim?',
    ),
    want: say('What would a service that connects people be like?', 'Sut beth fyddai gwasanaeth sy’n cysylltu pobl?'),
    do: say('What will we try or change?', 'Beth fyddwn ni’n ei dreialu neu ei newid?'),
    know: say('How would people tell us that it works?', 'Sut byddai pobl yn dweud wrthym ei fod yn gweithio?'),
  },
  'social-value': {
    question: say('What should every contract promise here?', 'Beth ddylai pob contract ei addo yma?'),
    have: say(
      'Who does good here with the money they get?',
      'Pwy sy’n gwneud lles yma gyda’r arian maen nhw’n ei gael?',
    ),
    want: say('What good should public money do here?', 'Pa les ddylai arian cyhoeddus ei wneud yma?'),
    do: say('What will we ask of contracts and grants?', 'Beth ofynnwn ni gan bob contract a grant?'),
    know: say('How will we see that promises are kept?', 'Sut byddwn yn gweld bod addewidion yn cael eu cadw?'),
  },
  'community-enterprise': {
    question: say('What kinds of support are missing?', 'Pa fathau o gymorth sydd ar goll?'),
    have: say('Who offers support here now?', 'Pwy sy’n cynnig cymorth yma nawr?'),
    want: say('What would people like to choose from?', 'O ba bethau yr hoffai pobl ddewis?'),
    do: say('What will we do to help new things start?', 'Beth wnawn ni i helpu pethau newydd i ddechrau?'),
    know: say('What choices would people have?', 'Pa ddewisiadau fyddai gan bobl?'),
  },
  'shared-ownership': {
    question: say('What could we own or run together?', 'Beth allem ei berchnogi neu ei redeg gyda’n gilydd?'),
    have: say('What do we own or run together now?', 'Beth rydym ni’n ei berchnogi neu’n ei redeg gyda’n gilydd nawr?'),
    want: say('What would we like to own or run?', 'Beth hoffem ei berchnogi neu ei redeg?'),
    do: say('What will we do to get there?', 'Beth wnawn ni i gyrraedd yno?'),
    know: say('What would show that it is ours?', 'Beth fyddai’n dangos mai ni biau hyn?'),
  },
  neighbourhoods: {
    question: say(
      'Where are our real neighbourhoods? Who connects people?',
      'Ble mae ein cymdogaethau go iawn? Pwy sy’n cysylltu pobl?',
    ),
    have: say(
      'Which places feel like ours? Who brings people together?',
      'Pa leoedd sy’n teimlo fel ein rhai ni? Pwy sy’n dod â phobl ynghyd?',
    ),
    want: say('What would help people here know each other?', 'Beth fyddai’n helpu pobl yma i adnabod ei gilydd?'),
    do: say('What will we do to connect people?', 'Beth wnawn ni i gysylltu pobl?'),
    know: say('How will we know that people are connected?', 'Sut byddwn yn gwybod bod pobl wedi’u cysylltu?'),
  },
  'everyone-included': {
    question: say('Who is not in the room?', 'Pwy sydd ddim yn yr ystafell?'),
    have: say('What helps people take part here?', 'Beth sy’n helpu pobl i gymryd rhan yma?'),
    want: say('Who is missing? What would help them lead?', 'Pwy sydd ar goll? Beth fyddai’n eu helpu i arwain?'),
    do: say('What will we do so nobody is left out?', 'Beth wnawn ni fel nad oes neb yn cael ei adael allan?'),
    know: say('How will we know that everyone can take part?', 'Sut byddwn yn gwybod bod pawb yn gallu cymryd rhan?'),
  },
  'shared-story': {
    question: say('What is a good life here? How would we see it?', 'Beth yw bywyd da yma? Sut byddem yn ei weld?'),
    have: say('What good stories do we tell about this place?', 'Pa straeon da rydym yn eu hadrodd am y lle hwn?'),
    want: say('What should every service here work towards?', 'At beth ddylai pob gwasanaeth yma weithio?'),
    do: say('What will we do to share our story?', 'Beth wnawn ni i rannu ein stori?'),
    know: say('What one thing will we all count?', 'Pa un peth fyddwn ni i gyd yn ei gyfrif?'),
  },
  'social-action': {
    question: say('What do helpers need back?', 'Beth sydd ei angen ar helpwyr yn ôl?'),
    have: say('Who helps here now, and how?', 'Pwy sy’n helpu yma nawr, a sut?'),
    want: say('What would be fair to people who help?', 'Beth fyddai’n deg i bobl sy’n helpu?'),
    do: say('What will we do for people who help?', 'Beth wnawn ni dros bobl sy’n helpu?'),
    know: say('How will we know that helping feels fair?', 'Sut byddwn yn gwybod bod helpu’n teimlo’n deg?'),
  },
}

const TITLES = {
  have: say('Have', 'Sydd gennym'),
  want: say('Want', 'Hoffem'),
  do: say('Do', 'Gwnawn'),
  know: say('Know', 'Gwyddom'),
}

/** Ten sections, one a feature, each with the same four boxes [PLAN-52]. */
export const tenFeatures: Part = {
  id: 'ten-features',
  title: say('The ten features', 'Y deg nodwedd'),
  intro: say(
    'Each one asks: what we have, want, will do, and how we know.',
    'Mae pob un yn gofyn: beth sydd gennym, a hoffem, a wnawn, a sut gwyddom.',
  ),
  source: 'ours',
  sections: featureSections(ASKED, TITLES),
}
