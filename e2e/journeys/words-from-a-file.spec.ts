import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { bring, startPlan, test } from '../people.ts'
import { about, openPlan, saved, section } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'

/** As a word processor saved it: a title, bold, a link, a list in a list and a table. */
const STREET = fileURLToPath(new URL('../files/street.docx', import.meta.url))

test('[EXPORT-60] [EXPORT-61] [EXPORT-62] [EXPORT-63] words of a Word file are shown, added to a section, and taken out by undo', async ({
  withy,
  anna,
  ben,
}) => {
  const { page } = anna
  const { text } = ENGLISH
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [ben])
  for (const one of [anna, ben]) await openPlan(one.page, plan)
  const story = section(page, 'Our shared story')
  await story.getByText(/^More/).click()
  await story.getByRole('button', { name: about(text('plan.bring-in')) }).click()
  const dialog = page.getByRole('dialog', { name: text('plan.bring-in') })
  const file = dialog.locator('input[type=file]')

  await file.setInputFiles({ name: 'old.doc', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) })
  await expect(dialog.getByRole('alert')).toHaveText(text('import.locked'))
  await file.setInputFiles(STREET)
  const words = dialog.getByRole('region', { name: text('import.preview', { name: 'street.docx' }) })
  await expect(words.getByRole('heading', { name: 'The story of our street' })).toBeVisible()
  await expect(words.getByRole('link', { name: 'the hall' })).toHaveAttribute('href', 'https://hall.example/')
  await expect(dialog.getByText('One table becomes lines: one for each row.')).toBeVisible()
  await expectNoAxeFindings(page, 'words of a file')

  // The words are on the device: what is added without a connection goes when it is back.
  await page.context().setOffline(true)
  await dialog.getByRole('button', { name: text('import.add') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(story.getByText('Nine old trees')).toBeVisible()
  await expect(story.getByRole('heading', { level: 3 }), 'reading goes on where they are').toBeFocused()
  await page.context().setOffline(false)
  const bens = section(ben.page, 'Our shared story')
  await expect(bens.getByRole('listitem').filter({ hasText: 'Nine old trees' }).first()).toBeVisible()
  await expect(bens.getByText('Rosa; Tuesday')).toBeVisible()
  await expect(saved(page)).toBeVisible()

  await page.getByRole('button', { name: text('plan.undo'), exact: true }).click()
  await expect(bens.getByText('Nine old trees')).toHaveCount(0)
})
