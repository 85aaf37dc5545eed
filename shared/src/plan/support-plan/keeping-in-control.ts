import { listBox, section, textBox } from '../boxes.ts'
import type { Part } from '../catalogue.ts'
import { notAgreed, review } from '../closing-sections.ts'
import { say } from '../wording.ts'

export const keepingInControl: Part = {
  id: 'keeping-in-control',
  title: say('Keeping in control', 'Cadw rheolaeth'),
  source: 'ours',
  sections: [
    section({
      id: 'if-things-change',
      title: say('If things change', 'Os bydd pethau’n newid'),
      question: say(
        'What could go wrong, and what should people do?',
        'Beth allai fynd o’i le, a beth ddylai pobl ei wneud?',
      ),
      boxes: [
        listBox(
          'contingencies',
          'contingency',
          say('If things change for me', 'Os bydd pethau’n newid i mi'),
          say(
            'What might happen, and what should people do then?',
            'Beth allai ddigwydd, a beth ddylai pobl ei wneud wedyn?',
          ),
        ),
        listBox(
          'carer-emergency',
          'contingency',
          say('If my carer cannot be here', 'Os na all fy ngofalwr fod yma'),
          say(
            'What happens if the person who cares for you cannot?',
            'Beth sy’n digwydd os na all y person sy’n gofalu amdanoch?',
          ),
        ),
      ],
    }),
    section({
      id: 'my-carer',
      title: say('My carer', 'Fy ngofalwr'),
      question: say(
        'Does a family member or friend care for you?',
        'A oes aelod o’r teulu neu ffrind yn gofalu amdanoch?',
      ),
      hint: say(
        'A carer’s own plan is theirs. You can put a link to it here.',
        'Y gofalwr biau ei gynllun ei hun. Gallwch roi dolen iddo yma.',
      ),
      features: ['social-action'],
      boxes: [
        textBox(
          'carer',
          say('My carer and their plan', 'Fy ngofalwr a’i gynllun'),
          say(
            'Do they have a plan? What do they share from it?',
            'A oes ganddyn nhw gynllun? Beth maen nhw’n ei rannu ohono?',
          ),
        ),
      ],
    }),
    section({
      id: 'how-i-decide',
      title: say('How I decide', 'Sut rwy’n penderfynu'),
      question: say('How do you make choices?', 'Sut rydych chi’n gwneud dewisiadau?'),
      hint: say('We start from this: you can decide.', 'Rydym yn dechrau o hyn: gallwch chi benderfynu.'),
      features: ['shared-power'],
      boxes: [
        textBox(
          'deciding',
          say('How I make choices', 'Sut rwy’n gwneud dewisiadau'),
          say('What helps you to decide?', 'Beth sy’n eich helpu i benderfynu?'),
        ),
        listBox(
          'helpers',
          'person',
          say('Who helps me decide', 'Pwy sy’n fy helpu i benderfynu'),
          say('Who helps you to decide, and how?', 'Pwy sy’n eich helpu i benderfynu, a sut?'),
          {
            hint: say(
              'A supporter, someone who speaks up for you, or someone with legal power.',
              'Cefnogwr, rhywun sy’n siarad drosoch, neu rywun â hawl gyfreithiol.',
            ),
          },
        ),
      ],
    }),
    section({
      id: 'who-sees-what',
      title: say('Who sees what', 'Pwy sy’n gweld beth'),
      question: say('Who gets a copy, and of which parts?', 'Pwy sy’n cael copi, ac o ba rannau?'),
      hint: say(
        'This is about copies. Everyone invited to write sees the whole plan.',
        'Mae hyn am gopïau. Mae pawb sy’n cael gwahoddiad i ysgrifennu yn gweld y cynllun cyfan.',
      ),
      features: ['shared-power'],
      boxes: [
        listBox(
          'readers',
          'reader',
          say('Who gets a copy', 'Pwy sy’n cael copi'),
          say('Who should have a copy of your plan?', 'Pwy ddylai gael copi o’ch cynllun?'),
        ),
      ],
    }),
    notAgreed({
      question: say('What do you and others see differently?', 'Beth rydych chi ac eraill yn ei weld yn wahanol?'),
    }),
    review({
      question: say(
        'When will you look at this plan again? Who makes sure?',
        'Pryd byddwch yn edrych ar y cynllun hwn eto? Pwy sy’n sicrhau hynny?',
      ),
      hint: say(
        'First after six to eight weeks. Then at least once a year.',
        'Yn gyntaf ar ôl chwech i wyth wythnos. Wedyn o leiaf unwaith y flwyddyn.',
      ),
    }),
  ],
}
