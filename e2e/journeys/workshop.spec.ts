import { expect, type Page } from '@playwright/test'
import { killSockets, mortalSockets } from '../mortal-sockets.ts'
import { type Overheard, overhear } from '../overheard.ts'
import { invite, PHONE, someone, startPlan, test, wordsOf } from '../people.ts'
import { openBox, section } from '../plan-page.ts'
import { readQr } from '../qr.ts'
import { expectBigTextFits } from '../reflow.ts'
import { ENGLISH, wordsIn } from '../words.ts'
import {
  comeInByCode,
  comeInByLink,
  expectGood,
  expectStep,
  leadByKeyboard,
  picture,
  putIdea,
  stepTitle,
} from '../workshop.ts'

const IDEAS = {
  Priya: 'The library on two evenings',
  Idris: 'A bench by the canal',
  Mair: 'Tea for carers on Fridays',
  Ben: 'Somebody who helps with forms',
} as const
type Name = keyof typeof IDEAS
const GROUP = 'Open in the evening'
const WHY = 'Who locks up in winter?'
const TITLE = 'A morning in the hall'
/** Of Ben's idea, and what he says it means. */
const WORD = 'forms'
const MEANING = 'Papers that ask the same thing four times'

/** Six pages in every step, and machines that are busy with other things. */
const LONG = 300_000

