import { expect, type Page } from '@playwright/test'
import { EASY_TITLE, SHAPES } from '@withy/shared/plan'
import { ask, type Someone, startPlan } from '../people.ts'
import { aPhoto } from '../photo.ts'
import { about, openBox, openPlan, section } from '../plan-page.ts'
import type { Withy } from '../withy.ts'
import { literally, type Words } from '../words.ts'

/** A page as it is after something has been done there. */
export type State = {
  readonly name: string
  /** Brings a page of somebody who may write and invite into this state. */
  readonly open: (page: Page) => Promise<void>
  /** What takes it away again: Escape, and for a text box Tab too. Nothing does where the page is another one. */
  readonly leaves?: 'dialog' | 'text box'
}

/** What a state is made from. `plan` has words in it, `empty` has none: a long page takes ten times as long. */
type From = { readonly plan: string; readonly empty: string; readonly words: Words }

/** Empty lists, what is missing, what is open, no connection, and what is on its way. Made in this order: the last cuts the line. */
export async function everyState(who: Someone, withy: Withy, plan: string, words: Words): Promise<readonly State[]> {
  const from = { plan, empty: await startPlan(who, withy), words }
  // In words of the plan's own: those of our list are explained in the language shown alone.
  const word = { do: 'add', id: 'crisis'.padEnd(22, '0'), word: 'crisis', meaning: 'When things get very bad.' }
  await ask(who, withy, 'POST', `/api/plans/${plan}/glossary`, word)
  return [...emptyStates(from), ...missingStates(from), ...dialogStates(from), ...openStates(from)]
}

function emptyStates({ empty }: From): readonly State[] {
  const goes = (path: string) => async (page: Page) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // A page that is still being put together is a moment, and no state.
    await page.waitForLoadState('networkidle')
  }
  return ['', '/agree', '/workshops', '/history', '/did-it-happen', '/share'].map((place) => ({
    name: `empty plan${place}`,
    open: goes(`/plans/${empty}${place}`),
  }))
}

function missingStates({ words: { text } }: From): readonly State[] {
  const sent = (path: string, button: string) => async (page: Page) => {
    await page.goto(path)
    await page.getByRole('button', { name: text(button), exact: true }).click()
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
  }
  return [
    { name: 'starting with nothing filled in', open: sent('/start', 'start.go') },
    { name: 'joining without a code', open: sent('/join', 'join.next') },
  ]
}

