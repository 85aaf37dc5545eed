import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { everyPage, openDevices } from '../pages.ts'
import { bring, copyExample, test } from '../people.ts'
import { openBox, openPlan, section } from '../plan-page.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))

const SIZES: Readonly<Record<string, BrowserContextOptions>> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  hall: { viewport: { width: 1920, height: 1080 } },
}

for (const [size, options] of Object.entries(SIZES)) {
  test(`every page on a ${size}`, async ({ withy, anna, ben, facilitator, browser }) => {
    const plan = await copyExample(anna, withy, 'brackenford-east')
    await bring(anna, withy, plan, [ben, facilitator])
    const put = await anna.context.request.put(`${withy.url}/api/plans/${plan}/shown`, {
      data: { section: 'our-story' },
      headers: { origin: withy.url },
    })
    expect(put.ok()).toBe(true)
    // Others are there and writing, as in a workshop.
    for (const [person, box] of [
      [ben, 'The place'],
      [facilitator, 'Its real edges'],
    ] as const) {
      await openPlan(person.page, plan)
      const editor = await openBox(section(person.page, 'Our place'), box)
      await editor.press('Control+End')
      await editor.pressSequentially(' And the allotments.')
    }
    const devices = await openDevices(anna, withy, browser, { theme: 'white', language: 'en' }, options)
    const take = (page: Page, name: string) =>
      page.screenshot({ path: `${FOLDER}/${name}-${size}.jpg`, type: 'jpeg', quality: 80, scale: 'device' })
    for (const one of await everyPage(anna, withy, plan)) {
      const page = await devices.visit(one)
      if (one.path === `/plans/${plan}` && !one.stranger)
        await expect(
          section(page, 'Our place')
            .getByText(/^(Ben|Farah)/)
            .first(),
        ).toBeVisible()
      await take(page, one.name)
    }
    await openPlan(devices.page, plan)
    await openBox(section(devices.page, 'Our place'), 'The place')
    await take(devices.page, 'plan-writing')
    await devices.close()
  })
}
