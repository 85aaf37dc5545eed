import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Withy } from '../withy.ts'
import type { Found } from './looks.ts'

type ListeningForOthers = {
  /** Listens to the devices too that came since. */
  more(): void
  /** What was found so far. */
  found(): Found
}

/** Listens from now on to what every device of this browser asks for: nothing of anybody else's. */
export function listenForOthers(browser: Browser, { url }: Withy): ListeningForOthers {
  let looked = 0
  const others = new Set<string>()
  const isOwn = (asked: string) =>
    asked.startsWith(url) || asked.startsWith(url.replace('http', 'ws')) || /^(data|blob|about):/.test(asked)
  const hears = (asked: string) => {
    looked += 1
    if (!isOwn(asked)) others.add(asked)
  }
  const heard = new Set<BrowserContext>()
  const more = () => {
    for (const context of browser.contexts()) {
      if (heard.has(context)) continue
      heard.add(context)
      const listen = (page: Page) => page.on('websocket', (socket) => hears(socket.url()))
      context.on('request', (request) => hears(request.url()))
      context.on('page', listen)
      context.pages().forEach(listen)
    }
  }
  more()
  return { more, found: () => ({ check: 'G7', looked, short: [...others].map((asked) => `asked for ${asked}`) }) }
}
