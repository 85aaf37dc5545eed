import { expect } from '@playwright/test'
import { bring, startPlan, test, wordsOf } from '../people.ts'
import { about, addItem, openBox, openItem, openPlan, saved, section } from '../plan-page.ts'

/** How often a stretch of words is there. Words that were typed once must be there once. */
const times = (all: string, words: string) => all.split(words).length - 1

test('[SYNC-63] [SYNC-69] a plan is started from the first page, and everyone sees who is here and what they write', async ({
  withy,
  anna,
  ben,
  facilitator,
}) => {
  await anna.page.goto('/')
  await anna.page.getByRole('link', { name: 'Start a plan' }).first().click()
  await anna.page.getByRole('radio', { name: /^A place/ }).check()
  await anna.page.getByRole('textbox', { name: 'What is the plan called?' }).fill('Orchard Lane')
  await anna.page.getByRole('textbox', { name: 'Your name' }).fill('Anna')
  await anna.page.getByRole('radio', { name: 'I live here' }).check()
  await anna.page.getByRole('button', { name: 'Start the plan' }).click()
  await expect(saved(anna.page)).toBeVisible()
  await expect(anna.page.getByRole('heading', { level: 1 })).toContainText('Orchard Lane')
  const plan = new URL(anna.page.url()).pathname.split('/')[2] ?? ''

  const all = [anna, ben, facilitator]
  await bring(anna, withy, plan, [ben, facilitator])
  await Promise.all([ben, facilitator].map(({ page }) => openPlan(page, plan)))

  const editors = []
  for (const { page } of all) editors.push(await openBox(section(page, 'Our shared story'), 'Our story'))
  const sentences = all.map(({ name }) => `${name} writes a whole sentence.`)
  await Promise.all(editors.map((editor, who) => editor.pressSequentially(`${sentences[who]} `, { delay: 20 })))
  // Each sentence is there once and unbroken, whoever comes first, and nothing else is.
  const wholeSentences = (said: string | null) =>
    sentences
      .reduce((left, words, who) => left.replaceAll(words, ` ${who} `), said ?? '')
      .split(/\s+/)
      .filter(Boolean)
  for (const editor of editors)
    await expect.poll(async () => wholeSentences(await editor.textContent()).sort()).toEqual(['0', '1', '2'])
  for (const { page } of all) await expect(saved(page)).toBeVisible()
  const said = await Promise.all(editors.map((editor) => editor.textContent()))
  expect(new Set(said).size, 'everyone reads the same').toBe(1)
  for (const { name } of [ben, facilitator])
    await expect(
      section(anna.page, 'Our shared story').getByText(`${name} is writing here`, { exact: true }),
      'a chip says who is here',
    ).toBeVisible()
})

test('[PLAN-80] two people type in the same cell, and nobody loses a word', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const item = await addItem(section(anna.page, 'Living map'), 'Add a good thing', 'Hall')
  const annas = item.getByRole('textbox').first()
  const bens = (await openItem(section(ben.page, 'Living map'), 'Hall')).getByRole('textbox').first()
  await annas.press('End')
  await bens.press('Home')
  await Promise.all([
    annas.pressSequentially(' with a kitchen', { delay: 25 }),
    bens.pressSequentially('The village ', { delay: 25 }),
  ])
  await expect(annas).toHaveValue('The village Hall with a kitchen')
  await expect(bens).toHaveValue('The village Hall with a kitchen')
  await expect.poll(async () => times(await wordsOf(anna, withy, plan), 'The village Hall with a kitchen')).toBe(1)
})

