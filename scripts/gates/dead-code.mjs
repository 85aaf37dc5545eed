import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { read } from '../ground/run-process.mjs'
import { filesUnder } from './tree.mjs'

export const name = 'dead-code'
export const title = 'dead code and unused packages'

const KNIP = join(ROOT, 'node_modules/knip/bin/knip.js')
const REPORT = join(ROOT, 'scripts/gates/knip-report.mjs')

/** What tests are made of, and what is made for them. */
const FOR_TESTS = /\.test\.tsx?$|-contract\.ts$|\/testing\/|\/(test|testing)-[\w-]+\.tsx?$/

/**
 * Files, exports and packages nobody uses, by knip.json: first in the whole workspace, then in the product alone, where
 * what only tests use is dead too. An export that is to stay says why, beside the tag `@public`.
 */
export async function look(root) {
  const all = filesUnder(root, ['shared/src', 'server', 'client/src', 'e2e', 'scripts'], /\.(tsx?|mjs)$/)
  const product = all.filter((file) => /^\w+\/src\//.test(file) && !FOR_TESTS.test(file))
  const [whole, alone] = await Promise.all([
    dead(root, all.length, []),
    dead(root, product.length, ['--production', '--include', 'files,exports,nsExports']),
  ])
  const onlyTests = alone.findings.filter((finding) => !whole.findings.includes(finding) && !FOR_TESTS.test(finding))
  const findings = [...whole.findings, ...onlyTests.map((finding) => `${finding} (only tests use it)`)]
  return { read: `${whole.read} files`, findings }
}

/** @param there how many files knip has to read: with a pattern that matches none it finds nothing, and is content */
async function dead(root, there, options) {
  const args = [KNIP, '--reporter', REPORT, '--no-progress', '--no-config-hints', ...options]
  const { code, out, err } = await read(process.execPath, args, { cwd: root })
  if (!out.startsWith('{')) return { read: 0, findings: [err.trim() || `knip ended with ${code}`] }
  const { read: files, found } = JSON.parse(out)
  const findings = found.map(({ kind, file, name }) => `${kind}: ${file}${file.endsWith(name) ? '' : ` ${name}`}`)
  if (there === 0 || files < there) findings.push(`knip read ${files} files where there are ${there}`)
  return { read: files, findings }
}
