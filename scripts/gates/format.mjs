import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { read } from '../ground/run-process.mjs'

export const title = 'format and lint'

/** Biome's complaints about a tree. */
export async function look(root) {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'ci', '--colors=off', '--max-diagnostics=50', '--error-on-warnings', '.']
  const { code, out, err } = await read(process.execPath, args, { cwd: root })
  const files = Number(/Checked (\d+) files/.exec(out)?.[1] ?? 0)
  const findings = code === 0 ? [] : [`${out}${err}`.trim()]
  if (files === 0) findings.push('Biome read no files.')
  return { read: `${files} files`, findings }
}
