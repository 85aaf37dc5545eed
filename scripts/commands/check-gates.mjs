import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gatesNamed } from '../gates/all.mjs'
import { buildClient } from '../ground/build-client.mjs'
import { inWords, keepCounts } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'
import { copyTree } from '../planted/copy-tree.mjs'

/**
 * Shows that each gate can say no: on an unspoiled copy of this tree it is green, and with each committed fault planted
 * it names that fault. @returns the exit code
 */
export async function main(names) {
  await buildClient()
  const counts = { passed: 0, failed: 0 }
  const tell = (passed, what) => {
    counts[passed ? 'passed' : 'failed'] += 1
    console.log(`${passed ? 'pass' : 'FAIL'}  ${what}`)
  }
  for (const { name, title, look } of gatesNamed(names)) {
    const { findings } = await lookAtCopy(look, [])
    tell(findings === '', `${title}: green where nothing is planted${findings && `\n${findings}`}`)
    const { plants } = await import(pathToFileURL(join(ROOT, `scripts/planted/${name}.mjs`)))
    const groups = [
      plants.filter(({ alone }) => !alone),
      ...plants.filter(({ alone }) => alone).map((plant) => [plant]),
    ]
    for (const group of groups.filter((group) => group.length > 0)) {
      const { findings: said } = await lookAtCopy(look, group)
      for (const { fault, expects } of group.filter(({ fault }) => fault))
        tell(
          expects.test(said),
          `${title}: red for ${fault}${expects.test(said) ? '' : `\n${said || 'It found nothing.'}`}`,
        )
    }
  }
  keepCounts('check-gates', counts)
  console.log(inWords(counts))
  return counts.failed === 0 ? 0 : 1
}

/** What a gate finds in a copy of the tree with some faults planted in it. */
async function lookAtCopy(look, group) {
  const copy = copyTree(ROOT)
  try {
    for (const { plant } of group) plant(copy)
    const { findings } = await look(copy)
    return { findings: findings.join('\n') }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
