import type { FeatureId } from './catalogue.ts'
import type { Item } from './plan.ts'

/** An item as it is read in its section: features are left out where they are those `served` by the section itself (SPEC PLAN-100). */
export function itemInSection(item: Item, served: readonly FeatureId[]): Item {
  const { features, ...cells } = item.cells
  return JSON.stringify(features) === JSON.stringify(served) ? { ...item, cells } : item
}
