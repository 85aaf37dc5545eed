import type { Box, Code, FeatureId, Section, ShapeId, Source, Words } from './catalogue.ts'

type BoxExtras = { readonly hint?: Words; readonly source?: Source }

/** A box of free text. Its title is ours unless `source` says otherwise. */
export const textBox = (id: string, title: Words, question: Words, extras: BoxExtras = {}): Box => ({
  id,
  type: 'text',
  title,
  question,
  source: 'ours',
  ...extras,
})

/** A box that holds a list of items of one shape. */
export const listBox = (id: string, shape: ShapeId, title: Words, question: Words, extras: BoxExtras = {}): Box => ({
  id,
  type: 'list',
  shape,
  title,
  question,
  source: 'ours',
  ...extras,
})

/** A section; without more said it is ours, serves no one feature and has no code. */
export const section = (given: {
  readonly id: string
  readonly title: Words
  readonly question: Words
  readonly hint?: Words
  readonly features?: readonly FeatureId[]
  readonly codes?: readonly Code[]
  readonly source?: Source
  readonly boxes: readonly Box[]
}): Section => ({ features: [], codes: [], source: 'ours', ...given })
