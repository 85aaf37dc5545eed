import { cleanup, fireEvent, screen } from '@testing-library/react'
import { boxesOf, type PlanKind, TEMPLATES } from '@withy/shared/plan'
import { anyContent, plant } from '@withy/shared/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { onDesk } from '../live/testing-desk.tsx'
import { PlanSections } from './plan-sections.tsx'

/** Draws all sections, the folded ones too, and opens and closes every item in turn. */
async function openAll(kind: PlanKind, from: Y.Doc) {
  await onDesk(<PlanSections />, { kind, fill: (doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(from)) })
  fireEvent(window, new Event('beforeprint'))
  const drawn = document.querySelectorAll('[data-section]').length
  for (const change of screen.queryAllByRole('button', { name: /^Change: / })) {
    fireEvent.click(change)
    const done = document.querySelector('[data-done]')
    if (done) fireEvent.click(done)
  }
  expect(document.querySelectorAll('[data-section]')).toHaveLength(drawn)
  expect(drawn).toBeGreaterThanOrEqual(TEMPLATES[kind].parts.flatMap((part) => part.sections).length)
  cleanup()
}

it.each(['area', 'support'] as const)(
  '[PLAN-102] draws all of a %s plan whatever stands where an item should',
  { timeout: 60_000 },
  async (kind) => {
    const doc = new Y.Doc()
    const strange = [
      null,
      7,
      'words',
      ['a'],
      { removed: true },
      new Y.Text('text'),
      new Y.Array(),
      new Y.XmlElement('p'),
    ]
    for (const key of [...boxesOf(TEMPLATES[kind]).keys(), 'plan.sections', 'plan.titles'])
      for (const [n, value] of strange.entries())
        doc.getMap(key).set(`strange-${n}`, value instanceof Y.AbstractType ? value.clone() : value)
    await openAll(kind, doc)
  },
)

it('[PLAN-102] draws any content at all', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<PlanKind>('area', 'support').chain((kind) => fc.tuple(fc.constant(kind), anyContent(kind))),
      async ([kind, content]) => openAll(kind, plant(content).doc),
    ),
    { numRuns: 15 },
  )
})
