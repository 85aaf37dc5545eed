import { webcrypto } from 'node:crypto'
import { cleanup, configure, getConfig } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { openLanguage } from '../text/language.ts'

// jsdom draws nothing: it has no modal dialogs and nothing to scroll. The journeys show both in a real browser.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  this.open = false
}
window.scrollTo = () => undefined
// A wide page and a mouse, for tests that say nothing else.
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), { matches: query === '(any-hover: hover)' }) as MediaQueryList
// jsdom lays nothing out, so nothing has a size that changes.
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// jsdom is always idle, and does not say so.
window.requestIdleCallback = (run) => Number(setTimeout(run))
// jsdom's own has no `subtle`; every browser has it on a secure page.
Object.defineProperty(window, 'crypto', { value: webcrypto })

// On a busy machine `findBy` sees new elements before React has run their effects (which move the focus, for one).
// React runs those from an immediate that is queued by then, so waiting for one more is waiting for them.
const soon = setImmediate
const { asyncWrapper, getElementError } = getConfig()
configure({
  // What comes late on a busy machine has come all the same.
  asyncUtilTimeout: 10_000,
  asyncWrapper: async (find) => {
    const found = await asyncWrapper(find)
    await new Promise((done) => soon(done))
    return found
  },
  getElementError: missed,
})

// `findBy` misses many times before it meets, and to print the page each time is a tenth of all: it is printed where a test fails,
// which is where somebody reads the message.
function missed(message: string | null, container: Element): Error {
  const error = Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' })
  Error.captureStackTrace(error, missed)
  const whole = { get: () => getElementError(message, container).message, configurable: true }
  return Object.defineProperty(error, 'message', whole)
}

beforeEach(() => openLanguage('en'))
afterEach(cleanup)