test('[WORK-1] [WORK-100] [WORK-101] [WORK-103] [WORK-124] [WORK-125] a workshop, from preparing it to closing it: a laptop without a mouse, three phones, somebody at home, and the wall', async ({
  withy,
  browser,
  facilitator,
  phone,
  ben,
}) => {
  test.setTimeout(LONG)
  const plan = await startPlan(facilitator, withy)
  const { code } = await invite(facilitator, withy, plan, { kind: 'code' })
  const { link: byPost } = await invite(facilitator, withy, plan)
  const lead = leadByKeyboard(facilitator.page)
  const [idris, mair] = await Promise.all([
    someone(browser, withy, 'Idris', PHONE),
    someone(browser, withy, 'Mair', PHONE),
  ])
  const people: Record<Name, Page> = { Priya: phone.page, Idris: idris.page, Mair: mair.page, Ben: ben.page }
  const names = Object.keys(people) as Name[]
  const wall = await facilitator.context.newPage()
  await wall.setViewportSize({ width: 1920, height: 1080 })
  const pages = { laptop: facilitator.page, phone: phone.page, home: ben.page, wall }
  const heard = Object.fromEntries(
    [...names.map((name) => [name, people[name]] as const), ['Farah', facilitator.page] as const].map(
      ([name, page]) => [name, overhear(page)],
    ),
  ) as Record<Name | 'Farah', Overheard>
  const allIn = async (kind: Parameters<typeof expectStep>[1]) => {
    await lead.goOnTo(kind)
    for (const name of names) await expectStep(people[name], kind)
    await picture(pages, kind)
    await expectGood(phone.page, `a phone at ${kind}`)
    await expectBigTextFits(phone.page, `a phone at ${kind}`)
    await expectGood(facilitator.page, `the laptop at ${kind}`)
  }

  /** What is looked at together, a break and the parking place: little is there, and nothing of it wider on a laptop. */
  const glance = async (kind: Parameters<typeof expectStep>[1]) => {
    await lead.goOnTo(kind)
    await expectStep(phone.page, kind)
    await picture(pages, kind)
    await expectGood(phone.page, `a phone at ${kind}`)
  }

  await lead.prepare(plan, TITLE)
  await lead.open()

  // Three things to do: the camera, a name, Join. Then they are in, and nothing else is asked.
  await wall.goto(`/plans/${plan}/screen`)
  await expect(stepTitle(wall)).toHaveText(TITLE)
  const qr = await readQr(wall.getByRole('img', { name: 'QR code to join this plan' }))
  await comeInByLink(phone.page, qr, 'Priya')
  await comeInByCode(idris.page, code ?? '', 'Idris')
  await comeInByCode(mair.page, code ?? '', 'Mair')
  await comeInByLink(ben.page, byPost, 'Ben')
  await allIn('welcome')
  await glance('look')

  await allIn('silent')
  await Promise.all(names.map((name) => putIdea(people[name], IDEAS[name])))
  await expect(phone.page.getByText('4 ideas so far.')).toBeVisible()
  await picture(pages, 'silent-written')
  // Everything the server has said to anybody so far, and the facilitator's page too.
  for (const [name, { words }] of Object.entries(heard)) {
    const said = await words()
    for (const other of names.filter((other) => other !== name))
      expect(said, `${name} was told nothing of what ${other} wrote`).not.toContain(IDEAS[other])
  }

  await lead.show()
  await allIn('gather')
  for (const name of names) {
    for (const other of names) await expect(people[name].getByText(IDEAS[other])).toBeVisible()
    const said = await heard[name].words()
    for (const other of names) expect(said, 'what is overheard is what they are told').toContain(IDEAS[other])
  }
  await lead.gather([IDEAS.Priya, IDEAS.Mair], GROUP)
  for (const name of names) await expect(people[name].getByRole('heading', { name: GROUP })).toBeVisible()
  await picture(pages, 'gather-groups')
  await expectGood(facilitator.page, 'the laptop with a group')
  await asksAndExplains(idris.page, ben.page)
  await phone.page.getByRole('button', { name: WORD, exact: true }).click()
  await expect(phone.page.getByRole('dialog', { name: WORD })).toContainText(MEANING)
  await phone.page.getByRole('button', { name: ENGLISH.text('common.close') }).click()
  await expectGood(phone.page, 'a phone with a word explained')
  await lead.putInPlan(GROUP)
  await expect.poll(() => wordsOf(facilitator, withy, plan)).toContain(GROUP)

  await glance('break')
  await allIn('dots')
  const beforeDots = marks(heard)
  for (const [name, choice] of [
    ['Priya', 'Idris'],
    ['Priya', 'Idris'],
    ['Idris', 'Idris'],
    ['Mair', 'Ben'],
    ['Ben', 'Ben'],
  ] as const)
    await people[name].getByRole('button', { name: `Give a dot to: ${IDEAS[choice]}` }).click()
  await expectNobodyTold(heard, beforeDots)
  await lead.show()
  for (const name of names) await expect(people[name].getByText('3 dots')).toBeVisible()
  await picture(pages, 'dots-shown')
  expect(await heard.Ben.words(beforeDots.Ben)).toMatch(TOLD)

  await allIn('fist')
  const beforeHands = marks(heard)
  const hands = { Priya: /^5:/, Idris: /^4:/, Mair: /^2:/, Ben: /^3:/ } as const
  for (const name of names) {
    const hand = people[name].getByRole('radio', { name: hands[name] })
    // Shown as chosen when the server has it.
    await hand.click()
    await expect(hand).toBeChecked()
  }
  await expectNobodyTold(heard, beforeHands)
  await lead.show()
  for (const name of names) await expect(people[name].getByText('2, a small worry: 1 person')).toBeVisible()
  await picture(pages, 'fist-shown')
  expect(await heard.Ben.words(beforeHands.Ben)).toMatch(TOLD)

  // Who gave two is heard.
  await mair.page.getByRole('textbox', { name: ENGLISH.text('workshop-steps.say-why') }).fill(WHY)
  await mair.page.getByRole('button', { name: ENGLISH.text('workshop-steps.say-it') }).click()
  for (const name of names) await expect(people[name].getByText(WHY).first()).toBeVisible()

  await allIn('write')
  const editor = await openBox(section(ben.page, ENGLISH.section('living-map')), ENGLISH.box('living-map.want'))
  await editor.pressSequentially('A door that is open after tea.')
  await expect.poll(() => wordsOf(facilitator, withy, plan)).toContain('A door that is open after tea.')

  await glance('parking')
  // Who writes is taken nowhere: they go on when they like.
  await ben.page.getByRole('button', { name: ENGLISH.text('workshop-steps.go-to-room') }).click()
  await glance('closing')
  for (const name of names) await expectStep(people[name], 'closing')
  const beforeTest = marks(heard)
  for (const name of names) {
    const [answer] = await people[name].getByRole('radio', { name: ENGLISH.text('workshop-steps.answer-helps') }).all()
    await answer?.click()
    if (answer) await expect(answer).toBeChecked()
  }
  await expectNobodyTold(heard, beforeTest)
  await lead.show()
  for (const name of names) await expect(people[name].getByText('4 people').first()).toBeVisible()
  await picture(pages, 'closing-shown')
  expect(await heard.Ben.words(beforeTest.Ben)).toMatch(TOLD)

  const workshop = new URL(facilitator.page.url()).pathname
  await lead.close()
  await picture(pages, 'closed')

  // Afterwards everybody can read what was said, and what became of it.
  await ben.page.goto(`${workshop}/record`)
  await expect(stepTitle(ben.page)).toHaveText(`Record: ${TITLE}`)
  await expect(ben.page.getByRole('heading', { name: 'What we did not all agree' })).toBeVisible()
  await expect(ben.page.getByText(WHY).first()).toBeVisible()
  await mair.page.goto(`${workshop}/you-said`)
  const own = mair.page.getByRole('listitem').filter({ hasText: IDEAS.Mair })
  await expect(own.getByText('In the plan', { exact: true })).toBeVisible()
  await picture({ home: ben.page, phone: mair.page }, 'afterwards')
  await Promise.all([idris, mair].map(({ context }) => context.close()))
})

