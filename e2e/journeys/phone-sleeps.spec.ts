import { expect, type Page } from '@playwright/test'
import { bring, type Someone, startPlan, test, wordsOf } from '../people.ts'
import { openBox, openPlan, saved, section } from '../plan-page.ts'

const BOX = { section: 'Our shared story', box: 'Our story' } as const

/** Sockets that can die as in a tunnel: they go on looking open, and carry nothing any more. */
const mortalSockets = (page: Page) =>
  page.addInitScript(() => {
    const open = new Set<{ isDead: boolean }>()
    Object.assign(window, {
      killSockets() {
        for (const socket of open) socket.isDead = true
      },
    })
    window.WebSocket = class extends WebSocket {
      isDead = false
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols)
        open.add(this)
      }
      override send(data: Parameters<WebSocket['send']>[0]) {
        if (!this.isDead) super.send(data)
      }
      override set onmessage(hear: ((event: MessageEvent) => unknown) | null) {
        super.onmessage = (event: MessageEvent) => void (this.isDead || hear?.call(this, event))
      }
      override set onclose(hear: ((event: CloseEvent) => unknown) | null) {
        super.onclose = (event: CloseEvent) => void (this.isDead || hear?.call(this, event))
      }
    }
  })

async function intoTunnel({ context, page }: Someone) {
  await page.evaluate(() => (window as unknown as { killSockets(): void }).killSockets())
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
