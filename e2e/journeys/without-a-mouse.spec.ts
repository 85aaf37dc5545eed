import { expect } from '@playwright/test'
import { expectFocusSeen, tabTo } from '../keyboard.ts'
import { invite, peopleOf, startPlan, test, wordsOf } from '../people.ts'
import { openPlan, saved, section } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'

test('[A11Y-63] @C1 people are invited, join by code and get another role without a mouse', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  const { keyboard } = page
  await openPlan(page, plan)
  await tabTo(page, page.getByRole('link', { name: 'Share', exact: true }).first())
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: /^Writer/ }))
  for (const role of [/^Commenter/, /^Reader/]) {
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: role })).toBeChecked()
  }
  await tabTo(page, page.getByRole('button', { name: 'Make a link' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Link' }), 'what is new is next').toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Copy' }))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Make a code to say out loud' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Code' })).toBeFocused()
  const code = await page.getByText(/^[A-Z0-9]{4}[ -][A-Z0-9]{4}$/).textContent()

  const door = ben.page
  await door.goto('/')
  await tabTo(door, door.getByRole('link', { name: 'Join with a code' }))
  await door.keyboard.press('Enter')
  await tabTo(door, door.getByRole('textbox', { name: 'Type the code' }))
  await door.keyboard.type(code ?? '')
  await tabTo(door, door.getByRole('button', { name: 'Next' }))
  await door.keyboard.press('Enter')
  await tabTo(door, door.getByRole('textbox', { name: 'Your name' }))
  await door.keyboard.type('Ben')
  await tabTo(door, door.getByRole('button', { name: 'Join' }))
  await door.keyboard.press('Enter')
  await expect(saved(door)).toBeVisible()
  expect(await peopleOf(anna, withy, plan)).toMatchObject([{ name: 'Anna' }, { name: 'Ben', role: 'viewer' }])

  await page.reload()
  const change = page.getByRole('button', { name: 'Change: Ben' })
  await tabTo(page, change)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ben' })
  await tabTo(page, dialog.getByRole('radio', { name: /^Reader/ }))
  for (const role of [/^Commenter/, /^Writer/]) {
    await keyboard.press('ArrowUp')
    await expect(dialog.getByRole('radio', { name: role })).toBeChecked()
  }
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(change, 'back where it began').toBeFocused()
  await expectFocusSeen(page)
  expect(await peopleOf(anna, withy, plan)).toMatchObject([{ name: 'Anna' }, { name: 'Ben', role: 'contributor' }])

  await tabTo(page, page.getByRole('button', { name: 'Withdraw', exact: true }).first())
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Withdraw it' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Withdraw', exact: true })).toHaveCount(1)
})

test('[A11Y-63] @C1 a plan is taken away, gets a section of its own and goes on the room screen without a mouse', async ({
  withy,
  anna,
}) => {
  const plan = await startPlan(anna, withy)
  await invite(anna, withy, plan, { kind: 'code' })
  const { page } = anna
  const { keyboard } = page
  await openPlan(page, plan)
  const takeAway = page.getByRole('button', { name: 'Take away' }).first()
  await tabTo(page, takeAway)
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Get it: Web page' }))
  const [file] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  expect(file.suggestedFilename()).toMatch(/\.html$/)
  await keyboard.press('Escape')
  await expect(takeAway).toBeFocused()

  // Backwards the end of the page is near.
  await tabTo(page, page.getByRole('button', { name: 'Add a section of your own' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What is the section about?' })).toBeFocused()
  await keyboard.type('The river')
  await keyboard.press('Enter')
  const river = section(page, 'The river')
  await expect(river.getByRole('heading', { name: 'The river' })).toBeFocused()
  await tabTo(page, river.locator('summary', { hasText: 'More' }))
  await keyboard.press('Enter')
  await tabTo(page, river.getByRole('button', { name: 'Change the title' }))
  await keyboard.press('Enter')
  await expect(river.getByRole('textbox', { name: 'New title' })).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type('The river and its meadow')
  await keyboard.press('Enter')
  const renamed = section(page, 'The river and its meadow')
  await expect(renamed.getByRole('heading', { level: 3 })).toBeFocused()
  await tabTo(page, renamed.getByRole('button', { name: 'Take this section out' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Put it back/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(renamed.getByRole('heading', { level: 3 })).toBeFocused()
  await expect.poll(() => wordsOf(anna, withy, plan)).toContain('The river and its meadow')

  await openPlan(page, plan)
  await tabTo(page, page.getByRole('link', { name: 'Room screen' }).first())
  await keyboard.press('Enter')
  const setUp = page.getByRole('button', { name: 'Set up' })
  await tabTo(page, setUp)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('radio', { name: 'Middle' }))
  await keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Far' })).toBeChecked()
  const join = dialog.getByRole('button', { name: 'Show how to join' })
  const shown = (await join.getAttribute('aria-pressed')) ?? ''
  await tabTo(page, join)
  await keyboard.press('Enter')
  await expect(join).not.toHaveAttribute('aria-pressed', shown)
  await keyboard.press('Escape')
  await expect(setUp).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Next section' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our place')
})

test('[A11Y-63] @C1 an idea is made an action and its tests are answered without a mouse', async ({ withy, anna }) => {
  const plan = await startPlan(anna, withy)
  const { page } = anna
  const { keyboard } = page
  await openPlan(page, plan)
  const rail = page.getByRole('navigation', { name: 'Sections of this plan' })
  await tabTo(page, rail.getByRole('link', { name: 'Living map' }))
  await keyboard.press('Enter')
  const map = section(page, 'Living map')
  await expect(map.getByRole('heading', { name: 'Living map' })).toBeFocused()
  const idea = 'Timebanking and Time Credits'
  await tabTo(page, map.locator('summary', { hasText: 'ideas that work elsewhere' }))
  await keyboard.press('Enter')
  await tabTo(page, map.getByRole('button', { name: `Make it an action: ${idea}` }))
  await keyboard.press('Enter')
  await expect(map.getByRole('button', { name: `In the plan: Do: ${idea}` })).toBeFocused()

  const action = map.getByRole('list', { name: 'Living map, Do' }).getByRole('article', { name: idea })
  await tabTo(page, action.locator('summary', { hasText: 'Test it' }), 'Shift+Tab')
  await keyboard.press('Enter')
  const question = action.getByRole('group', { name: ENGLISH.text('action-tests.test-informed') })
  // Tab comes to the one that is chosen; arrows choose another.
  await tabTo(page, question.getByRole('radio', { checked: true }))
  const noChange = question.getByRole('radio', { name: 'No change' })
  for (let press = 0; press < 5 && !(await noChange.isChecked()); press++) await keyboard.press('ArrowRight')
  await expect(noChange).toBeChecked()
  await tabTo(page, action.getByRole('button', { name: 'Keep my answers' }))
  await keyboard.press('Enter')
  await expect(action.getByText('Your answers are kept.')).toBeVisible()
})
