import { expect, type Locator, type Page } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { tabTo } from '../keyboard.ts'
import { ask, bring, copyExample, PHONE, someone, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import { picture } from '../workshop.ts'

const STORY = ENGLISH.section('our-story')

/** The words the page marks, as they read now. */
const marked = (page: Page, layer = 'talk') =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), layer)

/** Marks the first of these words in the plan, as somebody does who presses on them. */
const mark = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walk = document.createTreeWalker(document.querySelector('.desk-plan') as Element, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
    throw new Error(`There is no ${wanted}`)
  }, words)

const toStart = async (editor: Locator) => {
  for (let line = 0; line < 12; line++) await editor.press('ArrowUp')
  await editor.press('Home')
}

test('[TALK-3] [TALK-41] [TALK-42] [TALK-48] [TALK-49] somebody who writes nothing in the plan comments on words of it on a phone; others see it there, and it stays with the words', async ({
  withy,
  anna,
  browser,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const ben = await someone(browser, withy, 'Ben', PHONE)
  await bring(anna, withy, plan, [ben], 'suggester')
  await openPlan(anna.page, plan)
  const story = section(anna.page, STORY)
  const editor = await openBox(story, ENGLISH.box('our-story.story'))
  await toStart(editor)
  await editor.pressSequentially('We meet by the old well. ')
  await story.getByRole('button', { name: 'Done' }).click()

  await openPlan(ben.page, plan)
  const bens = section(ben.page, STORY)
  await expect(ben.page.getByText(ENGLISH.text('talk.may'))).toBeVisible()
  await expect(bens).toContainText('We meet by the old well.')
  await mark(ben.page, 'the old well')
  const comment = bens.getByRole('button', { name: /^Comment: / }).first()
  await comment.tap()
  await expect(bens.getByRole('combobox', { name: 'What is it about?' })).toContainText(
    'The words I marked: “the old well”',
  )
  await bens.getByRole('textbox', { name: 'Your comment' }).fill('Is that the one by the church?')
  await picture({ phone: ben.page }, 'comments-form')
  await expectNoAxeFindings(ben.page, 'a comment is written', '[data-talk-at]')
  await bens.getByRole('button', { name: 'Send' }).tap()
  await expect(comment).toBeFocused()
  await expect(bens.getByText('About: “the old well”')).toBeVisible()
  expect(await marked(ben.page)).toEqual(['the old well'])

  // Anna sees it come, and writes on: it stays with its words.
  await story.getByRole('button', { name: /^1 comment: / }).click()
  await expect(story.getByText('Is that the one by the church?')).toBeVisible()
  await expect.poll(() => marked(anna.page)).toEqual(['the old well'])
  await picture({ laptop: anna.page, phone: ben.page }, 'comments-one')
  await expectNoAxeFindings(anna.page, 'a comment is read', '[data-talk-at]')
  // Words are marked by keyboard in the open editor, where marks are drawn too.
  const again = await openBox(story, ENGLISH.box('our-story.story'))
  await expect.poll(() => marked(anna.page), 'in the editor too').toEqual(['the old well'])
  await toStart(again)
  for (let i = 0; i < 'We meet'.length; i++) await again.press('Shift+ArrowRight')
  for (const name of [/^Done$/, /^1 comment: /, /^Comment: /])
    await tabTo(anna.page, story.getByRole('button', { name }).first())
  await anna.page.keyboard.press('Enter')
  const what = story.getByRole('combobox', { name: 'What is it about?' })
  await expect(what.locator('option:checked')).toHaveText('The words I marked: “We meet”')
  await story.getByRole('button', { name: 'Not now' }).click()
  await again.focus()
  await toStart(again)
  await again.pressSequentially('Every spring ')
  await expect.poll(() => marked(anna.page)).toEqual(['the old well'])
  await expect.poll(() => marked(ben.page)).toEqual(['the old well'])
  for (let i = 0; i < 'We meet by '.length; i++) await again.press('ArrowRight')
  for (let i = 0; i < 'the old well'.length; i++) await again.press('Delete')
  await expect(
    bens.getByText('About words that are not there now, as they are quoted here: “the old well”'),
  ).toBeVisible()
  await expect.poll(() => marked(ben.page)).toEqual([])
  await again.press('Control+z')
  await expect(bens.getByText('About: “the old well”')).toBeVisible()
  await expect.poll(() => marked(ben.page)).toEqual(['the old well'])

  // Whoever presses marked words sees what is said about them.
  await bens.getByRole('button', { name: /^1 comment: / }).tap()
  await expect(bens.getByRole('article', { name: /^Your comment: / })).toHaveCount(0)
  const place = await ben.page.evaluate(() => {
    const range = [...(CSS.highlights.get('talk') ?? [])][0] as Range
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return { x: (left + right) / 2, y: (top + bottom) / 2 }
  })
  await ben.page.touchscreen.tap(place.x, place.y)
  await expect(bens.getByRole('article', { name: /^Your comment: / })).toBeVisible()
  await expect.poll(() => marked(ben.page, 'talk-shown')).toEqual(['the old well'])
  await ben.context.close()
})

test('[TALK-41] [TALK-43] [TALK-48] a plan with sixty comments: each leads to its words, from the list and from the words themselves', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await bring(anna, withy, plan, [phone], 'viewer')
  const { page } = anna
  const boxes = ['place.where', 'our-story.story', 'power.decide']
  for (let i = 0; i < 60; i++)
    await ask(anna, withy, 'POST', `/api/plans/${plan}/talk/threads`, {
      ...{ id: `thread${i}`.padEnd(20, 'x'), kind: 'comment' },
      place: { box: boxes[i % 3], item: null, field: null, words: null },
      said: { id: `comment${i}`.padEnd(20, 'x'), words: `Comment number ${i}.`, mentions: [] },
    })
  await openPlan(page, plan)
  await page.getByRole('button', { name: 'Comments', exact: true }).click()
  const side = page.getByRole('complementary', { name: 'Comments' })
  await expect(side.getByRole('article')).toHaveCount(60)
  await picture({ laptop: page }, 'comments-sixty')
  await expectNoAxeFindings(page, 'sixty comments', '.side')
  await side.getByRole('button', { name: 'Show in the plan: Comment number 4.' }).click()
  const button = section(page, STORY).getByRole('button', { name: /^20 comments: / })
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')

  await openPlan(phone.page, plan)
  await phone.page.getByRole('button', { name: 'Comments', exact: true }).first().click()
  const sheet = phone.page.getByRole('dialog', { name: 'Comments' })
  await expect(sheet.getByRole('article')).toHaveCount(60)
  await picture({ phone: phone.page }, 'comments-sixty-phone')
  await expectNoAxeFindings(phone.page, 'sixty comments on a phone')
  await sheet.getByRole('button', { name: 'Show in the plan: Comment number 4.' }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(section(phone.page, STORY).getByRole('button', { name: /^20 comments: / })).toBeFocused()
})