function dialogStates({ plan, empty, words }: From): readonly State[] {
  const { text } = words
  const onPlan =
    (press: (page: Page) => Promise<void>, on = empty) =>
    async (page: Page) => {
      await openPlan(page, on, words)
      await press(page)
      await expect(page.getByRole('dialog')).toBeVisible()
    }
  const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()
  const onShare = (name: string) => async (page: Page) => {
    await page.goto(`/plans/${plan}/share`)
    await button(name)(page)
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  return [
    { name: 'how it looks', open: onPlan(button(text('common.reading'))), leaves: 'dialog' },
    {
      name: 'how I communicate',
      open: onPlan(async (page) => {
        await button(text('common.reading'))(page)
        await button(text('reading.card'))(page)
        await expect(page.getByRole('checkbox', { name: text('cards.need-slow') })).toBeVisible()
      }),
      leaves: 'dialog',
    },
    { name: 'taking away', open: onPlan(button(text('plan.take-away'))), leaves: 'dialog' },
    { name: 'keys', open: onPlan((page) => page.keyboard.press('Alt+0')), leaves: 'dialog' },
    {
      name: 'what a word means',
      open: onPlan((page) => page.locator('.explained-word').first().click(), plan),
      leaves: 'dialog',
    },
    { name: 'a person', open: onShare(text('people.change-named', { name: 'Anna' })), leaves: 'dialog' },
    { name: 'asking before a link ends', open: onShare(text('share.withdraw')), leaves: 'dialog' },
  ]
}

function openStates({ plan, empty, words }: From): readonly State[] {
  const { text } = words
  const onPlan =
    (does: (page: Page) => Promise<unknown>, on = empty) =>
    async (page: Page) => {
      await openPlan(page, on, words)
      await does(page)
    }
  const story = (page: Page) => section(page, words.section('our-story'))
  const openStory = (page: Page) => openBox(story(page), words.box('our-story.story'), words)
  return [
    { name: 'an open text box', open: onPlan(openStory), leaves: 'text box' },
    {
      name: 'how to speak',
      open: onPlan(async (page) => {
        await openStory(page)
        await page.getByRole('button', { name: text('plan.speak'), exact: true }).click()
        await expect(page.getByRole('dialog').getByText(text('speak.windows'))).toBeVisible()
      }),
      leaves: 'dialog',
    },
    {
      name: 'a section that is read aloud',
      open: async (page) => {
        await page.addInitScript(haveVoice)
        await openPlan(page, empty, words)
        const aloud = { name: new RegExp(`^${literally(text('plan.read-aloud'))}`) }
        await story(page).getByRole('button', aloud).click()
        await expect(page.getByRole('button', { name: text('reading.aloud-pause'), exact: true })).toBeFocused()
      },
    },
    {
      name: 'an open item',
      open: onPlan(
        (page) =>
          section(page, words.section('living-map'))
            .getByRole('button', { name: about(literally(text('plan.change'))) })
            .first()
            .click(),
        plan,
      ),
    },
    { name: 'a photo that is asked about', open: onPlan((page) => askAboutPhoto(page, words)), leaves: 'dialog' },
    {
      name: 'people and activity',
      open: onPlan(async (page) => {
        await page.getByRole('button', { name: new RegExp(`^${literally(text('plan.people'))}`) }).click()
        await expect(page.getByRole('complementary', { name: text('plan.people-and-activity') })).toBeVisible()
      }),
    },
    {
      name: 'starting, and it is on its way',
      open: async (page) => {
        await page.goto('/start')
        await expect(page.getByRole('radio').first()).toBeVisible()
        const groups = page.getByRole('group').filter({ has: page.getByRole('radio') })
        for (const group of await groups.all()) await group.getByRole('radio').first().check()
        for (const field of await page.getByRole('textbox').all()) await field.fill('Orchards')
        // It is never answered.
        await page.route('**/api/plans', () => undefined)
        await page.getByRole('button', { name: text('start.go'), exact: true }).click()
        await expect(page.getByRole('button', { name: text('start.going') })).toBeVisible()
      },
    },
    {
      name: 'no connection, with words that are not saved',
      open: onPlan(async (page) => {
        const box = await openStory(page)
        await page.context().setOffline(true)
        await box.pressSequentially('Orchards')
        await expect(page.locator('.saved-light-stop').first()).toBeVisible({ timeout: 60_000 })
      }),
    },
  ]
}

/** A photo of somebody's own for a row of easy words: it is there to be looked at, and what is asked of it before it is sent. */
async function askAboutPhoto(page: Page, { language, text, section: titled }: Words): Promise<void> {
  const story = section(page, titled('our-story'))
  await story.getByRole('button', { name: new RegExp(`^${literally(EASY_TITLE[language])}`) }).click()
  await story.getByRole('button', { name: about(literally(SHAPES.easy.add[language])) }).click()
  await story.getByRole('button', { name: text('easy.own-photo'), exact: true }).click()
  await page.getByLabel(text('photos.choose')).setInputFiles(await aPhoto(page))
  await page.getByRole('radio', { name: text('photos.agreed') }).check()
  await expect(page.getByRole('textbox', { name: text('photos.who') })).toBeVisible()
}

/** This browser has no voices of its own: one that says nothing, so that what is read can be looked at. */
function haveVoice(): void {
  const voices = ['en-GB', 'cy-GB'].map((lang) => ({ lang, localService: true }))
  const synthesis = { getVoices: () => voices, speak() {}, cancel() {} }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class {} })
}
