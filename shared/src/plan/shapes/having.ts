import type { ItemShape } from '../catalogue.ts'
import { say } from '../wording.ts'
import { choice, line, lines, option, someone } from './fields.ts'

/** Something good that is there already. */
export const asset: ItemShape = {
  id: 'asset',
  name: say('good thing we have', 'peth da sydd gennym'),
  add: say('Add a good thing', 'Ychwanegu peth da'),
  fields: [
    line('what', say('What it is', 'Beth ydyw')),
    choice('kind', say('What kind', 'Pa fath'), [
      option('people', say('People and skills', 'Pobl a sgiliau')),
      option('groups', say('Groups', 'Grwpiau')),
      option('places', say('Places', 'Lleoedd')),
      option('businesses', say('Businesses', 'Busnesau')),
      option('services', say('Services', 'Gwasanaethau')),
      option('money', say('Money', 'Arian')),
      option('culture', say('Culture and pride', 'Diwylliant a balchder')),
    ]),
    line('where', say('Where it is', 'Ble mae')),
    ...someone('keeper', say('Who looks after it', 'Pwy sy’n gofalu amdano')),
    lines('note', say('Anything else to know', 'Unrhyw beth arall i’w wybod')),
  ],
}

/** What people like about somebody, or what they are good at. */
export const strength: ItemShape = {
  id: 'strength',
  name: say('strength', 'cryfder'),
  add: say('Add a strength', 'Ychwanegu cryfder'),
  fields: [line('what', say('What it is', 'Beth ydyw')), line('says', say('Who says so', 'Pwy sy’n dweud hynny'))],
}

/** What somebody needs, and what the council says about it (Care Act 2014 s.25). */
export const need: ItemShape = {
  id: 'need',
  name: say('need', 'angen'),
  add: say('Add a need', 'Ychwanegu angen'),
  fields: [
    line('what', say('What I need', 'Beth sydd ei angen arnaf')),
    choice('eligible', say('Must the council help?', 'Oes rhaid i’r cyngor helpu?'), [
      option('yes', say('Yes, the council must help', 'Oes, rhaid i’r cyngor helpu')),
      option('no', say('No, but I still need it', 'Nac oes, ond mae ei angen arnaf o hyd')),
      option('not-decided', say('Not decided yet', 'Heb benderfynu eto')),
    ]),
    lines('how-met', say('How it will be met', 'Sut bydd yn cael ei ddiwallu')),
    line('outcome', say('What will be better for me', 'Beth fydd yn well i mi')),
  ],
}

/** Money for support: a personal budget, and how it is paid. */
export const money: ItemShape = {
  id: 'money',
  name: say('sum of money', 'swm o arian'),
  add: say('Add some money', 'Ychwanegu arian'),
  fields: [
    line('what', say('What the money is', 'Beth yw’r arian')),
    choice('kind', say('What kind', 'Pa fath'), [
      option('personal-budget', say('Personal budget', 'Cyllideb bersonol')),
      option('direct-payment', say('Direct payment', 'Taliad uniongyrchol')),
      option('other', say('Other money', 'Arian arall')),
    ]),
    line('amount', say('How much', 'Faint')),
    choice('how-often', say('How often it comes', 'Pa mor aml mae’n dod'), [
      option('week', say('Every week', 'Bob wythnos')),
      option('four-weeks', say('Every four weeks', 'Bob pedair wythnos')),
      option('month', say('Every month', 'Bob mis')),
      option('year', say('Every year', 'Bob blwyddyn')),
      option('once', say('Once', 'Unwaith')),
    ]),
    line('needs', say('Which needs it is for', 'Ar gyfer pa anghenion')),
    ...someone('helper', say('Who helps to look after it', 'Pwy sy’n helpu i ofalu amdano')),
  ],
}
