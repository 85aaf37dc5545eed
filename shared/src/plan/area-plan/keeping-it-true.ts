import type { Part } from '../catalogue.ts'
import { notAgreed, review } from '../closing-sections.ts'
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
    notAgreed({
      question: say('What do we see differently?', 'Beth ydym ni’n ei weld yn wahanol?'),
      features: ['shared-power'],
    }),
    review({
      question: say(
        'When will we look at this plan again? Who makes sure?',
        'Pryd byddwn yn edrych ar y cynllun hwn eto? Pwy sy’n sicrhau hynny?',
      ),
      hint: say('Look again after six weeks: did it happen?', 'Edrychwch eto ar ôl chwe wythnos: a ddigwyddodd?'),
    }),
  ],
}
