import type { Taking } from '@withy/shared/api'
import SqliteFile from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Bot } from '../testing/bot.ts'
import { type Guest, joinPlan, startPlan } from '../testing/guests.ts'
import { serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { openDay } from '../testing/workshop-day.ts'

/** A workshop of the real server, with a socket and every answer of everybody: who leads, who leads too, who takes part, who looks on. */
async function hall() {
  const server = await serverForTest()
  const anna = await startPlan(server.origin)
  const [ben, cara, olu, screen] = await Promise.all([
    joinPlan(anna, 'Ben', 'contributor'),
    joinPlan(anna, 'Cara', 'contributor'),
    joinPlan(anna, 'Olu', 'facilitator'),
    joinPlan(anna, 'Screen', 'viewer'),
  ])
  const day = await openDay(anna, ['silent', 'dots', 'fist', 'closing', 'parking'], [ben, cara, olu])
  const all = [anna, ben, cara, olu, screen]
  const bots = await Promise.all(all.map((one) => syncedBot(one)))
  // Whatever an answer says to somebody who is not Ben, and whatever comes on any socket at all, Ben's own too.
  const notBen = all.filter((one) => one !== ben)
  const answers: string[] = []
  const take = async (by: Guest, said: Parameters<typeof day.take>[1]) => {
    const answer = await day.take(by, said)
    if (by !== ben) answers.push(JSON.stringify(answer))
  }
  const steer = async (said: Parameters<typeof day.steer>[1]) => {
    answers.push(JSON.stringify(await day.steer(anna, said)))
  }
  let captions = 0
  /** All that reached anybody else until now. */
  async function everything(): Promise<string> {
    for (const one of notBen)
      answers.push(JSON.stringify([await day.seen(one), await day.shared(one), await day.own(one)]))
    // What comes after it says that what came before it is here.
    const words = `caption ${++captions}`
    await steer({ do: 'caption', words })
    for (const bot of bots) await until(() => expect(raw(bot)).toContain(words))
    return [...answers, ...bots.map(raw)].join('\n')
  }
  return { server, anna, ben, cara, day, bots, take, steer, everything }
}

const raw = (bot: Bot): string => bot.heard.map((frame) => Buffer.from(frame).toString('utf8')).join('\n')

it('[WORK-1] [WORK-2] an idea is nobody else’s until it is shown: on no socket, in no answer, for no facilitator', async () => {
  const { ben, take, steer, everything } = await hall()
  await steer({ do: 'go', from: null, to: 'step-silent' })
  const idea = {
    do: 'idea',
    id: 'idea-orchard',
    step: 'step-silent',
    words: 'hush-orchard',
    saidBy: ben.person,
  } as const
  await take(ben, idea)
  await take(ben, { do: 'change-idea', id: 'idea-orchard', words: 'hush-apples' })
  await take(ben, { ...idea, id: 'idea-parked', step: 'step-parking', words: 'parked-bus' })
  const before = await everything()
  expect(before).not.toMatch(/hush|idea-orchard/)
  expect(before).toContain('"ideas":1')
  expect(before).toContain('parked-bus')
  await steer({ do: 'show', step: 'step-silent' })
  expect(await everything()).toContain('hush-apples')
})

it('[WORK-3] dots, hands, their why and answers to the closing test are nobody else’s until they are shown', async () => {
  const { ben, cara, day, take, steer, everything } = await hall()
  await take(ben, { do: 'idea', id: 'idea-bus', step: 'step-parking', words: 'The bus', saidBy: ben.person })
  const votes: readonly Taking[] = [
    { do: 'dots', step: 'step-dots', as: ben.person, on: { 'idea-bus': 3 } },
    { do: 'hand', step: 'step-fist', as: ben.person, fingers: 1 },
    { do: 'say-why', step: 'step-fist', as: ben.person, words: 'hush-cost' },
    {
      do: 'test',
      step: 'step-closing',
      as: ben.person,
      answers: { informed: 'harms', confident: null, connected: null },
    },
  ]
  for (const vote of votes) await take(ben, vote)
  for (const [from, step] of [
    [null, 'step-dots'],
    ['step-dots', 'step-fist'],
    ['step-fist', 'step-closing'],
  ] as const)
    await steer({ do: 'go', from, to: step })
  const before = await everything()
  expect(before).not.toMatch(/hush|"dots":\{|harms|"fingers":1|"hands":\[/)
  expect(before).toContain('"answered":1')
  for (const step of ['step-dots', 'step-fist', 'step-closing']) await steer({ do: 'show', step })
  const after = await everything()
  expect(after).toContain('"test":{"informed":{"harms":1}}')
  await steer({ do: 'go', from: 'step-closing', to: 'step-fist' })
  expect(await everything()).toContain('"hands":[0,1,0,0,0,0]')
  // How many, and never who: the words of those who spoke are theirs.
  expect((await day.seen(cara)).now.results?.said).toEqual([{ by: 'Ben', words: 'hush-cost' }])
  await steer({ do: 'go', from: 'step-fist', to: 'step-dots' })
  expect(await everything()).toContain('"dots":{"idea-bus":3}')
})

it('[WORK-3] what somebody needs reaches facilitators only, and who asks what a word means nobody', async () => {
  const { server, anna, ben, cara, day, bots, take, everything } = await hall()
  await take(ben, { do: 'come-in', needs: { ticks: ['slow'], words: 'hush-needs' } })
  await take(ben, { do: 'ask-meaning', id: 'asked-a-word', word: 'commons' })
  const all = await everything()
  expect(bots.map((bot) => raw(bot).includes('hush-needs'))).toEqual(bots.map(() => false))
  expect(JSON.stringify([await day.seen(cara), await day.shared(anna)])).not.toContain('hush-needs')
  expect(JSON.stringify((await day.seen(anna)).desk)).toContain('hush-needs')
  expect(all).toContain('"asked":[{"id":"asked-a-word","word":"commons","meaning":null}]')
  const file = new SqliteFile(server.database, { readonly: true })
  const rows = file.prepare("select id, value from workshop_part where kind = 'asked'").all() as { value: string }[]
  file.close()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Ben|${ben.person}`))
})
