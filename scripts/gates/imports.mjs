import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { read } from '../ground/run-process.mjs'

export const name = 'imports'
export const title = 'import direction'

/** Imports that go the wrong way, by the rules in .dependency-cruiser.cjs. */
export async function look(root) {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const rooms = ['shared/src', 'server', 'client/src', 'e2e']
  const args = [cruiser, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...rooms]
  const { out, err } = await read(process.execPath, args, { cwd: root })
  if (!out.startsWith('{')) return { read: '0 modules', findings: [err.trim() || 'dependency-cruiser said nothing'] }
  const { modules, summary } = JSON.parse(out)
  // Under a TypeScript it does not know, dependency-cruiser reads nothing and reports success. The same for one room.
  const ours = modules.filter(({ source }) => rooms.some((room) => source.startsWith(room)))
  const findings = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  for (const room of rooms) {
    const known = ours.filter(({ source }) => source.startsWith(room))
    if (known.length === 0) findings.push(`nothing was read in ${room}`)
    else if (!known.some(({ dependencies }) => dependencies.length > 0)) findings.push(`no import was seen in ${room}`)
  }
  return { read: `${ours.length} modules`, findings }
}
