import { expect, type Page } from '@playwright/test'
import { othersCaret } from '../carets.ts'
import { test } from '../orca/test.ts'
import { bring, someone, startPlan } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

const SECTION = 'Our shared story'
const BOX = 'Our story'
const LINE = 'I like walking to the shop on my own.'
const NEXT = 'Then I have tea.'

test('[SYNC-60] @D1 a line that somebody else has their caret in is read letter by letter as it is', async ({
  listener: rosa,
  ear,
  withy,
  browser,
}) => {
  const ben = await someone(browser, withy, 'Ben')
  const plan = await startPlan(rosa, withy)
  await bring(rosa, withy, plan, [ben])
  for (const { page } of [rosa, ben]) await openPlan(page, plan)
  const theirs = await openBox(section(ben.page, SECTION), BOX)
  await theirs.pressSequentially(LINE)
  await theirs.press('Enter')
  await theirs.pressSequentially(NEXT)
  const mine = await openBox(section(rosa.page, SECTION), BOX)
  await expect(mine).toContainText(NEXT)
  ear.note(`Ben has his caret in the middle of a word of “${LINE}”`)
  await theirs.press('Control+Home')
  for (let letter = 0; letter < 'I like wa'.length; letter++) await theirs.press('ArrowRight')
  await expect(othersCaret(rosa.page)).toHaveCount(1)

  await ear.press('ctrl+End')
  expect((await ear.press('Up')).join('\n')).toContain(LINE)
  expect((await ear.press('Down')).join('\n')).toContain(NEXT)
  expect(await toldOf(rosa.page)).toEqual([LINE, NEXT])
  await ben.context.close()
})

/** The lines of the open text box as the browser tells them to whatever reads the screen. */
async function toldOf(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const textIn = (id: string): string => {
    const node = byId.get(id)
    if (node?.role?.value === 'StaticText') return String(node.name?.value ?? '')
    return (node?.childIds ?? []).map(textIn).join('')
  }
  const box = nodes.find(({ role, name }) => role?.value === 'textbox' && String(name?.value).includes(BOX))
  return (box?.childIds ?? []).map(textIn)
}
