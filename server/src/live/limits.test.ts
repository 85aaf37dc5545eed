import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LIVE_LIMITS } from './limits.ts'

const spec = readFileSync(new URL('../../../docs/SPEC.md', import.meta.url), 'utf8')
const ruleOf = (rule: string) => spec.split('\n').find((line) => line.startsWith(`- **${rule}** `)) ?? ''

const count = (value: number) => value.toLocaleString('en-GB')
const kB = (bytes: number) => `${count(bytes / 1024)} kB`
const MB = (bytes: number) => `${count(bytes / 1024 / 1024)} MB`

const of = LIVE_LIMITS
// Other tests lower these numbers, so nothing but this holds what people are promised to what the server does.
describe('the numbers of the live room', () => {
  it.each([
    ['LIMIT-1', `at most ${MB(of.frameBytes)}.`],
    ['LIMIT-2', `at most ${kB(of.updateBytes)} that is new`],
    ['LIMIT-3', `at most ${count(of.structsPerUpdate)} structs of ${count(of.clientsPerUpdate)} clients`],
    ['LIMIT-3', `at most ${count(of.rangesPerUpdate)} deleted stretches`],
    ['LIMIT-4', `at most ${kB(of.presenceBytes)}`],
    ['LIMIT-4', `at most ${count(of.claimsPerDay)} client ids`],
    ['LIMIT-5', `${count(of.messagesPerSecond)} frames (${count(of.messagesAtOnce)} at once)`],
    ['LIMIT-5', `${kB(of.bytesPerSecond)} (${MB(of.bytesAtOnce)} at once) a second`],
    [
      'LIMIT-5',
      `a question counting as ${count(of.askCost)} frames and one more for each ${kB(of.askCostBytes)} of the plan`,
    ],
    ['LIMIT-6', `more than ${MB(of.bufferedBytes)} wait`],
    ['LIMIT-7', `at most ${count(of.socketsPerPerson)} sockets`],
    ['LIMIT-8', `at most ${count(of.sockets)} sockets`],
    ['LIMIT-9', `${MB(of.planBytes)} and ${count(of.rangesPerPlan)} deleted stretches`],
    ['LIMIT-9', `another ${count(of.takingOutRanges)} stretches`],
    ['SYNC-54', `at most every ${count(of.peopleMs)} ms`],
    ['ACCESS-74', `every ${count(of.testsMs / 1000)} s at most`],
  ])(
    '[LIMIT-1] [LIMIT-2] [LIMIT-3] [LIMIT-4] [LIMIT-5] [LIMIT-6] [LIMIT-7] [LIMIT-8] [LIMIT-9] [SYNC-54] [ACCESS-74] %s says "%s"',
    (rule, words) => {
      expect(ruleOf(rule)).toContain(words)
    },
  )
})
