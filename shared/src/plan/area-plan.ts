import { aboutThisPlan } from './area-plan/about-this-plan.ts'
import { keepingItTrue } from './area-plan/keeping-it-true.ts'
import { tenFeatures } from './area-plan/ten-features.ts'
import type { Template } from './catalogue.ts'
import { say } from './wording.ts'

/** A plan about a place, written by the people who live and work there. */
export const areaPlan: Template = {
  kind: 'area',
  name: say('Area plan', 'Cynllun ardal'),
  about: say(
    'A plan about a place. The people who live and work there write it together.',
    'Cynllun am le. Mae’r bobl sy’n byw ac yn gweithio yno yn ei ysgrifennu gyda’i gilydd.',
  ),
  parts: [aboutThisPlan, tenFeatures, keepingItTrue],
}
