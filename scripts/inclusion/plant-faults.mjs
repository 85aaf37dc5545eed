import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'
import { copyTree } from '../planted/copy-tree.mjs'
import { seenIn } from './parts.mjs'

const FAULTS = join(ROOT, 'scripts/inclusion/faults')

/**
 * A fault for one check, as the smallest change of the product or its texts.
 * @typedef {{ check: string, fault: string, edits: { file: string, from: string, to: string }[] }} Fault
 * `fault`: in words; `from`: text that stands once in the file
 */

/** Every fault that is planted, from the files beside this one. @returns {Promise<Fault[]>} */
export async function allFaults() {
  const files = readdirSync(FAULTS).filter((file) => file.endsWith('.mjs'))
  const groups = await Promise.all(files.map((file) => import(join(FAULTS, file))))
  return groups.flatMap(({ faults }) => faults)
}

/** Puts a fault into a tree. Throws where a text does not stand exactly once. @returns puts all back */
export function plant(root, { edits }) {
  const before = new Map()
  for (const { file, from, to } of edits) {
    const path = join(root, file)
    const words = readFileSync(path, 'utf8')
    if (!before.has(path)) before.set(path, words)
    const places = words.split(from).length - 1
    if (places !== 1) throw new Error(`This stands ${places} times in ${file}: ${from}`)
    writeFileSync(
      path,
      words.replace(from, () => to),
    )
  }
  return () => {
    for (const [path, words] of before) writeFileSync(path, words)
  }
}

/**
 * Breaks a copy of this tree once for each check that is wanted, and runs the tests that stand for it there.
 * @param {string[]} ids none: all
 * @returns {Promise<{ check: string, fault: string, seenBy: string | null }[]>} `seenBy`: the first test that was red, and what it said
 */
export async function plantFaults(ids) {
  const wanted = (await allFaults()).filter(({ check }) => ids.length === 0 || ids.includes(check))
  const found = []
  for (const one of wanted) {
    const seenBy = await seen(one)
    console.log(`${seenBy ? 'pass' : 'FAIL'}  ${one.check} ${one.fault}: ${seenBy ?? 'nothing saw it'}`)
    found.push({ check: one.check, fault: one.fault, seenBy })
  }
  return found
}

async function seen(fault) {
  const copy = copyTree(ROOT)
  try {
    plant(copy, fault)
    // In a process of its own: it finds the tests, and leaves its results, in the copy.
    const script = join(copy, 'scripts/inclusion/look-once.mjs')
    await run(process.execPath, [script, `@${fault.check}(?![0-9])`], {
      cwd: copy,
      env: { ...process.env, WITHY_INCLUSION_SHORT: '1', WITHY_INCLUSION_ONLY: fault.check },
    })
    const parts = join(copy, 'test-results/parts.json')
    if (!existsSync(parts)) {
      console.log('It could not be tried: its tests did not run to their end, or the pages could not be built.')
      return null
    }
    // Where one test is red the others are not waited for.
    const red = seenIn(JSON.parse(readFileSync(parts, 'utf8')), fault.check)
    return red ? `${red.where}: ${red.short[0]}` : null
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
