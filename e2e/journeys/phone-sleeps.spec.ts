import { expect } from '@playwright/test'
import { killSockets, mortalSockets } from '../mortal-sockets.ts'
import { bring, type Someone, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const

async function intoTunnel({ context, page }: Someone) {
  await killSockets(page)
  await context.setOffline(true)
}
const outOfTunnel = ({ context }: Someone) => context.setOffline(false)

test('[SYNC-84] [SYNC-45] a phone that slept in a tunnel brings its words once, within seconds, also where the line flaps', async ({
  withy,
  anna,
  phone,
}) => {
  const plan = await startPlan(anna, withy)
  await bring(anna, withy, plan, [phone])
  const { page } = phone
  await page.clock.install()
  await mortalSockets(page)
  await openPlan(page, plan)
  const editor = await openBox(section(page, BOX.section), BOX.box)
  await editor.pressSequentially('Before. ')
  await expect(saved(page)).toBeVisible()

  await intoTunnel(phone)
  await editor.pressSequentially('In the tunnel. ')
  await expect(page.getByText(/^Not (saved|connected)/).first()).toBeVisible({ timeout: 10_000 })
  // The lid is closed for three minutes: nothing runs, and the clock has gone on.
  await page.clock.fastForward('03:00')
  await outOfTunnel(phone)
  await expect(saved(page)).toBeVisible({ timeout: 5_000 })

  for (const words of ['One. ', 'Two. ', 'Three. ']) {
    await intoTunnel(phone)
    await editor.pressSequentially(words)
    await outOfTunnel(phone)
  }
  await expect(saved(page)).toBeVisible()
  const all = await wordsOf(anna, withy, plan)
  for (const words of ['Before.', 'In the tunnel.', 'One.', 'Two.', 'Three.'])
    expect(all.split(words).length - 1, words).toBe(1)
})
