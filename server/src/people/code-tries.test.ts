import type { Invitation } from '@withy/shared/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CODE_ALPHABET } from '../http/secrets.ts'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, starts, ticketOf } from '../testing/people.ts'
import { createCodeTries, TRIES } from './code-tries.ts'

// The same proportions as the real ones: fewer requests to make.
const FEW = { address: 10, home: 60, everywhere: 40 }

let withy: Withy

let next = 0
/** Another wrong code each time, of the right letters. */
const wrong = (): string => {
  next += 1
  return Array.from({ length: 8 }, (_, i) => CODE_ALPHABET[Math.floor(next / 16 ** i) % 16]).join('')
}
const tries = (device: Device, code: string, headers = {}) =>
  device.ask('POST', '/api/join/look', { ticket: { code } }, headers)
const guesses = async (device: Device, times: number) => {
  for (let n = 0; n < times; n++) await tries(device, wrong())
}
const opens = async (device: Device, invitation: Invitation) =>
  (await device.ask('POST', '/api/join/look', { ticket: ticketOf(invitation) })).status

const withCode = async () => {
  withy = await openWithy({ tries: createCodeTries(FEW) })
  onTestFinished(() => withy.close())
  const anna = await starts(withy)
  const code = await invites(anna, { kind: 'code' })
  return { code }
}

describe('guessing codes', () => {
  it('[LIMIT-34] has one chance in 250 a day at most, with a hundred codes about and every address guessing', () => {
    const triesADay = TRIES.everywhere * 6 * 24
    expect((triesADay * 100) / CODE_ALPHABET.length ** 8).toBeLessThan(1 / 250)
    expect(TRIES.address * 6 * 24 * 100).toBeLessThan(CODE_ALPHABET.length ** 8 / 2_500)
  })

  it('[LIMIT-34] is refused from an address that has tried too many, also when a try is right', async () => {
    const { code } = await withCode()
    const guesser = withy.device('203.0.113.5')
    await guesses(guesser, FEW.address - 1)
    expect((await tries(guesser, wrong())).body).toMatchObject({ refused: 'code-unknown' })
    expect((await tries(guesser, wrong())).body).toMatchObject({ refused: 'too-many-tries' })
    expect(await opens(guesser, code)).toBe(429)
    expect(await opens(withy.device('203.0.113.6'), code)).toBe(200)
  })

  it('[LIMIT-34] does not lock out a hall: who comes for a plan at home at that address gets in', async () => {
    const { code } = await withCode()
    // Anna made the code at 10.0.0.1; somebody on the same wifi guesses away.
    await guesses(withy.device('10.0.0.1'), FEW.address * 3)
    expect(await opens(withy.device('10.0.0.1'), code)).toBe(200)
    await guesses(withy.device('10.0.0.1'), FEW.home)
    expect(await opens(withy.device('10.0.0.1'), code)).toBe(429)
    expect(await opens(withy.device('10.9.9.9'), code)).toBe(200)
  })

  it('[LIMIT-34] counts the same wrong code from one address once', async () => {
    const { code } = await withCode()
    const hall = withy.device('203.0.113.7')
    for (let n = 0; n < FEW.address * 2; n++) await tries(hall, 'BBBB BBBC')
    expect(await opens(hall, code)).toBe(200)
  })

  it('[LIMIT-34] is refused to everyone once many addresses together have tried too many', async () => {
    const { code } = await withCode()
    const addresses = Array.from({ length: FEW.everywhere / 8 }, (_, n) => withy.device(`198.51.100.${n}`))
    for (const device of addresses) await guesses(device, 7)
    expect(await opens(withy.device('192.0.2.1'), code)).toBe(200)
    for (const device of addresses) await guesses(device, 1)
    expect(await opens(withy.device('192.0.2.1'), code)).toBe(429)
  })

  it('[LIMIT-34] goes on at home when everything is used up elsewhere', async () => {
    const { code } = await withCode()
    const addresses = Array.from({ length: FEW.everywhere / 5 }, (_, n) => withy.device(`198.51.100.${n}`))
    for (const device of addresses) await guesses(device, 5)
    expect(await opens(withy.device('192.0.2.1'), code)).toBe(429)
    expect(await opens(withy.device('10.0.0.1'), code)).toBe(200)
  })

  it('[LIMIT-35] is counted by the address our own proxy saw, where one is said to stand in front', async () => {
    withy = await openWithy({ tries: createCodeTries(FEW), proxies: 1 })
    onTestFinished(() => withy.close())
    const proxy = withy.device('127.0.0.1')
    const from = (address: string) => ({ 'x-forwarded-for': address })
    // What comes before our proxy's own entry is only said by the request.
    for (let n = 0; n < FEW.address; n++) await tries(proxy, wrong(), from(`10.1.0.${n}, 203.0.113.9`))
    expect((await tries(proxy, wrong(), from('192.0.2.7, 203.0.113.9'))).status).toBe(429)
    expect((await tries(proxy, wrong(), from('203.0.113.9, 192.0.2.7'))).status).toBe(404)
    expect((await tries(proxy, wrong(), from('2001:db8::1'))).status).toBe(404)
  })

  it('[LIMIT-35] is counted by the real address, whatever a request says of itself', async () => {
    await withCode()
    const guesser = withy.device('203.0.113.8')
    for (let n = 0; n < FEW.address; n++) await tries(guesser, wrong(), { 'x-forwarded-for': `10.1.0.${n % 250}` })
    const forged = { 'x-forwarded-for': '10.0.0.1', 'x-real-ip': '10.0.0.1', forwarded: 'for=10.0.0.1' }
    expect((await tries(guesser, wrong(), forged)).status).toBe(429)
  })

  it('[LIMIT-35] counts an IPv6 network as one address', async () => {
    const { code } = await withCode()
    for (let n = 0; n < FEW.address; n++) await tries(withy.device(`2001:db8:1:2::${n.toString(16)}`), wrong())
    expect(await opens(withy.device('2001:db8:1:2:ffff::1'), code)).toBe(429)
    expect(await opens(withy.device('2001:db8:1:3::1'), code)).toBe(200)
  })

  it('[LIMIT-34] does not count links, and answers what cannot be a code like a wrong one', async () => {
    await withCode()
    const device = withy.device('203.0.113.9')
    for (const typed of ['1', 'AEIO UAEI', '💚💚💚💚💚💚💚💚', "' or 1=1"]) {
      expect((await tries(device, typed)).body).toMatchObject({ refused: 'code-unknown' })
    }
  })
})
