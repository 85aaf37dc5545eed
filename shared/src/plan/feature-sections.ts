import { listBox, section, textBox } from './boxes.ts'
import type { Box, FeatureId, Section, Words } from './catalogue.ts'
import { FEATURES } from './features.ts'

/** The boxes a section of a feature can have. */
type BoxId = 'have' | 'want' | 'do' | 'know'

/** What is asked of every feature: the section's question, and one for each of its boxes. */
export type AskedOfAll<Boxes extends BoxId> = Readonly<Record<FeatureId, Readonly<Record<Boxes | 'question', Words>>>>

/** A section for each of the ten features, in their order, with the boxes that `titles` names [PLAN-52, PLAN-55]. */
export function featureSections<Boxes extends BoxId>(
  asked: AskedOfAll<Boxes>,
  titles: Readonly<Record<Boxes, Words>>,
): readonly Section[] {
  return FEATURES.map(({ id, title, meaning, source }) => {
    const questions = asked[id]
    const boxes = Object.keys(titles).map((box) => BOX[box as Boxes](titles[box as Boxes], questions[box as Boxes]))
    return section({ id, title, question: questions.question, hint: meaning, features: [id], source, boxes })
  })
}

const BOX: Record<BoxId, (title: Words, question: Words) => Box> = {
  have: (title, question) => listBox('have', 'asset', title, question),
  want: (title, question) => textBox('want', title, question),
  do: (title, question) => listBox('do', 'action', title, question),
  know: (title, question) => listBox('know', 'sign', title, question),
}
