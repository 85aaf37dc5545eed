import type { Page } from '@playwright/test'

/** Everything the server has said to one page, as it came. */
export type Overheard = {
  /** All there is so far, or since a mark: frames of sockets and bodies of answers, as text. */
  words(since?: number): Promise<string>
  /** Where what comes later begins. */
  mark(): number
}

/** Listens to all that comes to a page, before the page itself sees it. To be called before the page is opened. */
export function overhear(page: Page): Overheard {
  const said: (string | Promise<string>)[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      said.push(payload.toString())
    }),
  )
  page.on('response', (response) => {
    // An answer whose page has gone on meanwhile has no body any more.
    if (response.url().includes('/api/')) said.push(response.text().catch(() => ''))
  })
  return {
    words: async (since = 0) => (await Promise.all(said.slice(since))).join('\n'),
    mark: () => said.length,
  }
}
