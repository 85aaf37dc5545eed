import type { Page } from '@playwright/test'

/** Gives a page sockets that can die as in a tunnel: they go on looking open, and carry nothing any more. Before it is opened. */
export const mortalSockets = (page: Page): Promise<unknown> =>
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

/** Every socket of the page is dead, and the page does not know. */
export const killSockets = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { killSockets(): void }).killSockets())
