import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { read } from '../ground/run-process.mjs'

export const name = 'format'
export const title = 'format and lint'

/** Biome's complaints about a tree, one line each. */
export async function look(root) {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'ci', '--colors=off', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.']
  const { code, out, err } = await read(process.execPath, args, { cwd: root })
  if (!out.startsWith('{')) return { read: '0 files', findings: [err.trim() || 'Biome said nothing'] }
  const { summary, diagnostics } = JSON.parse(out)
  const files = summary.changed + summary.unchanged
  const findings = diagnostics
    .filter(({ severity }) => severity !== 'information')
    .map(({ category, location, message }) => {
      const { path, start } = location ?? {}
      return `${path}:${start?.line ?? 1} ${category}: ${message}`
    })
  if (files === 0) findings.push('Biome read no files')
  if (code !== 0 && findings.length === 0) findings.push(err.trim())
  return { read: `${files} files`, findings }
}
