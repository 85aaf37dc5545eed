import { expect, type LaunchOptions } from '@playwright/test'
import { phoneBrowser, theHall } from '../hall.ts'
import { startPlan, test, wordsOf } from '../people.ts'
import { openBox, saved, section } from '../plan-page.ts'
import { readQr } from '../qr.ts'
import { startWithy } from '../withy.ts'

test('[ACCESS-21] [ACCESS-61] in a hall on plain http a phone on the same network joins by QR and writes', async ({
  browser,
  launchOptions,
}) => {
  const hall = theHall()
  if ('because' in hall) {
    test.skip(!process.env.CI, `No hall can be made on this machine: ${hall.because}`)
    throw new Error(hall.because)
  }
  const ends: (() => Promise<void>)[] = []
  try {
    const withy = await startWithy({ host: hall.laptop, env: { HOST: '0.0.0.0' } })
    ends.unshift(() => withy.end())
    const phones = await phoneBrowser(hall, launchOptions as LaunchOptions)
    ends.unshift(() => phones.close())
    const laptop = await browser.newContext({ baseURL: withy.url })
    const anna = { name: 'Anna', context: laptop, page: await laptop.newPage() }
    const plan = await startPlan(anna, withy)
    await anna.page.goto(`/plans/${plan}/share`)
    await expect(anna.page.getByText('Others on this wifi could read along.', { exact: false })).toBeVisible()
    await anna.page.getByRole('button', { name: 'Make a link' }).click()
    const address = await readQr(anna.page.getByRole('img', { name: 'QR code: scan it to join' }).first())
    expect(new URL(address).host, 'an address phones can reach').toBe(new URL(withy.url).host)

    const pocket = await phones.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const phone = await pocket.newPage()
    const troubles: string[] = []
    phone.on('pageerror', (trouble) => troubles.push(String(trouble)))
    await phone.goto(address)
    expect(await phone.evaluate(() => isSecureContext), 'a hall is no secure context').toBe(false)
    await expect(phone.getByText('Others on this wifi could read along.', { exact: false })).toBeVisible()
    await phone.getByRole('textbox', { name: 'Your name' }).fill('Priya')
    await phone.getByRole('button', { name: 'Join' }).click()
    await expect(saved(phone)).toBeVisible()
    const editor = await openBox(section(phone, 'Our shared story'), 'Our story')
    await editor.pressSequentially('Written in the hall.')
    await expect(saved(phone)).toBeVisible()
    await expect.poll(() => wordsOf(anna, withy, plan)).toContain('Written in the hall.')
    await phone.reload()
    await expect(section(phone, 'Our shared story'), 'the cookie holds on http').toContainText('Written in the hall.')
    expect(troubles).toEqual([])

    const cookies = await pocket.cookies()
    expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
      { httpOnly: true, sameSite: 'Lax' },
    ])
    await laptop.close()
  } finally {
    for (const end of ends) await end()
  }
})
