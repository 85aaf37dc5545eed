import { expect, it } from 'vitest'
import { itemInSection } from './in-section.ts'

it('[PLAN-100] leaves out the features of an item where its own section serves just these', () => {
  const item = (features: readonly string[]) => ({ id: 'a', order: 'a0', cells: { what: 'Dig', features } })
  expect(itemInSection(item(['living-map']), ['living-map']).cells).toEqual({ what: 'Dig' })
  expect(itemInSection(item(['living-map', 'shared-power']), ['living-map']).cells.features).toHaveLength(2)
  expect(itemInSection(item(['shared-power']), ['living-map']).cells.features).toEqual(['shared-power'])
})
