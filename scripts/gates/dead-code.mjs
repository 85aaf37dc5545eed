import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { read } from '../ground/run-process.mjs'

export const name = 'dead-code'
export const title = 'dead code and unused packages'

/** Files, exports and packages nobody uses, by knip.json. */
export async function look(root) {
  const knip = join(ROOT, 'node_modules/knip/bin/knip.js')
  const { code, out, err } = await read(process.execPath, [knip, '--reporter', 'json', '--no-progress'], { cwd: root })
  if (!out.startsWith('{')) return { read: 'nothing', findings: [err.trim() || `knip ended with ${code}`] }
  const { issues } = JSON.parse(out)
  const findings = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map(({ name }) => `${kind}: ${file}${name && name !== file ? ` ${name}` : ''}`) : [],
    ),
  )
  return { read: 'the workspace', findings }
}
