import { afterAll, vi } from 'vitest'

// Files that share a window each leave it as new, and the next one loads our modules afresh.
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.resetModules()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  document.title = ''
  document.head.replaceChildren()
  document.body.replaceChildren()
  for (const root of [document.documentElement, document.body]) {
    for (const { name } of [...root.attributes]) root.removeAttribute(name)
  }
  // jsdom has none: what is brought along stays in the window, and would change what the next files see.
  if ('indexedDB' in window) throw new Error('This file brings a store: name it among ALONE in vitest.config.ts.')
})