/** How a message looks that tells how people voted. */
const TOLD = /"results":\{"dots":|"hands":\[/

const marks = <Who extends string>(heard: Record<Who, Overheard>) =>
  Object.fromEntries(Object.entries<Overheard>(heard).map(([name, { mark }]) => [name, mark()])) as Record<Who, number>

/** Nobody has been told a vote of another, whatever page they have: who leads gives none, and is told none. */
async function expectNobodyTold(heard: Record<Name | 'Farah', Overheard>, since: Record<Name | 'Farah', number>) {
  const voters: string[] = []
  for (const name of [...(Object.keys(IDEAS) as Name[]), 'Farah'] as const) {
    await expect
      .poll(() => heard[name].words(since[name]), `${name} is told how many have voted`)
      .toContain('"answered":4')
    const said = await heard[name].words(since[name])
    expect(said, `${name} is told nothing of how others vote`).not.toMatch(TOLD)
    const told = [...new Set([...said.matchAll(/"as":"([^"]+)"/g)].map(([, voter]) => voter ?? ''))]
    expect(told.length, `${name} is told of nobody's vote but their own`).toBe(name === 'Farah' ? 0 : 1)
    voters.push(...told)
  }
  expect(new Set(voters).size, 'each is told of another').toBe(voters.length)
}

test('[WORK-102] a phone that has slept for twenty minutes is back in the right step by itself', async ({
  withy,
  facilitator,
  phone,
}) => {
  const plan = await startPlan(facilitator, withy)
  const { link } = await invite(facilitator, withy, plan)
  const lead = leadByKeyboard(facilitator.page)
  await lead.prepare(plan, TITLE)
  await lead.open()
  await lead.goOnTo('silent')
  const { page, context } = phone
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.clock.install()
  await mortalSockets(page)
  await comeInByLink(page, link, 'Priya')
  await expectStep(page, 'silent')
  await putIdea(page, IDEAS.Priya)

  // The pocket: nothing runs, nothing comes, and the clock goes on without the page. Its socket is cut, and looks open.
  const before = sockets.length
  const session = await context.newCDPSession(page)
  await killSockets(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await context.setOffline(true)
  await lead.show()
  await lead.goOnTo('gather')
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await page.clock.fastForward('20:00')
  await context.setOffline(false)
  await expectStep(page, 'gather')
  await expect(page.getByText(IDEAS.Priya)).toBeVisible()
  expect(sockets.length, 'it came back by a socket of its own').toBeGreaterThan(before)
})

test('[WORK-100] [WORK-101] a workshop in Welsh, to the end: a turn for each voice, written alone and in twos, shown, and closed', async ({
  withy,
  browser,
}) => {
  test.setTimeout(LONG)
  const welsh = wordsIn('cy')
  const { text } = welsh
  const laptop = await someone(browser, withy, 'Farah', { locale: 'cy-GB' })
  const phone = await someone(browser, withy, 'Mair', { ...PHONE, locale: 'cy-GB' })
  const pages = { laptop: laptop.page, phone: phone.page }
  const plan = await startPlan(laptop, withy)
  const { link } = await invite(laptop, withy, plan)
  const lead = leadByKeyboard(laptop.page, welsh)
  await lead.prepare(plan, 'Bore yn y neuadd', 'area-first-of-three')
  await lead.open()
  await comeInByLink(phone.page, link, 'Mair', welsh)
  for (const kind of ['round', 'pairs'] as const) {
    await lead.goOnTo(kind)
    await expectStep(phone.page, kind, welsh)
    await picture(pages, `welsh-${kind}`)
    await expectGood(phone.page, `a phone in Welsh at ${kind}`)
    await expectGood(laptop.page, `a laptop in Welsh at ${kind}`)
  }
  await putIdea(phone.page, 'Te i ofalwyr ar ddydd Gwener', welsh)
  await lead.show()
  await lead.goOnTo('gather')
  await expect(phone.page.getByText('Te i ofalwyr ar ddydd Gwener')).toBeVisible()
  await picture(pages, 'welsh-gather')
  await lead.goOnTo('closing')
  await expectStep(phone.page, 'closing', welsh)
  const helps = phone.page.getByRole('radio', { name: text('workshop-steps.answer-helps') }).first()
  await helps.click()
  await expect(helps).toBeChecked()
  await picture(pages, 'welsh-closing')
  await lead.close()
  await expect(phone.page.getByRole('link', { name: text('workshop-after.you-said') })).toBeVisible()
  await expect(phone.page.getByText('Te i ofalwyr ar ddydd Gwener')).toBeVisible()
  await picture(pages, 'welsh-closed')
  for (const { context } of [laptop, phone]) await context.close()
})

/** Marked in an idea by one person and asked about, then explained by another. */
async function asksAndExplains(asker: Page, explainer: Page): Promise<void> {
  const ask = { name: ENGLISH.text('workshop-steps.what-means') }
  const from = IDEAS.Ben.indexOf(WORD)
  await asker.getByText(IDEAS.Ben).evaluate(
    (idea, [from, to]) => {
      const words = idea.firstChild ?? idea
      getSelection()?.setBaseAndExtent(words, from, words, to)
    },
    [from, from + WORD.length] as const,
  )
  await asker.getByRole('button', ask).tap()
  await expect(asker.getByRole('textbox', { name: ENGLISH.text('workshop-steps.which-word') })).toHaveValue(WORD)
  await asker.getByRole('button', { name: ENGLISH.text('workshop-steps.ask'), exact: true }).click()
  await asker.getByRole('button', { name: ENGLISH.text('common.done') }).click()
  await explainer.getByRole('button', ask).click()
  await explainer.getByRole('button', { name: `Explain: ${WORD}` }).click()
  await explainer.getByRole('textbox', { name: `What does “${WORD}” mean?` }).fill(MEANING)
  await explainer.getByRole('button', { name: ENGLISH.text('workshop-steps.explain-it') }).click()
  await expect(explainer.getByRole('definition')).toHaveText(MEANING)
  await explainer.getByRole('button', { name: ENGLISH.text('common.done') }).click()
}
