import { expect } from '@playwright/test'
import { test } from '../orca/test.ts'
import { bring, someone, startPlan } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { isHere, openRawSocket } from '../raw-socket.ts'

const MANY = ['Ada', 'Bill', 'Cai', 'Dai', 'Eve', 'Fay', 'Gwen', 'Huw'] as const
const WITHIN = 6_000

test('[SYNC-64] [A11Y-41] @D3 @D4 somebody who cannot see the screen hears in one or two sentences that eight came in, and in one what Ben changed', async ({
  listener: rosa,
  ear,
  withy,
  browser,
  ben,
}) => {
  const plan = await startPlan(rosa, withy)
  const many = []
  for (const name of MANY) many.push(await someone(browser, withy, name))
  await bring(rosa, withy, plan, [ben, ...many])
  await openPlan(rosa.page, plan)
  // Who is there already is no news to her: she has been here for a while.
  for (let stop = 0; stop < 3; stop++) await ear.press('Tab')
  const sockets = await Promise.all(many.map((who) => openRawSocket(who, withy, plan)))
  ear.note('eight people come in within a second')
  const began = Date.now()
  for (const socket of sockets) socket.send(isHere())
  expect(Date.now() - began, 'all of them within a second').toBeLessThan(1_000)
  await ear.hears(/joined\./)
  expect(Date.now() - began, 'told within 6 s').toBeLessThan(WITHIN)
  const counted = async () =>
    (await ear.sinceKey()).reduce((sum, said) => sum + Number(/^(\d+) people joined\.$/.exec(said)?.[1] ?? 0), 0)
  await expect.poll(counted).toBe(MANY.length)
  expect(
    (await ear.sinceKey()).filter((said) => said.includes('joined')).length,
    'sentences about it',
  ).toBeLessThanOrEqual(2)

  await openPlan(ben.page, plan)
  const story = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await ear.press('Tab')
  ear.note('Ben writes three sentences')
  await story.pressSequentially('We bake bread. On Fridays. Everybody comes.')
  await ear.hears(/Ben changed Our shared story/)
  expect(
    (await ear.sinceKey()).filter((said) => said.includes('changed')),
    'all he wrote is one',
  ).toHaveLength(1)
  for (const socket of sockets) socket.end()
  for (const { context } of many) await context.close()
})
