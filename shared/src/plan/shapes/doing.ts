import type { ItemShape } from '../catalogue.ts'
import { say } from '../wording.ts'
import { choice, line, option, plain, STATUS, someone } from './fields.ts'

/** Something somebody will do. `happened` is asked six weeks on. The four test answers are not part of it: the server keeps them. */
export const action: ItemShape = {
  id: 'action',
  name: say('action', 'gweithred'),
  add: say('Add an action', 'Ychwanegu gweithred'),
  fields: [
    line('what', say('What will be done', 'Beth fydd yn cael ei wneud')),
    ...someone('who', say('Who will do it', 'Pwy fydd yn ei wneud')),
    plain('by', 'date', say('By when', 'Erbyn pryd')),
    line(
      'first-step',
      say('First small step', 'Cam bach cyntaf'),
      say('Something you could do this week.', 'Rhywbeth y gallech ei wneud yr wythnos hon.'),
    ),
    STATUS,
    line('why-stopped', say('If it stopped, why', 'Os stopiodd, pam')),
    plain('features', 'features', say('What it is part of', 'O beth mae’n rhan')),
    choice('happened', say('Did it happen?', 'A ddigwyddodd?'), [
      option('yes', say('Yes', 'Do')),
      option('partly', say('Some of it', 'Rhan ohono')),
      option('no', say('No', 'Naddo')),
    ]),
  ],
}

/** A goal or hope, in the person's own words. */
export const goal: ItemShape = {
  id: 'goal',
  name: say('goal or hope', 'nod neu obaith'),
  add: say('Add a goal or hope', 'Ychwanegu nod neu obaith'),
  fields: [
    line('what', say('My goal, in my words', 'Fy nod, yn fy ngeiriau i')),
    plain(
      'importance',
      'scale',
      say('How much it matters', 'Pa mor bwysig ydyw'),
      say('1 is a little. 10 is the most.', '1 yw ychydig. 10 yw’r mwyaf.'),
    ),
    line('know', say('How we will know', 'Sut byddwn yn gwybod')),
    plain(
      'served-by',
      'actions',
      say('What we will do for it', 'Beth wnawn ni ar ei gyfer'),
      say(
        'Tick the actions that help. Add a new one under Actions first.',
        'Ticiwch y gweithredoedd sy’n helpu. Ychwanegwch un newydd dan Gweithredoedd yn gyntaf.',
      ),
    ),
    plain(
      'confidence',
      'scale',
      say('How sure I feel', 'Pa mor siŵr rwy’n teimlo'),
      say('1 is not sure. 10 is very sure.', '1 yw ddim yn siŵr. 10 yw siŵr iawn.'),
    ),
    STATUS,
  ],
}

/** Something we would see if things got better, and how we count it. */
export const sign: ItemShape = {
  id: 'sign',
  name: say('sign', 'arwydd'),
  add: say('Add a sign', 'Ychwanegu arwydd'),
  fields: [
    line('what', say('What we would see', 'Beth fyddem yn ei weld')),
    line('how', say('How we count it', 'Sut rydym yn ei gyfrif')),
    line('today', say('Today', 'Heddiw')),
    line('hoped', say('Hoped for', 'Y gobaith')),
  ],
}
