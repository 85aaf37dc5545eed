import { listBox, section, textBox } from '../boxes.ts'
import type { Part } from '../catalogue.ts'
import { say } from '../wording.ts'

export const aboutThisPlan: Part = {
  id: 'about-this-plan',
  title: say('About this plan', 'Am y cynllun hwn'),
  intro: say(
    'Start here. Say which place this is, and what this group can decide.',
    'Dechreuwch yma. Dywedwch pa le yw hwn, a beth gall y grŵp hwn ei benderfynu.',
  ),
  source: 'ours',
  sections: [
    section({
      id: 'place',
      title: say('Our place', 'Ein lle ni'),
      question: say(
        'Which place is this plan about? Where are its real edges?',
        'Am ba le mae’r cynllun hwn? Ble mae ei ffiniau go iawn?',
      ),
      features: ['neighbourhoods'],
      boxes: [
        textBox(
          'where',
          say('The place', 'Y lle'),
          say('What do people call this place?', 'Beth mae pobl yn galw’r lle hwn?'),
        ),
        textBox(
          'edges',
          say('Its real edges', 'Ei ffiniau go iawn'),
          say(
            'Where does it start and stop for the people who live here?',
            'Ble mae’n dechrau ac yn gorffen i’r bobl sy’n byw yma?',
          ),
          {
            hint: say('It may not be the line on the council’s map.', 'Efallai nad y llinell ar fap y cyngor yw hi.'),
          },
        ),
      ],
    }),
    section({
      id: 'our-story',
      title: say('Our shared story', 'Ein stori ni gyda’n gilydd'),
      question: say('What is our story, in one paragraph?', 'Beth yw ein stori, mewn un paragraff?'),
      features: ['shared-story'],
      boxes: [
        textBox(
          'story',
          say('Our story', 'Ein stori'),
          say('What is life like here when it is good?', 'Sut fywyd sydd yma pan fydd pethau’n dda?'),
          {
            hint: say(
              'Use words that everyone here would use.',
              'Defnyddiwch eiriau y byddai pawb yma yn eu defnyddio.',
            ),
          },
        ),
      ],
    }),
    section({
      id: 'power',
      title: say('What we can decide', 'Beth gallwn ni ei benderfynu'),
      question: say('What is ours to decide, and what is not?', 'Beth sydd i ni ei benderfynu, a beth sydd ddim?'),
      hint: say(
        'Be honest here. It saves people from false hope.',
        'Byddwch yn onest yma. Mae’n arbed pobl rhag gobaith gwag.',
      ),
      features: ['shared-power'],
      boxes: [
        textBox(
          'decide',
          say('We can decide', 'Gallwn benderfynu'),
          say('What can this group decide for itself?', 'Beth gall y grŵp hwn ei benderfynu drosto’i hun?'),
        ),
        textBox(
          'advise',
          say('We advise on', 'Rydym yn cynghori ar'),
          say(
            'Where do others decide, but must hear from us?',
            'Ble mae eraill yn penderfynu, ond yn gorfod clywed gennym ni?',
          ),
        ),
        textBox(
          'cannot-change',
          say('We cannot change', 'Ni allwn newid'),
          say('What is outside our reach?', 'Beth sydd y tu hwnt i’n gallu?'),
        ),
        textBox(
          'decided',
          say('Already decided', 'Wedi’i benderfynu’n barod'),
          say(
            'What was decided before we started, and by whom?',
            'Beth gafodd ei benderfynu cyn i ni ddechrau, a gan bwy?',
          ),
        ),
      ],
    }),
    section({
      id: 'who-takes-part',
      title: say('Who has taken part', 'Pwy sydd wedi cymryd rhan'),
      question: say(
        'Who has taken part, and who has not yet?',
        'Pwy sydd wedi cymryd rhan, a phwy sydd heb wneud eto?',
      ),
      features: ['everyone-included'],
      boxes: [
        listBox(
          'taken-part',
          'taking-part',
          say('They have taken part', 'Maen nhw wedi cymryd rhan'),
          say('Who has helped to make this plan, and how?', 'Pwy sydd wedi helpu i wneud y cynllun hwn, a sut?'),
        ),
        listBox(
          'not-yet',
          'taking-part',
          say('Not yet', 'Ddim eto'),
          say(
            'Who have we not heard from? How could they join?',
            'Gan bwy dydyn ni ddim wedi clywed eto? Sut gallen nhw ymuno?',
          ),
        ),
      ],
    }),
  ],
}
