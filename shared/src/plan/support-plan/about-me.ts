import { listBox, section, textBox } from '../boxes.ts'
import type { Box, Code, Part, Section, Words } from '../catalogue.ts'
import { say } from '../wording.ts'

const snomed = (code: string): readonly Code[] => [{ system: 'snomed', code }]

/** A section under one of the seven headings of the PRSB "About Me" standard v2.01, with its SNOMED CT code [PLAN-56]. */
const heading = (
  id: string,
  code: string,
  title: Words,
  question: Words,
  boxes: readonly Box[],
  hint?: Words,
): Section => section({ id, title, question, codes: snomed(code), source: 'confirmed', boxes, ...(hint && { hint }) })

export const aboutMe: Part = {
  id: 'about-me',
  title: say('About me', 'Amdanaf i'),
  intro: say(
    'Say it in your own words. Anyone who supports you should read this first.',
    'Dywedwch ef yn eich geiriau eich hun. Dylai pawb sy’n eich cefnogi ddarllen hwn gyntaf.',
  ),
  source: 'confirmed',
  sections: [
    heading(
      'most-important',
      '1515861000000103',
      say('What is most important to me', 'Beth sydd bwysicaf i mi'),
      say('What matters most to you?', 'Beth sydd bwysicaf i chi?'),
      [
        textBox(
          'text',
          say('Most important', 'Pwysicaf'),
          say('What could you not do without?', 'Beth na allech chi fyw hebddo?'),
          {
            source: 'confirmed',
            hint: say(
              'Think of people, pets, places, faith, music.',
              'Meddyliwch am bobl, anifeiliaid anwes, lleoedd, ffydd, cerddoriaeth.',
            ),
          },
        ),
      ],
    ),
    heading(
      'important-people',
      '1515871000000105',
      say('People who are important to me', 'Pobl sy’n bwysig i mi'),
      say('Who is important to you?', 'Pwy sy’n bwysig i chi?'),
      [
        textBox(
          'text',
          say('My people', 'Fy mhobl i'),
          say('Who are they, and how do you keep in touch?', 'Pwy ydyn nhw, a sut rydych chi’n cadw mewn cysylltiad?'),
        ),
      ],
    ),
    heading(
      'communication',
      '1515881000000107',
      say('How I communicate and how to communicate with me', 'Sut rwy’n cyfathrebu a sut i gyfathrebu â mi'),
      say('How do you talk with people? What helps?', 'Sut rydych chi’n siarad â phobl? Beth sy’n helpu?'),
      [
        textBox(
          'text',
          say('How we talk', 'Sut rydym yn siarad'),
          say(
            'What should people do so that you understand each other?',
            'Beth ddylai pobl ei wneud i chi ddeall eich gilydd?',
          ),
          {
            hint: say(
              'Think of words, signs, pictures, time, quiet.',
              'Meddyliwch am eiriau, arwyddion, lluniau, amser, tawelwch.',
            ),
          },
        ),
      ],
    ),
    heading(
      'wellness',
      '1515891000000109',
      say('My wellness', 'Fy llesiant'),
      say('What are good days and bad days like for you?', 'Sut rai yw dyddiau da a dyddiau gwael i chi?'),
      [
        textBox(
          'good-day',
          say('A good day', 'Diwrnod da'),
          say('What is a good day like?', 'Sut ddiwrnod yw diwrnod da?'),
        ),
        textBox(
          'bad-day',
          say('A bad day', 'Diwrnod gwael'),
          say(
            'What is a bad day like? How can people tell?',
            'Sut ddiwrnod yw diwrnod gwael? Sut gall pobl weld hynny?',
          ),
        ),
      ],
    ),
    heading(
      'please-do',
      '1515901000000105',
      say('Please do and please do not', 'Gwnewch a pheidiwch, os gwelwch yn dda'),
      say('What should people do, and not do?', 'Beth ddylai pobl ei wneud, a pheidio â’i wneud?'),
      [
        textBox(
          'do',
          say('Please do', 'Gwnewch, os gwelwch yn dda'),
          say('What do you like people to do?', 'Beth hoffech chi i bobl ei wneud?'),
          { source: 'confirmed' },
        ),
        textBox(
          'do-not',
          say('Please do not', 'Peidiwch, os gwelwch yn dda'),
          say('What do you not want people to do?', 'Beth nad ydych chi am i bobl ei wneud?'),
          { source: 'confirmed' },
        ),
      ],
    ),
    heading(
      'support-me',
      '1515911000000107',
      say('How and when to support me', 'Sut a phryd i fy nghefnogi'),
      say('What help do you want, and when?', 'Pa help rydych chi ei eisiau, a phryd?'),
      [
        textBox(
          'text',
          say('Support for me', 'Cymorth i mi'),
          say(
            'What do you want help with? What do you do yourself?',
            'Gyda beth rydych chi eisiau help? Beth rydych chi’n ei wneud eich hun?',
          ),
        ),
      ],
    ),
    heading(
      'also-worth-knowing',
      '1515921000000101',
      say('Also worth knowing about me', 'Hefyd yn werth gwybod amdanaf'),
      say('What else should people know about you?', 'Beth arall dylai pobl ei wybod amdanoch chi?'),
      [
        textBox(
          'text',
          say('Also worth knowing', 'Hefyd yn werth gwybod'),
          say('What else would help people to know you?', 'Beth arall fyddai’n helpu pobl i’ch adnabod?'),
          {
            source: 'confirmed',
            hint: say(
              'Think of your work, your past, your health.',
              'Meddyliwch am eich gwaith, eich gorffennol, eich iechyd.',
            ),
          },
        ),
      ],
    ),
    section({
      id: 'written-with',
      title: say('Supported to write this by', 'Pwy a’m cefnogodd i ysgrifennu hwn'),
      question: say('Who helped you to write this, and when?', 'Pwy a’ch helpodd i ysgrifennu hwn, a phryd?'),
      boxes: [
        listBox(
          'helpers',
          'taking-part',
          say('Who helped, and the date', 'Pwy a helpodd, a’r dyddiad'),
          say('Who helped you, how, and on what day?', 'Pwy a’ch helpodd, sut, ac ar ba ddiwrnod?'),
        ),
      ],
    }),
  ],
}
