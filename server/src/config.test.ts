import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigProblem, lanAddress, readConfig } from './config.ts'

const problem = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env, '192.168.1.20')
    return 'no problem'
  } catch (err) {
    if (err instanceof ConfigProblem) return err.message
    throw err
  }
}

describe('settings', () => {
  it('[STORE-10] have an answer each when nothing is set', () => {
    expect(readConfig({}, null)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      publicUrl: null,
      start: 'anyone',
      dictation: false,
      contact: null,
      statement: null,
      proxies: 0,
      metricsToken: null,
      logLevel: 'info',
    })
  })

  it('[STORE-10] are taken as given', () => {
    const env = {
      PORT: '0',
      HOST: '::',
      DATA_DIR: '/srv/withy',
      PUBLIC_URL: 'http://192.168.1.20:3000/',
      WITHY_START: 'invited',
      WITHY_DICTATION: 'allow',
      CONTACT: 'help@withy.example.org',
      STATEMENT_ORGANISATION: 'Mill Lane Trust',
      STATEMENT_DAY: '2026-11-23',
      STATEMENT_ANSWER_DAYS: '5',
      TRUST_PROXY: '2',
      METRICS_TOKEN: '8f3c0b2d9e7a4c1f8b6d',
      LOG_LEVEL: 'warn',
    }
    expect(readConfig(env, null)).toEqual({
      port: 0,
      host: '::',
      dataDir: '/srv/withy',
      publicUrl: 'http://192.168.1.20:3000',
      start: 'invited',
      dictation: true,
      contact: 'help@withy.example.org',
      statement: { organisation: 'Mill Lane Trust', day: '2026-11-23', answerDays: 5 },
      proxies: 2,
      metricsToken: '8f3c0b2d9e7a4c1f8b6d',
      logLevel: 'warn',
    })
  })

  it.each([
    ['PORT', '3000a', 'PORT=3000'],
    ['PORT', '65536', 'PORT=3000'],
    ['PORT', '-1', 'PORT=3000'],
    ['PORT', '3.5', 'PORT=3000'],
    ['PORT', ' ', 'PORT=3000'],
    ['HOST', 'my laptop', 'HOST=127.0.0.1'],
    ['HOST', '300.1.1.1', 'HOST=0.0.0.0'],
    ['PUBLIC_URL', 'withy.example.org', 'PUBLIC_URL=https://withy.example.org'],
    ['PUBLIC_URL', 'ftp://withy.example.org', 'PUBLIC_URL=https://'],
    ['PUBLIC_URL', 'https://withy.example.org/plans', 'nothing after the host'],
    ['PUBLIC_URL', 'https://anna:secret@withy.example.org', 'PUBLIC_URL=https://'],
    ['WITHY_START', 'everyone', 'WITHY_START=invited'],
    ['WITHY_DICTATION', 'yes', 'WITHY_DICTATION=allow'],
    ['CONTACT', 'the library', 'CONTACT=help@example.org'],
    ['CONTACT', 'help@library', 'CONTACT=help@example.org'],
    ['CONTACT', 'help@example.org?subject=Hello', 'CONTACT=help@example.org'],
    ['CONTACT', 'http://example.org/help', 'CONTACT=https://example.org/help'],
    ['CONTACT', 'javascript:alert(1)//a@example.org', 'CONTACT=help@example.org'],
    ['CONTACT', 'https://anna:secret@example.org', 'CONTACT=https://'],
    ['CONTACT', `https://example.org/${'a'.repeat(200)}`, 'at most 200'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY=1'],
    ['TRUST_PROXY', '-1', 'TRUST_PROXY=1'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL=warn'],
  ])('[STORE-10] that are wrong are refused with a sentence and an example: %s="%s"', (name, value, example) => {
    const said = problem({ [name]: value })
    expect(said).toContain(`${name} is "${value}", and it has to be`)
    expect(said).toContain(example)
  })

  it('[STORE-70] keep a token for the metrics to themselves, also one that cannot be used', () => {
    for (const METRICS_TOKEN of ['canary', 'canary of more than twenty letters', 'x'.repeat(201)]) {
      const said = problem({ METRICS_TOKEN })
      expect(said).toMatch(/^METRICS_TOKEN has to be 20 to 200/)
      expect(said).not.toContain('canary')
    }
    expect(problem({ METRICS_TOKEN: '' })).toBe('no problem')
  })

  it('[ACCESS-68] tell how to reach whoever runs this Withy, by e-mail or on a page, or not at all', () => {
    for (const said of ['help@example.org', 'anna.o-b+withy@mail.example.co.uk', 'https://example.org/help?to=withy']) {
      expect(readConfig({ CONTACT: said }, null).contact).toBe(said)
    }
    expect(readConfig({ CONTACT: '' }, null).contact).toBeNull()
  })

  it('[A11Y-124] take a statement whole: the name, a day there is, and in how many days somebody answers', () => {
    const whole = { STATEMENT_ORGANISATION: 'Mill Lane Trust', STATEMENT_DAY: '2026-11-23', STATEMENT_ANSWER_DAYS: '5' }
    expect(problem(whole)).toBe('no problem')
    for (const [setting, value] of [
      ['STATEMENT_ORGANISATION', ' '],
      ['STATEMENT_ORGANISATION', 'x'.repeat(121)],
      ['STATEMENT_DAY', ''],
      ['STATEMENT_DAY', '23 November 2026'],
      ['STATEMENT_DAY', '2026-02-30'],
      ['STATEMENT_ANSWER_DAYS', '0'],
      ['STATEMENT_ANSWER_DAYS', '61'],
      ['STATEMENT_ANSWER_DAYS', 'soon'],
    ] as const)
      expect(problem({ ...whole, [setting]: value })).toMatch(new RegExp(`^${setting} is .* For example: STATEMENT_`))
  })

  it('[ACCESS-60] open Withy to other devices only together with the address they use', () => {
    const said = problem({ HOST: '0.0.0.0' })
    expect(said).toContain('PUBLIC_URL=http://192.168.1.20:3000')
    expect(said).toContain('PUBLIC_URL=https://')
    expect(problem({ HOST: '192.168.1.20', PORT: '8080' })).toContain('PUBLIC_URL=http://192.168.1.20:8080')
    for (const PUBLIC_URL of ['http://192.168.1.20:3000', 'https://withy.example.org']) {
      expect(problem({ HOST: '0.0.0.0', PUBLIC_URL })).toBe('no problem')
    }
    for (const HOST of ['localhost', '127.0.0.1', '127.0.1.1', '::1']) expect(problem({ HOST })).toBe('no problem')
  })

  it('[ACCESS-61] know the address other devices on the network reach this machine at', () => {
    const one = (address: string, more = {}) => ({ address, family: 'IPv4', internal: false, ...more }) as never
    expect(lanAddress({ lo: [one('127.0.0.1', { internal: true })], wifi: [one('192.168.7.4')] })).toBe('192.168.7.4')
    expect(lanAddress({ docker0: [one('172.17.0.1')], en0: [one('10.1.2.3')] })).toBe('10.1.2.3')
    expect(lanAddress({ docker0: [one('172.17.0.1')] })).toBe('172.17.0.1')
    expect(lanAddress({ wifi: [one('fe80::1', { family: 'IPv6' })] })).toBeNull()
    expect(lanAddress({})).toBeNull()
  })
})
