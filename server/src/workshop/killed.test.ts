import type { GlossaryWord, Steering, Taking } from '@withy/shared/api'
import { STEP_KINDS, type StepKind } from '@withy/shared/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { asks, type Guest, joinPlan, startPlan } from '../testing/guests.ts'
import { spawnServer } from '../testing/spawn-server.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { openDay } from '../testing/workshop-day.ts'

const IDEA = 'the-orchard-idea'

/** What only a step of this kind has. Ideas are of the step `silent`, and shown except in steps where people write. */
const DOES: Partial<Record<StepKind, (ben: Guest) => ({ steers: Steering } | { takes: Taking })[]>> = {
  gather: () => [
    { steers: { do: 'group', id: 'group-fruit', step: 'step-silent', name: 'Fruit', ideas: [IDEA] } },
    { steers: { do: 'fate', idea: IDEA, fate: 'not-yet', why: 'In May', place: null } },
  ],
  round: () => [{ steers: { do: 'turn', step: 'step-round', voice: 'resident', turn: 'now' } }],
  pairs: (ben) => [
    { steers: { do: 'stage', step: 'step-pairs', stage: 'twos' } },
    { takes: { do: 'idea', id: 'idea-of-pairs', step: 'step-pairs', words: 'In twos', saidBy: ben.person } },
  ],
  dots: (ben) => [{ takes: { do: 'dots', step: 'step-dots', as: ben.person, on: { [IDEA]: 3 } } }],
  fist: (ben) => [
    { takes: { do: 'hand', step: 'step-fist', as: ben.person, fingers: 2 } },
    { takes: { do: 'say-why', step: 'step-fist', as: ben.person, words: 'The cost' } },
  ],
  closing: (ben) => [
    {
      takes: {
        ...{ do: 'test', step: 'step-closing', as: ben.person },
        answers: { informed: 'helps', confident: 'harms', connected: null },
      },
    },
  ],
  parking: (ben) => [
    { takes: { do: 'idea', id: 'idea-parked', step: 'step-parking', words: 'The bus', saidBy: ben.person } },
  ],
}

/** A workshop in a step of a kind, in a plan of its own, with everything in it that such a step can have. */
async function inStep(origin: string, kind: StepKind) {
  const anna = await startPlan(origin)
  const ben = await joinPlan(anna, 'Ben', 'contributor')
  const day = await openDay(anna, kind === 'silent' ? ['silent'] : ['silent', kind], [ben])
  await day.take(ben, { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
  await day.take(ben, { do: 'idea', id: IDEA, step: 'step-silent', words: 'The orchard', saidBy: 'edith-at-table' })
  if (kind !== 'silent' && kind !== 'pairs') await day.steer(anna, { do: 'show', step: 'step-silent' })
  const { now } = await day.steer(anna, { do: 'go', from: null, to: `step-${kind}` })
  expect(now.step).toBe(`step-${kind}`)
  for (const one of DOES[kind]?.(ben) ?? [])
    await ('steers' in one ? day.steer(anna, one.steers) : day.take(ben, one.takes))
  await day.take(ben, { do: 'light', as: ben.person, light: 'slow' })
  await day.take(ben, { do: 'ask-meaning', id: 'asked-meaning', word: 'commons' })
  await day.take(ben, { do: 'ask-meaning', id: 'asked-another', word: 'Timebank' })
  await day.take(ben, { do: 'explain', id: 'asked-another', meaning: 'An hour for an hour' })
  await day.steer(anna, { do: 'more-time', step: `step-${kind}`, minutes: 5 })
  await day.steer(anna, { do: 'note', words: 'Ben looks tired' })
  return { kind, anna, ben, day, before: await both(day, anna, ben) }
}

type Day = Awaited<ReturnType<typeof openDay>>
const both = async (day: Day, anna: Guest, ben: Guest) =>
  Promise.all([anna, ben].map(async (one) => ({ ...(await day.seen(one)) })))

it('[WORK-11] [WORK-120] a server that is killed in any kind of step is back in it, with every idea, vote, light, group and turn', {
  timeout: 180_000,
}, async () => {
  const dataDir = tempDir()
  const first = await spawnServer(dataDir)
  onTestFinished(() => first.kill())
  const rooms = await Promise.all(STEP_KINDS.map((kind) => inStep(first.origin, kind)))
  // Still writing when it dies: what was answered is there afterwards.
  const { day, ben } = rooms.find(({ kind }) => kind === 'silent') ?? rooms[0] ?? never()
  const answered: string[] = []
  const writing = Array.from({ length: 60 }, async (_, n) => {
    const idea = {
      do: 'idea',
      id: `late-idea-${n}`,
      step: 'step-silent',
      words: `Idea ${n}`,
      saidBy: ben.person,
    } as const
    await day.take(ben, idea)
    answered.push(idea.id)
    if (answered.length === 5) await first.kill()
  })
  await Promise.allSettled(writing)
  expect(answered.length).toBeGreaterThanOrEqual(5)

  const busy = await timeOfEmptyStart()
  // Starting again is part of coming back.
  const from = performance.now()
  const { origin, kill } = await spawnServer(dataDir)
  onTestFinished(kill)
  for (const { kind, anna, ben, day, before } of rooms) {
    const { words } = await asks<{ words: GlossaryWord[] }>(
      { ...anna, origin },
      'GET',
      `/api/plans/${anna.plan}/glossary`,
    )
    expect(words).toMatchObject([{ word: 'Timebank', meaning: 'An hour for an hour', isOut: false }])
    const after = await both(day, { ...anna, origin }, { ...ben, origin })
    if (kind === 'silent') {
      expect(after[1]?.mine.ideas.map(({ id }) => id)).toEqual(expect.arrayContaining([IDEA, ...answered]))
      continue
    }
    for (const [n, seen] of before.entries()) {
      expect(after[n]?.now.rev).toBeGreaterThan(seen.now.rev)
      const same = { ...seen, now: { ...seen.now, rev: after[n]?.now.rev } }
      expect([kind, after[n]]).toEqual([kind, same])
    }
  }
  // On a machine that has much else to do five seconds are as long as five servers take there to start with nothing in them.
  expect(performance.now() - from).toBeLessThan(Math.max(5_000, 5 * busy))
})

/** How long a server without plans takes to start on this machine as it is now (ms). */
async function timeOfEmptyStart(): Promise<number> {
  const from = performance.now()
  const { kill } = await spawnServer(tempDir())
  onTestFinished(kill)
  return performance.now() - from
}

function never(): never {
  throw new Error('there is no such room')
}
