import type { ItemShape } from '../catalogue.ts'
import { say } from '../wording.ts'
import { choice, line, lines, needed, option, plain, someone } from './fields.ts'

/** Somebody in a person's circle. */
export const person: ItemShape = {
  id: 'person',
  name: say('person', 'unigolyn'),
  add: say('Add a person', 'Ychwanegu unigolyn'),
  fields: [
    line('name', say('Their name', 'Eu henw')),
    line('connection', say('How we know each other', 'Sut rydym yn adnabod ein gilydd')),
    line('does', say('What they do', 'Beth maen nhw’n ei wneud')),
    line('reach', say('How to reach them', 'Sut i gysylltu â nhw')),
    line('sees', say('What they may see', 'Beth gân nhw ei weld')),
  ],
}

/** Somebody, or a group, who has taken part, is missing, or helped to write. */
export const takingPart: ItemShape = {
  id: 'taking-part',
  name: say('person or group', 'unigolyn neu grŵp'),
  add: say('Add a person or group', 'Ychwanegu unigolyn neu grŵp'),
  fields: [line('who', say('Who', 'Pwy')), line('how', say('How', 'Sut')), plain('when', 'date', say('When', 'Pryd'))],
}

/** Somebody who gets a copy of the plan or of some of it. */
export const reader: ItemShape = {
  id: 'reader',
  name: say('reader', 'darllenydd'),
  add: say('Add a reader', 'Ychwanegu darllenydd'),
  fields: [
    line('name', say('Who gets a copy', 'Pwy sy’n cael copi')),
    plain('who', 'people', say('If they are in this plan', 'Os ydyn nhw yn y cynllun hwn')),
    choice('sees', say('How much they see', 'Faint maen nhw’n ei weld'), [
      option('everything', say('The whole plan', 'Y cynllun cyfan')),
      option('some', say('Only some of it', 'Dim ond rhan ohono')),
    ]),
    line('which', say('Which parts', 'Pa rannau')),
  ],
}

/** What should happen when things change. */
export const contingency: ItemShape = {
  id: 'contingency',
  name: say('plan for a change', 'cynllun wrth gefn'),
  add: say('Add a plan for a change', 'Ychwanegu cynllun wrth gefn'),
  fields: [
    needed(line('trigger', say('If this happens', 'Os bydd hyn yn digwydd'))),
    lines('early-signs', say('Early signs', 'Arwyddion cynnar')),
    lines('should-happen', say('What should happen', 'Beth ddylai ddigwydd')),
    ...someone('contact', say('Who to call', 'Pwy i’w ffonio')),
    lines('not-do', say('What not to do', 'Beth i beidio â’i wneud')),
  ],
}

/** What people see differently. It stands in every copy of the plan. */
export const disagreement: ItemShape = {
  id: 'disagreement',
  name: say('thing we do not agree about', 'peth nad ydym yn cytuno arno'),
  add: say('Add what we do not agree about', 'Ychwanegu beth nad ydym yn cytuno arno'),
  fields: [
    line('what', say('What it is about', 'Am beth mae’r anghytuno')),
    lines('views', say('Who sees it how', 'Pwy sy’n gweld beth')),
    line('next', say('What happens next', 'Beth sy’n digwydd nesaf')),
    plain('when', 'date', say('When', 'Pryd')),
  ],
}

/** A day to look at the plan again. */
export const review: ItemShape = {
  id: 'review',
  name: say('review', 'adolygiad'),
  add: say('Add a review', 'Ychwanegu adolygiad'),
  fields: [
    line('what', say('What we will look at', 'Beth fyddwn ni’n edrych arno')),
    plain('when', 'date', say('When', 'Pryd')),
    ...someone('who', say('Who makes sure it happens', 'Pwy sy’n sicrhau bod hyn yn digwydd')),
    line('chair', say('Who leads the meeting', 'Pwy sy’n arwain y cyfarfod')),
  ],
}