test('[PLAN-13] [PLAN-87] an item is moved while somebody types in it: no word is lost, no item doubled', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const map = section(anna.page, 'Living map')
  for (const words of ['Library', 'Orchard', 'Bakery']) {
    const item = await addItem(map, 'Add a good thing', words)
    await item.getByRole('button', { name: 'Done' }).click()
  }
  const writing = (await openItem(map, 'Orchard')).getByRole('textbox').first()
  await writing.press('End')
  const moving = await openItem(section(ben.page, 'Living map'), 'Orchard')
  await Promise.all([
    writing.pressSequentially(' of forty old trees', { delay: 40 }),
    (async () => {
      await moving.getByRole('button', { name: 'Move up' }).click()
      await moving.getByRole('button', { name: 'Move down' }).click()
      await moving.getByRole('button', { name: 'Move down' }).click()
    })(),
  ])
  await expect(writing).toHaveValue('Orchard of forty old trees')
  await expect(writing, 'the one who types is not thrown out').toBeFocused()
  const drawn = map.getByRole('article')
  await expect(drawn.nth(1), 'it stays where it is while it is written in').toHaveAccessibleName(/^Orchard/)
  await expect.poll(async () => times(await wordsOf(anna, withy, plan), 'Orchard of forty old trees')).toBe(1)
  const plain = await wordsOf(ben, withy, plan)
  expect(plain.indexOf('Library')).toBeLessThan(plain.indexOf('Bakery'))
  expect(plain.indexOf('Bakery')).toBeLessThan(plain.indexOf('Orchard'))
  await expect(drawn.nth(1)).toHaveAccessibleName(/^Orchard/)
  await map.getByRole('button', { name: 'Done' }).click()
  await expect(drawn.nth(2), 'and is where it was moved to after that').toHaveAccessibleName(/^Orchard/)
})

test('[SYNC-55] undo takes back one’s own words only', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const annas = await openBox(section(anna.page, 'Our shared story'), 'Our story')
  await annas.pressSequentially('Anna begins. ')
  await expect(section(ben.page, 'Our shared story')).toContainText('Anna begins.')
  const bens = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await bens.press('Control+End')
  await bens.pressSequentially('Ben goes on.')
  await expect(annas).toContainText('Ben goes on.')
  await annas.press('Control+z')
  await expect(annas).not.toContainText('Anna begins.')
  await expect(annas).toContainText('Ben goes on.')
  await annas.press('Control+Shift+z')
  await expect(annas).toContainText('Anna begins.')
  await expect(bens).toContainText('Anna begins.')
})

test('[SYNC-55] [PLAN-83] undo goes back through boxes, newest first, also where the box is closed', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  const { page } = anna
  await openPlan(page, plan)
  await openPlan(ben.page, plan)
  const [story, place] = [section(page, 'Our shared story'), section(page, 'Our place')]
  const annas = await openBox(story, 'Our story')
  await annas.pressSequentially('Anna begins. ')
  await expect(section(ben.page, 'Our shared story')).toContainText('Anna begins.')
  const bens = await openBox(section(ben.page, 'Our shared story'), 'Our story')
  await bens.press('Control+End')
  await bens.pressSequentially('Ben goes on.')
  await expect(annas).toContainText('Ben goes on.')

  // Another box opens, and the one before it is words again; then this one is closed as well.
  const later = await openBox(place, 'The place')
  await later.pressSequentially('From the canal on.')
  await expect(story.getByRole('textbox')).toHaveCount(0)
  await place.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('textbox')).toHaveCount(0)

  const keys = page.keyboard
  await keys.press('Control+z')
  await expect(place).not.toContainText('From the canal on.')
  await expect(story).toContainText('Anna begins.')
  await keys.press('Control+z')
  await expect(story).not.toContainText('Anna begins.')
  await expect(story).toContainText('Ben goes on.')
  await expect(page.getByRole('button', { name: 'Undo' }), 'nothing of others is left to take back').toBeDisabled()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(story).toContainText('Anna begins.')
  await expect(place).not.toContainText('From the canal on.')
  await keys.press('Control+Shift+z')
  await expect(section(ben.page, 'Our place')).toContainText('From the canal on.')
  await expect(bens).toContainText('Anna begins. Ben goes on.')
})

test('[PLAN-88] an item taken out can be put back, by anyone who writes here', async ({ withy, anna, ben }) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const item = await addItem(section(anna.page, 'Living map'), 'Add a good thing', 'Bandstand')
  await item.getByRole('button', { name: 'Take out' }).click()
  await expect(section(ben.page, 'Living map').getByRole('article', { name: 'Bandstand' })).toHaveCount(0)
  await section(anna.page, 'Living map')
    .getByRole('button', { name: about('Put it back', 'Bandstand') })
    .click()
  await expect(section(ben.page, 'Living map').getByRole('article', { name: 'Bandstand' })).toBeVisible()
})
