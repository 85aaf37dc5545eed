import type { Browser } from '@playwright/test'
import type { Withy } from '../withy.ts'
import type { Found } from './looks.ts'

/** Listens from now on to what every device of this browser asks for: nothing of anybody else's. @returns what was found so far */
export function listenForOthers(browser: Browser, { url }: Withy): () => Found {
  let looked = 0
  const others = new Set<string>()
  const isOwn = (asked: string) =>
    asked.startsWith(url) || asked.startsWith(url.replace('http', 'ws')) || /^(data|blob|about):/.test(asked)
  const hears = (asked: string) => {
    looked += 1
    if (!isOwn(asked)) others.add(asked)
  }
  for (const context of browser.contexts()) {
    context.on('request', (request) => hears(request.url()))
    context.on('page', (page) => page.on('websocket', (socket) => hears(socket.url())))
  }
  return () => ({ check: 'G7', looked, short: [...others].map((asked) => `asked for ${asked}`) })
}
