import { listBox, section } from './boxes.ts'
import type { FeatureId, Section, Words } from './catalogue.ts'
import { say } from './wording.ts'

type Asked = { readonly question: Words; readonly features?: readonly FeatureId[] }

/** What people see differently, kept in every copy of either kind of plan. */
export const notAgreed = (asked: Asked): Section =>
  section({
    ...asked,
    id: 'not-agreed',
    title: say('What we do not agree about', 'Beth nad ydym yn cytuno arno'),
    hint: say(
      'It is all right not to agree. These words stay in every copy.',
      'Mae’n iawn peidio â chytuno. Mae’r geiriau hyn yn aros ym mhob copi.',
    ),
    boxes: [
      listBox(
        'disagreements',
        'disagreement',
        say('Not agreed', 'Heb gytuno'),
        say('What is it about, and who sees it how?', 'Am beth mae’r anghytuno, a phwy sy’n gweld beth?'),
      ),
    ],
  })

/** When either kind of plan is looked at again. */
export const review = (asked: Asked & { readonly hint: Words }): Section =>
  section({
    ...asked,
    id: 'review',
    title: say('When we look at it again', 'Pryd byddwn yn edrych arno eto'),
    boxes: [
      listBox(
        'reviews',
        'review',
        say('Dates to look again', 'Dyddiadau i edrych eto'),
        say('When, and who makes sure it happens?', 'Pryd, a phwy sy’n sicrhau ei fod yn digwydd?'),
      ),
    ],
  })
