import { afterEach, expect, it } from 'vitest'
import { messages } from './en.ts'
import { openLanguage, shown } from './language.ts'
import { pseudoMessages, pseudoText } from './pseudo.ts'

afterEach(async () => {
  localStorage.removeItem('withy.pseudo')
  await openLanguage('en')
})

it('[A11Y-126] @F4 en-XA makes English some 40 % longer, word by word, and keeps what is filled in and counted', async () => {
  const words = (all: Readonly<Record<string, unknown>>) => JSON.stringify(Object.values(all)).length
  const longer = words(pseudoMessages(messages, 'en-XA')) / words(messages)
  expect(longer).toBeGreaterThan(1.3)
  expect(pseudoText('Save', 'en-XA')).toBe('[Sáavée]')
  localStorage.setItem('withy.pseudo', 'en-XA')
  await openLanguage('en')
  expect(shown().text('common.people-count', { count: 1 })).toMatch(/^\[1 .*\]$/)
  expect(shown().text('live.is-here', { name: 'Rosa' })).toMatch(/^\[Rosa .*\]$/)
})

it('[A11Y-126] @F3 ar-XB is English written from right to left, and the page with it', async () => {
  localStorage.setItem('withy.pseudo', 'ar-XB')
  await openLanguage('en')
  expect(document.documentElement.dir).toBe('rtl')
  expect(shown().text('common.help')).toBe('\u202eHelp\u202c')
  localStorage.removeItem('withy.pseudo')
  await openLanguage('en')
  expect(document.documentElement.dir).toBe('ltr')
  expect(shown().text('common.help')).toBe('Help')
})
