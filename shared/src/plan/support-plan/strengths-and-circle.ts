import { listBox, section } from '../boxes.ts'
import type { Part } from '../catalogue.ts'
import { say } from '../wording.ts'

export const strengthsAndCircle: Part = {
  id: 'strengths-and-circle',
  title: say('My strengths and circle', 'Fy nghryfderau a fy nghylch'),
  source: 'ours',
  sections: [
    section({
      id: 'strengths',
      title: say('My strengths', 'Fy nghryfderau'),
      question: say(
        'What do people like about you? What are you good at?',
        'Beth mae pobl yn ei hoffi amdanoch chi? Beth rydych chi’n dda am ei wneud?',
      ),
      features: ['living-map'],
      boxes: [
        listBox(
          'strengths',
          'strength',
          say('What I am good at', 'Beth rwy’n dda am ei wneud'),
          say('What are you good at?', 'Beth rydych chi’n dda am ei wneud?'),
          {
            hint: say(
              'Ask people who like you. They often know.',
              'Gofynnwch i bobl sy’n eich hoffi. Maen nhw’n aml yn gwybod.',
            ),
          },
        ),
      ],
    }),
    section({
      id: 'circle',
      title: say('The people around me', 'Y bobl o fy nghwmpas'),
      question: say(
        'Who is around you, and what does each one do?',
        'Pwy sydd o’ch cwmpas, a beth mae pob un yn ei wneud?',
      ),
      features: ['neighbourhoods'],
      boxes: [
        listBox(
          'people',
          'person',
          say('My circle', 'Fy nghylch'),
          say(
            'Who helps, visits, rings or laughs with you?',
            'Pwy sy’n helpu, yn ymweld, yn ffonio neu’n chwerthin gyda chi?',
          ),
        ),
      ],
    }),
  ],
}
