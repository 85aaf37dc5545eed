import { mkdirSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { StepKind } from '@withy/shared/protocol'
import { expectNoAxeFindings } from './axe.ts'
import { tabTo } from './keyboard.ts'
import { expectTargets } from './targets.ts'
import { ENGLISH, literally, type Words } from './words.ts'

/** A name that begins so: buttons also say what they are about. */
const begins = (words: string) => new RegExp(`^${literally(words)}`)

/** The step a page is at. */
export const stepTitle = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Where one's own idea is written. */
export const ideaField = (page: Page, { text }: Words = ENGLISH): Locator =>
  page.getByRole('textbox', { name: text('workshop.your-idea') })

/** Waits until a page is in the step the room is in. */
export const expectStep = (page: Page, kind: StepKind, { text }: Words = ENGLISH) =>
  expect(stepTitle(page)).toHaveText(text(`workshop.kind-${kind}`))

/** Writes an idea and waits until the server has it. */
export async function putIdea(page: Page, idea: string, words: Words = ENGLISH): Promise<void> {
  const { text } = words
  await ideaField(page, words).fill(idea)
  await page.getByRole('button', { name: text('workshop.put-idea'), exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: idea })).toBeVisible()
  await expect(ideaField(page, words)).toHaveValue('')
}

/** What is always in reach is there once somebody is in the room. */
const expectIn = (page: Page, { text }: Words) =>
  expect(page.getByRole('region', { name: text('workshop.always') })).toBeVisible()

/** Comes in by what a camera or a friend gives: three things to do, and the last of them is Join. */
export async function comeInByLink(page: Page, link: string, name: string, words: Words = ENGLISH): Promise<void> {
  const { text } = words
  await page.goto(link)
  await page.getByRole('textbox', { name: text('common.name') }).fill(name)
  await page.getByRole('button', { name: text('join.go') }).click()
  await expectIn(page, words)
}

/** Comes in by a code that was said aloud. */
export async function comeInByCode(page: Page, code: string, name: string, words: Words = ENGLISH): Promise<void> {
  const { text } = words
  await page.goto('/join')
  await page.getByRole('textbox', { name: text('join.code') }).fill(code)
  await page.getByRole('button', { name: text('join.next') }).click()
  await page.getByRole('textbox', { name: text('common.name') }).fill(name)
  await page.getByRole('button', { name: text('join.go') }).click()
  await expectIn(page, words)
}

/** A facilitator who has a keyboard and nothing else. */
export function leadByKeyboard(page: Page, { text }: Words = ENGLISH) {
  const press = async (button: Locator) => {
    await tabTo(page, button)
    await page.keyboard.press('Enter')
  }
  const lead = page.getByRole('region', { name: text('workshop.lead') })
  const does = (id: string) => press(lead.getByRole('button', { name: begins(text(id)) }))
  return {
    press,
    /** Prepares a workshop of a shape, the first that is offered or the next, under a name. */
    async prepare(plan: string, title: string, shape: 'area-2-hours' | 'area-first-of-three' = 'area-2-hours') {
      await page.goto(`/plans/${plan}/workshops`)
      if (shape !== 'area-2-hours') {
        await tabTo(page, page.getByRole('radio').first())
        await page.keyboard.press('ArrowDown')
      }
      await expect(page.getByRole('radio', { name: text(`workshop.shape-${shape}`) })).toBeChecked()
      await tabTo(page, page.getByRole('textbox', { name: text('workshop.title') }))
      await page.keyboard.type(title)
      await press(page.getByRole('button', { name: text('workshop.prepare-go') }))
      await expect(stepTitle(page)).toHaveText(text('workshop-prepare.title-of', { title }))
    },
    /** From where it is prepared into the room. */
    async open() {
      await press(page.getByRole('link', { name: text('workshop-prepare.to-the-end') }))
      await press(page.getByRole('button', { name: text('workshop.open') }))
      await expect(lead).toBeVisible()
    },
    /** Moves the room on until it is in a step. */
    async goOnTo(kind: StepKind) {
      const name = text(`workshop.kind-${kind}`)
      for (let at = await stepTitle(page).textContent(); at !== name; at = await stepTitle(page).textContent()) {
        await does('workshop.step-on')
        await expect(stepTitle(page)).not.toHaveText(at ?? '')
      }
    },
    /** What was pressed goes: whoever has no mouse is still where they lead from. */
    async show() {
      await does('workshop.show')
      await expect(lead.getByRole('button', { name: begins(text('workshop.show')) })).toHaveCount(0)
      await expect(lead.locator(':focus')).toHaveCount(1)
    },
    /** Puts ideas together under a name. */
    async gather(ideas: readonly string[], name: string) {
      for (const idea of ideas) {
        await tabTo(page, lead.getByRole('checkbox', { name: begins(idea) }))
        await page.keyboard.press('Space')
      }
      await tabTo(page, lead.getByRole('textbox', { name: text('workshop-lead.gather-name') }))
      await page.keyboard.type(name)
      await does('workshop-lead.gather-put')
    },
    /** Puts an idea or a group into the first box of the section it was asked for. */
    async putInPlan(name: string) {
      await press(lead.locator('summary').filter({ hasText: text('workshop-lead.ideas') }))
      await press(lead.getByRole('button', { name: text('workshop-lead.answer-name', { words: name }) }))
      const dialog = page.getByRole('dialog')
      await press(dialog.getByRole('button', { name: text('workshop-lead.put') }))
      await expect(dialog.getByText(text('workshop-lead.fate-in-plan')).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    },
    async close() {
      await does('workshop.close')
      const close = page.getByRole('dialog').getByRole('button', { name: text('workshop.close') })
      await press(close)
      await expect(close).toBeHidden()
      await expect(lead.getByRole('button', { name: begins(text('workshop.close')) })).toBeHidden()
    },
  }
}

/** Pages as they are now, for whoever asked for pictures: `WITHY_PICTURES=folder`. `whole`: with what is out of sight. */
export async function picture(pages: Readonly<Record<string, Page>>, name: string, whole = true): Promise<void> {
  const folder = process.env.WITHY_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const [who, page] of Object.entries(pages))
    await page.screenshot({ path: `${folder}/${name}-${who}.png`, fullPage: whole && who !== 'wall' })
}

/** Everything that is asked of every page in every step. `part`: what is new on it, where all of it is looked at elsewhere. */
export async function expectGood(page: Page, where: string, part?: string): Promise<void> {
  await expectNoAxeFindings(page, where, part)
  await expectTargets(page, where)
}
