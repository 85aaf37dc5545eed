import { GROUPS } from '../benches.ts'
import { mustReach } from './must-reach.ts'
import type { Results } from './result.ts'
import { sectionOf } from './table.ts'

/** Everything measured, as the README shows it: the product's benches and those of documents, then what the engine must reach, then its benches. */
export function sectionsOf(results: Results): string {
  const product = Object.entries(results).filter(([name]) => name in GROUPS.product || name in GROUPS.documents)
  const engine = Object.entries(results).filter(([name]) => name in GROUPS.engine)
  const sections = (some: typeof product) => some.map(([name, result]) => sectionOf(name, result))
  const summary = engine.length > 0 ? [mustReach(Object.fromEntries(engine))] : []
  return [...sections(product), ...summary, ...sections(engine)].join('\n')
}
