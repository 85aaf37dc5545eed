import { gatesNamed } from '../gates/all.mjs'
import { buildClient } from '../ground/build-client.mjs'
import { inWords, keepCounts } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'

/** Every gate on this tree, all of them even when one says no. Names given choose some. @returns the exit code */
export async function main(names) {
  const gates = gatesNamed(names)
  // A build that does not work is the size gate's finding; the others still have something to say.
  if (gates.some(({ name }) => name === 'size')) await buildClient().catch((trouble) => console.log(trouble.message))
  const counts = { passed: 0, failed: 0 }
  for (const { title, look } of gates) {
    const began = Date.now()
    const {
      read,
      findings,
      notes = [],
    } = await look(ROOT).catch((trouble) => ({ read: 'nothing', findings: [trouble.stack] }))
    const passed = findings.length === 0
    counts[passed ? 'passed' : 'failed'] += 1
    const time = `${((Date.now() - began) / 1000).toFixed(1)} s`
    console.log(`${passed ? 'pass' : 'FAIL'}  ${title} (${read}, ${time})`)
    for (const note of notes) console.log(`      ${note}`)
    for (const finding of findings) console.log(finding.replaceAll(/^/gm, '      '))
  }
  keepCounts('check', counts)
  console.log(inWords(counts))
  return counts.failed === 0 ? 0 : 1
}
