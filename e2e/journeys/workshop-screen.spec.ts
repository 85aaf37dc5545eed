import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { bring, invite, peopleOf, type Someone, startPlan, test } from '../people.ts'
import type { Withy } from '../withy.ts'

type Seen = { readonly now: { readonly steps: readonly { readonly id: string; readonly kind: string }[] } }

async function post<T = unknown>({ context }: Someone, withy: Withy, path: string, data: object): Promise<T> {
  const answer = await context.request.post(`${withy.url}${path}`, { data, headers: { origin: withy.url } })
  expect(answer.ok(), `${path} ${JSON.stringify(data)}`).toBe(true)
  return answer.json()
}

test('[WORK-71] [WORK-73] [WORK-74] [WORK-75] [SYNC-76] @H3 the room screen follows a workshop and is never given what is hidden', async ({
  withy,
  facilitator,
  anna,
  ben,
  bigScreen,
}) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [anna, ben])
  await bring(facilitator, withy, plan, [bigScreen], 'viewer')
  await invite(facilitator, withy, plan, { kind: 'code' })
  const people = await peopleOf(facilitator, withy, plan)
  const idOf = ({ name }: Someone) => people.find((person) => person.name === name)?.id ?? ''
  const path = `/api/plans/${plan}/workshops`
  const { workshop } = await post<{ workshop: string }>(facilitator, withy, path, {
    ...{ shape: 'area-2-hours', title: 'The May meeting', lang: 'en' },
  })
  const steer = (said: object) => post<Seen>(facilitator, withy, `${path}/${workshop}/steer`, said)
  const take = (who: Someone, said: object) => post(who, withy, `${path}/${workshop}/take-part`, said)

  // Everything that comes to either screen: a viewer's, and the one on the facilitator's own laptop.
  const got: string[] = []
  for (const { page } of [bigScreen, facilitator]) {
    page.on('response', async (answer) => {
      if (answer.url().includes('/api/')) got.push(await answer.text().catch(() => ''))
    })
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => got.push(payload.toString())))
    await page.goto(`/plans/${plan}/screen`)
  }
  const wall = bigScreen.page
  const pages = async () => [await wall.content(), await facilitator.page.content()]
  const expectHidden = async (...secrets: string[]) => {
    for (const place of [...got, ...(await pages())]) for (const secret of secrets) expect(place).not.toContain(secret)
  }
  const title = (page = wall) => page.getByRole('heading', { level: 1 })

  const { now } = await steer({ do: 'open' })
  const stepOf = (kind: string) => now.steps.find((step) => step.kind === kind)?.id ?? ''
  await expect(title(), 'a screen that was there before the workshop comes into it').toHaveText('The May meeting')
  await steer({ do: 'note', words: 'Mind the time with Ben' })
  const needs = { ticks: ['large-text'], words: 'Please speak to my left ear' }
  for (const who of [anna, ben]) await take(who, { do: 'come-in', needs })

  await steer({ do: 'go', from: null, to: stepOf('silent') })
  await expect(title()).toHaveText('Write your ideas')
  const words = ['The orchard behind the mill', 'Late buses on Fridays']
  for (const [i, who] of [anna, ben].entries()) {
    await take(who, { do: 'idea', id: `idea-number-${i}`, step: stepOf('silent'), words: words[i], saidBy: idOf(who) })
  }
  await expect(wall.getByText('2 ideas so far.')).toBeVisible()
  await expect(facilitator.page.getByText('2 ideas so far.')).toBeVisible()
  await expectHidden(...words)

  await steer({ do: 'show', step: stepOf('silent') })
  await steer({ do: 'go', from: stepOf('silent'), to: stepOf('gather') })
  for (const idea of words) {
    await expect(wall.getByText(idea)).toBeVisible()
    expect(got.join(), 'frames are read here').toContain(idea)
  }
  // More than one page holds: the last is turned to, and all of it is there to read.
  for (let i = 1; i < 10; i++) {
    const bench = {
      id: `idea-of-bench-${i}`,
      step: stepOf('silent'),
      words: `A bench by lock ${i}`,
      saidBy: idOf(anna),
    }
    await take(anna, { do: 'idea', ...bench })
  }
  await expect(wall.getByText('Page 1 of 2')).toBeVisible()
  await wall.getByRole('button', { name: 'Page on' }).click()
  await expect(wall.getByText('A bench by lock 9')).toBeInViewport()

  await steer({ do: 'go', from: stepOf('gather'), to: stepOf('dots') })
  await take(anna, { do: 'dots', step: stepOf('dots'), as: idOf(anna), on: { 'idea-number-1': 3 } })
  await expect(wall.getByText('1 person has given dots.')).toBeVisible()
  await expectHidden('"idea-number-1":3')
  await steer({ do: 'show', step: stepOf('dots') })
  await expect(wall.getByRole('listitem').filter({ hasText: words[1] as string })).toContainText('3 dots')

  await steer({ do: 'go', from: stepOf('dots'), to: stepOf('fist') })
  await take(ben, { do: 'hand', step: stepOf('fist'), as: idOf(ben), fingers: 1 })
  await take(ben, { do: 'say-why', step: stepOf('fist'), as: idOf(ben), words: 'Who pays for it' })
  await expect(wall.getByText('1 person has answered.')).toBeVisible()
  await expectHidden('Who pays for it', '[0,1,0,0,0,0]')
  await steer({ do: 'show', step: stepOf('fist') })
  await expect(wall.getByText('1, a big worry: 1 person')).toBeVisible()
  const said = Array.from({ length: 24 }, (_, n) => `so many words ${n + 1}`).join(', ')
  await steer({ do: 'caption', words: said })
  const captions = facilitator.page.getByRole('region', { name: 'What is being said' })
  await expect(captions).toContainText('so many words 24')
  await expect(captions).not.toContainText('so many words 1,')
  const lines = (box: Element) => {
    const words = box.querySelector('p') ?? box
    const { top, height } = words.getBoundingClientRect()
    const isCut = top < box.getBoundingClientRect().top - 2
    return { isCut, lines: Math.round(height / Number.parseFloat(getComputedStyle(words).lineHeight)) }
  }
  await expect.poll(() => captions.evaluate(lines)).toEqual({ isCut: false, lines: 3 })
  await expectNoAxeFindings(facilitator.page, 'the room screen with hands and long captions')

  await steer({ do: 'close' })
  await expect(title()).toHaveText('Thank you')
  // To the end: what only facilitators or one person may see came to neither, and no name stands in what people see.
  await expectHidden('Mind the time with Ben', 'left ear', '"mine":{', '"desk":{')
  for (const name of ['Anna', 'Ben']) await expect(wall.getByText(name)).toHaveCount(0)
})
