import { expect } from '@playwright/test'
import { CLOSE } from '@withy/shared/protocol'
import { bring, invite, joinBy, peopleOf, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'
import { openRawSocket, typing } from '../raw-socket.ts'

/** How long a changed role may take to reach open pages and sockets. */
const AT_ONCE = 2_000

for (const role of ['viewer', 'suggester'] as const)
  test(`[SYNC-11] [PLAN-86] [TALK-13] a ${role} reads along, finds nowhere to write, and is refused by hand-made messages too`, async ({
    withy,
    anna,
    ben,
  }) => {
    const plan = await startPlan(anna, withy)
    await bring(anna, withy, plan, [ben], role)
    await openPlan(ben.page, plan)
    await expect(section(ben.page, 'Our shared story')).toBeVisible()
    await expect(ben.page.getByRole('button', { name: /^(Write here|Change|Add)/ })).toHaveCount(0)
    await expect(ben.page.getByRole('textbox')).toHaveCount(0)

    await openPlan(anna.page, plan)
    const editor = await openBox(section(anna.page, 'Our shared story'), 'Our story')
    await editor.pressSequentially('Everyone knows the orchard.')
    await expect(section(ben.page, 'Our shared story')).toContainText('Everyone knows the orchard.')

    const socket = await openRawSocket(ben, withy, plan)
    socket.send(typing('our-story.story', 'Ben was never allowed this'))
    expect(await socket.closed).toBe(CLOSE.role)
    expect(await wordsOf(anna, withy, plan)).not.toContain('never allowed')
  })

test('[SYNC-66] a viewer who becomes a writer writes at once', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben], 'viewer')
  await openPlan(ben.page, plan)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Change: Ben' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Ben' })
  await dialog.getByRole('radio', { name: /^Writer/ }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const write = section(ben.page, 'Our shared story').getByRole('button', { name: /^Write here/ })
  await expect(write).toBeVisible({ timeout: AT_ONCE })
  const editor = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await editor.pressSequentially('Now I may.')
  await expect.poll(() => wordsOf(anna, withy, plan)).toContain('Now I may.')
})

test('[TALK-13] [ACCESS-46] somebody invited to comment reads what they can do, and what a newer link gives them', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await openPlan(anna.page, plan)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('radio', { name: /^Commenter/ }).check()
  await anna.page.getByRole('button', { name: 'Make a link' }).click()
  await ben.page.goto(await anna.page.getByRole('textbox', { name: 'Link' }).inputValue())
  await expect(ben.page.getByText('You can read, comment and suggest other words.')).toBeVisible()
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
  await ben.page.getByRole('button', { name: 'Join' }).click()
  await expect(section(ben.page, 'Our shared story')).toBeVisible()
  expect((await peopleOf(anna, withy, plan)).at(-1)).toMatchObject({ name: 'Ben', role: 'suggester' })

  const { link } = await invite(anna, withy, plan)
  await ben.page.goto(link)
  await expect(
    ben.page.getByText('You can read and comment now. With this invitation you can also write.'),
  ).toBeVisible()
  await ben.page.getByRole('button', { name: 'Yes, do that' }).click()
  await expect(section(ben.page, 'Our shared story').getByRole('button', { name: /^Write here/ })).toBeVisible()
})

test('[SYNC-68] [ACCESS-4] [ACCESS-13] a writer who becomes a reader reads so at once, and can no longer write', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(ben.page, plan)
  const story = section(ben.page, 'Our shared story')
  const editor = await openBox(story, 'Our story')
  await editor.pressSequentially('Ben wrote this.')
  await expect(saved(ben.page)).toBeVisible()
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Change: Ben' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Ben' })
  await dialog.getByRole('radio', { name: /^Reader/ }).check()
  const answered = anna.page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await answered
  await Promise.all([
    expect(
      ben.page
        .getByRole('main')
        .getByText('You can only read this plan now. The owner can let you write again.', { exact: true }),
    ).toBeInViewport({ timeout: AT_ONCE }),
    expect(ben.page.getByRole('textbox')).toHaveCount(0, { timeout: AT_ONCE }),
    expect(ben.page.getByRole('button', { name: /^(Write here|Change|Add)/ })).toHaveCount(0, { timeout: AT_ONCE }),
  ])
  await expect(story, 'what was written stays').toContainText('Ben wrote this.')
  await ben.page.keyboard.type('And this not.')
  await expect(saved(ben.page)).toBeVisible()
  expect(await wordsOf(anna, withy, plan)).not.toContain('And this not.')
})

test('[SYNC-21] [ACCESS-9] someone taken out is gone from open pages within two seconds, and what they wrote stays', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(ben.page, plan)
  const editor = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await editor.pressSequentially('Ben was here.')
  await expect(saved(ben.page)).toBeVisible()
  const socket = await openRawSocket(ben, withy, plan)
  let closedAt = Number.POSITIVE_INFINITY
  socket.closed.then(() => {
    closedAt = Date.now()
  })

  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Change: Ben' }).click()
  await anna.page.getByRole('button', { name: 'Take out of the plan' }).click()
  const answered = anna.page.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await anna.page.getByRole('button', { name: 'Take them out' }).click()
  await answered
  const removedAt = Date.now()

  await expect(ben.page.getByRole('textbox')).toHaveCount(0, { timeout: AT_ONCE })
  await expect(saved(ben.page)).toBeHidden({ timeout: AT_ONCE })
  await socket.closed
  expect(closedAt - removedAt).toBeLessThan(AT_ONCE)
  await expect(openRawSocket(ben, withy, plan)).rejects.toThrow()
  expect(await wordsOf(anna, withy, plan)).toContain('Ben was here.')
  await expect(anna.page.getByText('Ben', { exact: true })).toHaveCount(0)
})

