import { checkFile, LIMIT } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUDGET, createBudgets } from '../http/budgets.ts'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const FILE = { 'content-type': 'application/octet-stream' }
const checks = (file: string | Uint8Array, device: Device = withy.device(), headers = FILE) =>
  device.ask('POST', checkFile.path, file, headers)

describe('checking a file', () => {
  it('[EXPORT-84] says that a copy of a plan as it stands is a draft, to anybody, and logs and keeps nothing of it', async () => {
    const anna = await copiesExample(withy)
    const { body } = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/html`)
    expect((await checks(String(body))).body).toEqual({ is: 'draft' })
    expect((await checks('<!doctype html><p>Brackenford secret recipe')).body).toEqual({ is: 'unknown' })
    expect(withy.logged()).not.toMatch(/Brackenford|recipe/)
  })

  it('[EXPORT-82] says of a file of another kind that it cannot read it', async () => {
    expect((await checks('PK\u0003\u0004 a zip')).body).toEqual({ is: 'unreadable', why: 'foreign' })
    expect((await checks('{"a":')).body).toEqual({ is: 'unreadable', why: 'damaged' })
    expect((await checks('')).body).toEqual({ is: 'unreadable', why: 'foreign' })
  })

  it('[EXPORT-88] takes 20 MB and no more, and only as a file', async () => {
    const word = async (answer: Promise<{ body: unknown }>) => ((await answer).body as { refused?: string }).refused
    expect(await word(checks(new Uint8Array(LIMIT.checkedFile + 1)))).toBe('too-large')
    expect(await word(checks('{}', withy.device(), { 'content-type': 'text/plain' }))).toBe('bad-request')
  })

  it('[EXPORT-88] checks so many for an address in ten minutes', async () => {
    const small = await openWithy({ budgets: createBudgets({ ...BUDGET, checks: 2 }) })
    const from = (address: string) => checks('x', small.device(address))
    const status = []
    for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) status.push((await from(address)).status)
    expect(status).toEqual([200, 200, 503, 200])
    await small.close()
  })
})
