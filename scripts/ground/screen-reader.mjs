import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromDebian, isDebianRoot } from './debian.mjs'
import { ROOT } from './root.mjs'

/** The programs a real screen reader needs to be heard, and what Debian has them in. */
const NEEDS = JSON.parse(readFileSync(join(ROOT, 'e2e/orca/needs.json'), 'utf8'))

const lacking = () => Object.entries(NEEDS).flatMap(([path, name]) => (existsSync(path) ? [] : [name]))

/**
 * Installs the screen reader where it is missing and can be installed.
 * @returns {Promise<string[]>} what is still missing; none: journeys can be heard here
 */
export async function installScreenReader() {
  if (lacking().length > 0 && isDebianRoot()) await fromDebian(...lacking())
  return lacking()
}
