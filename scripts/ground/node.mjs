import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './root.mjs'

/** The oldest Node that runs our TypeScript as it stands. */
const OLDEST = [22, 19]

/** @param {string} version such as `24.21.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/**
 * A Node new enough: this one, or the one that came with the packages (Linux).
 * @returns {string} its path
 * @throws {Error} with what to do where there is neither
 */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const packed = join(ROOT, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  if (process.platform === 'linux' && existsSync(packed)) {
    console.log(`This machine has Node ${process.versions.node}. Using the newer Node that came with the packages.`)
    return packed
  }
  throw new Error(
    `Withy needs Node ${OLDEST.join('.')} or newer, and this machine has ${process.versions.node}.\nGet Node 24 from https://nodejs.org, then run the same command again.`,
  )
}

/** The environment with that Node first on PATH, so that everything started from here uses it too. */
export const withNodeFirst = (env, node) => ({ ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` })
