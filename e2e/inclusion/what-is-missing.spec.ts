import { expect, type Page } from '@playwright/test'
import { asksToAgree, give, writes } from '../agreeing.ts'
import { invite, startPlan, test } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import { note } from './noted.ts'

const { text } = ENGLISH
/** Words that blame, or that only those understand who made it. */
const BLAMES = /\b(invalid|errors?|failed|failure|oops|wrong|illegal|forbidden|must)\b/i

/** A form that was sent with something missing: what its list does not do. */
async function shortOf(page: Page, name: string): Promise<string[]> {
  const list = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: text('common.check-these') }) })
  await expect(list, name).toBeVisible()
  const short: string[] = []
  if (!(await list.evaluate((it) => it === document.activeElement))) short.push('the list has not the focus')
  const lines = await list.getByRole('listitem').allInnerTexts()
  if (lines.length === 0) short.push('the list is empty')
  for (const line of lines) {
    if (BLAMES.test(line)) short.push(`it blames: ${line}`)
    const link = list.getByRole('link', { name: line, exact: true })
    if ((await link.count()) === 0) {
      short.push(`it leads nowhere: ${line}`)
      continue
    }
    await link.click()
    const field = await page.evaluate(() => {
      const at = document.activeElement
      const group = at?.closest('fieldset')
      const ids = [at, group].flatMap((it) => (it?.getAttribute('aria-describedby') ?? '').split(/\s+/)).filter(Boolean)
      const said = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      return { is: at?.matches('input, select, textarea, [role=radio], fieldset, [contenteditable]') ?? false, said }
    })
    if (!field.is) short.push(`it does not come to the field: ${line}`)
    else if (!field.said.includes(line)) short.push(`the field does not say the same: ${line}`)
  }
  return short.map((what) => `${name}: ${what}`)
}

/** A form in which one thing alone can be missing: its field itself has the focus, and says how to mend it. */
async function shortOfOne(page: Page, name: string, sentence: string): Promise<string[]> {
  await expect(page.getByText(sentence).first(), name).toBeVisible()
  const { isIn, said } = await page.evaluate(() => {
    const at = document.activeElement
    const group = at?.closest('fieldset, [role=radiogroup], [role=group]')
    const ids = [at, group].flatMap((it) => (it?.getAttribute('aria-describedby') ?? '').split(/\s+/)).filter(Boolean)
    const described = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    return { isIn: at?.matches('input, textarea, select, [contenteditable]') ?? false, said: described }
  })
  const short = [
    ...(isIn ? [] : ['the field has not the focus']),
    ...(said.includes(sentence) ? [] : ['the field does not say it']),
    ...(BLAMES.test(sentence) ? [`it blames: ${sentence}`] : []),
  ]
  return short.map((what) => `${name}: ${what}`)
}

test('@E3 what is missing is listed, the list has the focus, leads to each field and says how to mend it', async ({
  withy,
  anna,
  ben,
}, info) => {
  const plan = await startPlan(anna, withy)
  const { link } = await invite(anna, withy, plan)
  await writes(anna, withy, plan, 'our-story.story', 'We met at the orchard.')
  await asksToAgree(anna, withy, plan)
  const { page } = anna
  const short: string[] = []
  let looked = 0
  const sends = async (at: Page, name: string, path: string, button: string, before?: () => Promise<void>) => {
    await at.goto('about:blank')
    await at.goto(path)
    await before?.()
    // Twice: what is said again is news again.
    for (const press of ['', ', pressed again']) {
      await at.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
      looked += 1
      short.push(...(await shortOf(at, `${name}${press}`)))
    }
  }
  const code = (words: string) => () => ben.page.getByRole('textbox', { name: text('join.code') }).fill(words)
  await sends(ben.page, 'no code', '/join', text('join.next'))
  await sends(ben.page, 'a short code', '/join', text('join.next'), code('ABC'))
  await sends(ben.page, 'a code of nothing', '/join', text('join.next'), code('ZZZZ ZZZZ'))
  await sends(ben.page, 'no name', link, text('join.go'))
  await sends(page, 'a plan without a name', '/start', text('start.go'))
  await sends(page, 'no code to check', '/check', text('check.code-do'))
  await page.goto(`/plans/${plan}/agree`)
  await give(page).click()
  looked += 1
  short.push(...(await shortOfOne(page, 'no answer', text('agreement.answer-missing'))))
  await openPlan(page, plan)
  const here = page.locator('[data-talk-at="our-story.story/"]')
  await here.getByRole('button', { name: /^Comment:/ }).click()
  await here.getByRole('button', { name: text('talk.send') }).click()
  looked += 1
  short.push(...(await shortOfOne(page, 'no comment', text('talk.nothing'))))
  // One line for each form that was sent.
  const forms = [...new Set(short.map((each) => each.split(':')[0]))]
  note(info, {
    ...{ check: 'E3', looked },
    leftOut: [
      'Forms of a card, a photo, a name of a version, an explained word, a person’s name and a file: tests of each',
    ],
    short: forms.map((form) => short.filter((each) => each.startsWith(`${form}:`)).join('; ')),
  })
})
