import { expect, it } from 'vitest'
import { qrWordsOf, spokenAddress } from './invitation-words.ts'
import { onPlainHttp } from './plain-http-notice.tsx'
import { secretOf } from './use-secret.ts'

it('[A11Y-15] a QR code carries what the link carries, or the code in the fragment, never in the path', () => {
  expect(qrWordsOf({ link: 'https://w.example/join#s3cret', code: null })).toBe('https://w.example/join#s3cret')
  const withCode = new URL(qrWordsOf({ link: 'https://w.example/join', code: 'ABCD EFGH' }))
  expect(withCode.pathname + withCode.search).toBe('/join')
  expect(secretOf(withCode.hash)).toEqual({ code: 'ABCD EFGH' })
  // Not as addresses are written: as if there were none, and the code can be typed.
  expect(secretOf('#code=%E0')).toBeNull()
})

it('[A11Y-15] an address said out loud has no secret in it', () => {
  expect(spokenAddress('http://192.168.1.20:3000/join#s3cret')).toBe('192.168.1.20:3000/join')
})

it('says that others could read along on plain http, and not on a machine that talks to itself', () => {
  expect(onPlainHttp({ protocol: 'http:', hostname: '192.168.1.20' })).toBe(true)
  expect(onPlainHttp({ protocol: 'https:', hostname: 'w.example' })).toBe(false)
  expect(onPlainHttp({ protocol: 'http:', hostname: 'localhost' })).toBe(false)
})
