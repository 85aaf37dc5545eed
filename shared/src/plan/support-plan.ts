import type { Template } from './catalogue.ts'
import { aboutMe } from './support-plan/about-me.ts'
import { keepingInControl } from './support-plan/keeping-in-control.ts'
import { myPart } from './support-plan/my-part.ts'
import { strengthsAndCircle } from './support-plan/strengths-and-circle.ts'
import { whatWillHappen } from './support-plan/what-will-happen.ts'
import { say } from './wording.ts'

/** A plan about one person. It belongs to that person. */
export const supportPlan: Template = {
  kind: 'support',
  name: say('Support plan', 'Cynllun cymorth'),
  about: say(
    'A plan about one person. It belongs to that person.',
    'Cynllun am un person. Y person hwnnw biau’r cynllun.',
  ),
  parts: [aboutMe, myPart, strengthsAndCircle, whatWillHappen, keepingInControl],
}
