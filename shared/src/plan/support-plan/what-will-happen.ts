import { listBox, section, textBox } from '../boxes.ts'
import type { Part } from '../catalogue.ts'
import { say } from '../wording.ts'

export const whatWillHappen: Part = {
  id: 'what-will-happen',
  title: say('What will happen', 'Beth fydd yn digwydd'),
  source: 'ours',
  sections: [
    section({
      id: 'working',
      title: say('What is working and not working', 'Beth sy’n gweithio a beth sydd ddim'),
      question: say('What goes well for you now? What does not?', 'Beth sy’n mynd yn dda i chi nawr? Beth sydd ddim?'),
      features: ['connection-test'],
      boxes: [
        textBox(
          'working',
          say('Working', 'Yn gweithio'),
          say('What should stay as it is?', 'Beth ddylai aros fel y mae?'),
        ),
        textBox(
          'not-working',
          say('Not working', 'Ddim yn gweithio'),
          say('What should change?', 'Beth ddylai newid?'),
        ),
      ],
    }),
    section({
      id: 'goals',
      title: say('Goals and hopes', 'Nodau a gobeithion'),
      question: say('What do you hope for?', 'Beth rydych chi’n gobeithio amdano?'),
      boxes: [
        listBox(
          'goals',
          'goal',
          say('My goals', 'Fy nodau'),
          say('What would you like to happen in your life?', 'Beth hoffech chi iddo ddigwydd yn eich bywyd?'),
        ),
        listBox(
          'serves',
          'asset',
          say('What could help', 'Beth allai helpu'),
          say('What good thing near you could help with this?', 'Pa beth da yn agos atoch allai helpu gyda hyn?'),
        ),
      ],
    }),
    section({
      id: 'actions',
      title: say('Actions', 'Gweithredoedd'),
      question: say('Who will do what, and by when?', 'Pwy fydd yn gwneud beth, ac erbyn pryd?'),
      boxes: [
        listBox(
          'actions',
          'action',
          say('What we will do', 'Beth wnawn ni'),
          say('What will happen next, and who will do it?', 'Beth fydd yn digwydd nesaf, a phwy fydd yn ei wneud?'),
        ),
      ],
    }),
    section({
      id: 'money',
      title: say('Money', 'Arian'),
      question: say('What money is there for your support?', 'Pa arian sydd ar gyfer eich cymorth?'),
      hint: say(
        'A personal budget is money the council sets for you. A direct payment is paid to you.',
        'Cyllideb bersonol yw arian y mae’r cyngor yn ei bennu i chi. Mae taliad uniongyrchol yn dod atoch chi.',
      ),
      features: ['social-value'],
      boxes: [
        listBox(
          'money',
          'money',
          say('Money for my support', 'Arian ar gyfer fy nghymorth'),
          say('How much, how often, and what is it for?', 'Faint, pa mor aml, ac ar gyfer beth?'),
        ),
      ],
    }),
    section({
      id: 'needs',
      title: say('What I need', 'Beth sydd ei angen arnaf'),
      question: say(
        'What do you need? What must the council help with?',
        'Beth sydd ei angen arnoch? Gyda beth mae’n rhaid i’r cyngor helpu?',
      ),
      hint: say(
        'The council must write down what you need, and how it will help.',
        'Rhaid i’r cyngor nodi beth sydd ei angen arnoch, a sut bydd yn helpu.',
      ),
      boxes: [
        listBox(
          'needs',
          'need',
          say('My needs', 'Fy anghenion'),
          say(
            'What do you need, and how will it be met?',
            'Beth sydd ei angen arnoch, a sut bydd yn cael ei ddiwallu?',
          ),
          {
            hint: say(
              'Say if the council must help with it by law.',
              'Dywedwch a oes rhaid i’r cyngor helpu yn ôl y gyfraith.',
            ),
          },
        ),
        textBox(
          'preventing',
          say('Staying well', 'Cadw’n iach'),
          say(
            'What could stop your needs growing, or slow them down?',
            'Beth allai atal eich anghenion rhag tyfu, neu eu harafu?',
          ),
        ),
      ],
    }),
  ],
}
