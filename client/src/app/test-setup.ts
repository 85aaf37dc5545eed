import { cleanup } from '@testing-library/react'
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

beforeEach(() => openLanguage('en'))
afterEach(cleanup)
