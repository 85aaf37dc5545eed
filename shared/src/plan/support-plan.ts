import type { Template } from './catalogue.ts'
import { say } from './wording.ts'

/** A plan about one person. It belongs to that person. */
export const supportPlan: Template = {
  kind: 'support',
  name: say('Support plan', 'Cynllun cymorth'),
  about: say(
    'A plan about one person. It belongs to that person.',
    'Cynllun am un person. Y person hwnnw biau’r cynllun.',
  ),
  parts: [],
}
