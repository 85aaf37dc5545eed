import { createRequire } from 'node:module'
import { join } from 'node:path'
import { read } from '../ground/run-process.mjs'

export const name = 'types'
export const title = 'types'

/** What TypeScript says of shared and server (one program), and of those with a browser's types: the simulation, the client, e2e. */
export async function look(root) {
  const tsc = createRequire(join(root, 'package.json')).resolve('typescript/lib/tsc.js')
  const findings = []
  let files = 0
  for (const project of ['.', 'server/simulation', 'client', 'e2e']) {
    const args = [tsc, '-p', project, '--listFiles', '--pretty', 'false']
    const { code, out, err } = await read(process.execPath, args, { cwd: root })
    const lines = `${out}${err}`.split('\n')
    const ours = lines.filter((line) => line.startsWith(root) && !line.includes('node_modules'))
    files += ours.length
    if (ours.length === 0) findings.push(`TypeScript read no files of ours in ${project}`)
    if (code !== 0)
      findings.push(
        ...lines.filter((line) => line && !/^\/.*\.(d\.)?[mc]?tsx?$/.test(line) && !/^\/.*\.json$/.test(line)),
      )
  }
  return { read: `${files} files`, findings }
}
