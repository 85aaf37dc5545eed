import { boxesOf, TEMPLATES, textRoot, writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import * as Y from 'yjs'
import type { LetterId } from './updates.ts'

/** What a plan holds before anything is measured. */
export type Words = {
  /** As one Yjs update, V1. */
  readonly bytes: Uint8Array
  /** The clocks of somebody who has all of it. */
  readonly vector: Uint8Array
  /** Ends of paragraphs in different boxes, where people can type on. */
  readonly ends: readonly LetterId[]
}

/** Who wrote it. */
export const FIRST_WRITER = 7

/** The plan of PERFORMANCE figures: twelve sections, about twenty pages, 50 kB encoded. */
export const plan50 = (): Words => wordsOf(50_000)

/** A long one, for a hall that joins. */
export const plan200 = (): Words => wordsOf(200_000)

const SENTENCE = ' People told us they would rather be asked before a decision than thanked after it.'

/** Writes the boxes of the twenty page plan one by one until there are so many bytes, and then on in its paragraphs. */
function wordsOf(size: number): Words {
  const doc = new Y.Doc()
  doc.clientID = FIRST_WRITER
  const whole = twentyPagePlan()
  const sizeNow = () => Y.encodeStateAsUpdate(doc).byteLength
  for (const [key, content] of Object.entries(whole.boxes)) {
    if (sizeNow() >= size) break
    const isEmpty = content.type === 'text' ? content.text.length === 0 : content.items.length === 0
    if (!isEmpty) writePlan(doc, { ...whole, boxes: { [key]: content } })
  }
  const texts = TEXT_BOXES.flatMap((box) => textsIn(doc, box))
  while (sizeNow() < size) {
    for (const text of texts) text.insert(text.length, SENTENCE.repeat(10))
  }
  const ends = texts.flatMap((text) => lastLetterOf(text) ?? [])
  return { bytes: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc), ends }
}

const TEXT_BOXES = [...boxesOf(TEMPLATES.area)].flatMap(([key, box]) => (box.type === 'text' ? [key] : []))

const textsIn = (doc: Y.Doc, box: string): Y.XmlText[] =>
  textRoot(doc, box)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement && node.nodeName === 'paragraph' ? node.toArray() : []))
    .filter((node): node is Y.XmlText => node instanceof Y.XmlText)

function lastLetterOf(text: Y.XmlText): LetterId | null {
  let item = text._start
  while (item?.right) item = item.right
  return item && { client: item.id.client, clock: item.id.clock + item.length - 1 }
}
