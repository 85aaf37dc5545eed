import { expect } from '@playwright/test'
import { expectNoAxeFindings } from '../axe.ts'
import { ask, copyExample, test } from '../people.ts'
import { ENGLISH } from '../words.ts'

type File = { readonly fingerprint: string; readonly title: string }

test('[EXPORT-64] [EXPORT-65] a plan that was taken away as a file becomes a new plan, and reads the same', async ({
  withy,
  anna,
  ben,
}) => {
  const { text } = ENGLISH
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const file = await ask<File>(anna, withy, 'GET', `/api/plans/${plan}/take-away/json`)
  const { page } = ben
  await page.goto('/start')
  await page.getByRole('link', { name: text('start.from-file') }).click()
  await expect(page.getByRole('heading', { level: 1, name: text('import.plan-title') })).toBeFocused()
  const choose = page.getByLabel(text('import.file'))
  const json = (said: object) => ({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(said)),
  })

  await choose.setInputFiles(json({ resourceType: 'Bundle' }))
  await expect(page.getByText(text('import.plan-other'))).toBeVisible()
  await choose.setInputFiles(json({ ...file, withy: 99 }))
  const make = page.getByRole('button', { name: text('import.plan-make') })
  await make.click()
  await expect(page.getByRole('alert')).toContainText(text('start.voice-missing'))
  await page.getByRole('textbox', { name: text('common.name') }).fill('Ben')
  await page.getByRole('radio', { name: text('common.voice-resident') }).check()
  await make.click()
  await expect(page.getByRole('alert')).toContainText('A newer Withy made this file.')
  await expectNoAxeFindings(page, 'a plan from a file')

  await choose.setInputFiles(json(file))
  await expect(page.getByRole('heading', { name: file.title })).toBeVisible()
  await expect(page.getByRole('textbox', { name: text('common.name') }), 'what was typed stays').toHaveValue('Ben')
  await make.click()
  await expect(page.getByRole('heading', { level: 1, name: file.title })).toBeVisible()
  const made = new URL(page.url()).pathname.split('/').at(-1)
  expect(made).not.toBe(plan)
  expect((await ask<File>(ben, withy, 'GET', `/api/plans/${made}/take-away/json`)).fingerprint).toBe(file.fingerprint)
})
