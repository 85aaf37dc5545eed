import { listBox, section } from '../boxes.ts'
import type { Part } from '../catalogue.ts'
import { say } from '../wording.ts'

export const keepingItTrue: Part = {
  id: 'keeping-it-true',
  title: say('Keeping it true', 'Cadw’r cynllun yn wir'),
  intro: say(
    'A plan is only good if people come back to it.',
    'Dim ond os bydd pobl yn dod yn ôl ato y mae cynllun yn dda.',
  ),
  source: 'ours',
  sections: [
    section({
      id: 'not-agreed',
      title: say('What we do not agree about', 'Beth nad ydym yn cytuno arno'),
      question: say('What do we see differently?', 'Beth ydym ni’n ei weld yn wahanol?'),
      hint: say(
        'It is all right not to agree. These words stay in every copy.',
        'Mae’n iawn peidio â chytuno. Mae’r geiriau hyn yn aros ym mhob copi.',
      ),
      features: ['shared-power'],
      boxes: [
        listBox(
          'disagreements',
          'disagreement',
          say('Not agreed', 'Heb gytuno'),
          say('What is it about, and who sees it how?', 'Am beth mae’r anghytuno, a phwy sy’n gweld beth?'),
        ),
      ],
    }),
    section({
      id: 'review',
      title: say('When we look at it again', 'Pryd byddwn yn edrych arno eto'),
      question: say(
        'When will we look at this plan again? Who makes sure?',
        'Pryd byddwn yn edrych ar y cynllun hwn eto? Pwy sy’n sicrhau hynny?',
      ),
      hint: say('Look again after six weeks: did it happen?', 'Edrychwch eto ar ôl chwe wythnos: a ddigwyddodd?'),
      boxes: [
        listBox(
          'reviews',
          'review',
          say('Dates to look again', 'Dyddiadau i edrych eto'),
          say('When, and who makes sure it happens?', 'Pryd, a phwy sy’n sicrhau ei fod yn digwydd?'),
        ),
      ],
    }),
  ],
}