test('[ACCESS-33] a link that is withdrawn or renewed opens nothing any more', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  const { link } = await invite(anna, withy, plan)
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Renew' }).click()
  await anna.page.getByRole('button', { name: 'Make a new one' }).click()
  const shown = anna.page.getByRole('textbox', { name: 'Link' })
  await expect(shown).not.toHaveValue(link)
  const renewed = await shown.inputValue()

  await ben.page.goto(link)
  await expect(ben.page.getByText('This link no longer works. Ask for a new one.').first()).toBeVisible()
  await ben.page.goto('about:blank')
  await ben.page.goto(renewed)
  await expect(ben.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()

  await anna.page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await anna.page.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(shown).toHaveCount(0)
  await ben.page.goto('about:blank')
  await ben.page.goto(renewed)
  await expect(ben.page.getByText('This link no longer works. Ask for a new one.').first()).toBeVisible()
})

test('[ACCESS-12] an owner hands the plan over, and may leave', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Change: Ben' }).click()
  await anna.page.getByRole('button', { name: 'Hand the plan over' }).click()
  await anna.page.getByRole('button', { name: 'Hand it over' }).click()
  await expect
    .poll(async () => (await peopleOf(ben, withy, plan)).map(({ name, role }) => `${name} ${role}`))
    .toEqual(['Anna facilitator', 'Ben owner'])
  await anna.page.getByRole('button', { name: 'Change: Anna' }).click()
  await anna.page.getByRole('button', { name: 'Leave the plan' }).click()
  await anna.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect.poll(async () => (await peopleOf(ben, withy, plan)).map(({ name }) => name)).toEqual(['Ben'])
})

test('[ACCESS-44] the person a support plan is about takes their seat, and the plan is theirs', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy, { kind: 'support', title: 'Priya’s plan', voice: 'supporter' })
  await anna.page.goto(`/plans/${plan}/share`)
  await anna.page.getByRole('button', { name: 'Make their own link' }).click()
  const link = await anna.page.getByRole('textbox', { name: 'Link' }).first().inputValue()
  await phone.page.goto(link)
  await expect(phone.page.getByText('This plan is about you. It is yours.')).toBeVisible()
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await phone.page.getByRole('button', { name: 'Join' }).click()
  await expect(saved(phone.page)).toBeVisible()
  expect(await peopleOf(phone, withy, plan)).toMatchObject([
    { name: 'Anna', role: 'facilitator', seat: false },
    { name: 'Priya', role: 'owner', seat: true, voice: 'person' },
  ])
})

test('[ACCESS-25] a private link brings someone back on another device', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await anna.page.goto('/back')
  await anna.page.getByRole('button', { name: 'Show my private link' }).click()
  const link = await anna.page.getByRole('textbox', { name: 'Your private link' }).inputValue()
  // Ben's browser stands for Anna's other device: it has never seen Withy.
  await ben.page.goto(link)
  await ben.page.getByRole('button', { name: 'Open my plans here' }).click()
  await expect(ben.page.getByRole('link', { name: 'Brackenford East' })).toBeVisible()
  await openPlan(ben.page, plan)
  expect((await peopleOf(ben, withy, plan)).length).toBe(1)
})

test('[ACCESS-14] two people of one name are told apart', async ({ withy, anna, ben, phone }) => {
  const plan = await startPlan(anna, withy)
  const invitation = await invite(anna, withy, plan)
  await joinBy({ ...ben, name: 'Sam' }, withy, invitation)
  await joinBy({ ...phone, name: 'Sam' }, withy, invitation)
  await anna.page.goto(`/plans/${plan}/share`)
  const people = anna.page.getByRole('button', { name: /^Change: Sam/ })
  await expect(people).toHaveCount(2)
  const names = await people.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  expect(new Set(names).size).toBe(2)
})

test('[ACCESS-46] [ACCESS-41] [ACCESS-44] who is in the plan already writes by a writer’s link, and takes their seat by its own', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy, { kind: 'support', title: 'Priya’s plan', voice: 'supporter' })
  await bring(anna, withy, plan, [phone], 'viewer')
  const writer = await invite(anna, withy, plan, { voice: 'carer' })
  await phone.page.goto(writer.link)
  await expect(phone.page.getByText('You can read now. With this invitation you can also write.')).toBeVisible()
  await phone.page.getByRole('button', { name: 'Yes, do that' }).click()
  await expect(phone.page).toHaveURL(new RegExp(`/plans/${plan}`))
  await expect(phone.page.getByRole('button', { name: /^Write here/ }).first()).toBeVisible()
  expect((await peopleOf(anna, withy, plan)).at(-1)).toMatchObject({ name: 'Priya', role: 'contributor' })

  const seat = await invite(anna, withy, plan, { kind: 'seat' })
  await phone.page.goto(seat.link)
  await phone.page.getByRole('button', { name: 'Yes, this plan is about me' }).click()
  await expect(saved(phone.page)).toBeVisible()
  expect(await peopleOf(phone, withy, plan)).toMatchObject([
    { name: 'Anna', role: 'facilitator', seat: false },
    { name: 'Priya', role: 'owner', seat: true, voice: 'person' },
  ])
  await phone.page.goto(seat.link)
  await expect(phone.page.getByRole('link', { name: 'Open the plan' })).toBeVisible()
})
