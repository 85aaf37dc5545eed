import { readFileSync } from 'node:fs'
import { ROLES } from '@withy/shared/access'
import { type Invitation, LIMIT } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CODE_ALPHABET, createSecrets } from '../http/secrets.ts'
import { openKey } from '../storage/key-file.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import {
  invitationPath,
  invitationsOf,
  invites,
  joins,
  joinsAs,
  look,
  pathOf,
  refusedWith,
  rolesIn,
  starts,
  ticketOf,
} from '../testing/people.ts'
import { LASTS_MS, mayHandle } from './invitations.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('invitations', () => {
  it('[ACCESS-30] come in with a link whose secret is in the fragment only, and with the role and voice it gives', async () => {
    const anna = await starts(withy, { title: 'Mill Lane' })
    const link = await invites(anna, { role: 'viewer', voice: 'professional' })
    expect(link.link).toMatch(/^http:\/\/localhost:3000\/join#[\w-]{22}\.[\w-]{22}$/)
    expect(await look(withy, link)).toEqual({
      title: 'Mill Lane',
      kind: 'area',
      role: 'viewer',
      voice: 'professional',
      seat: false,
      invitedBy: 'Anna',
      already: null,
    })
    const ben = await joins(withy.device(), link, { name: 'Ben' })
    expect((await ben.facts()).people.at(-1)).toMatchObject({ name: 'Ben', role: 'viewer', voice: 'professional' })
    expect((await look(withy, link, ben)).already?.plan).toBe(anna.plan)
  })

  it('[ACCESS-31] are shown again as often as asked, though neither secret nor code is stored', async () => {
    const anna = await starts(withy)
    const made = [await invites(anna), await invites(anna, { kind: 'code' })]
    expect((await invitationsOf(anna)).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual(made.toReversed())
    const onDisk = ['withy.db', 'withy.db-wal'].map((name) => readFileSync(`${withy.dataDir}/${name}`, 'latin1')).join()
    expect(onDisk).toContain(made[0]?.id)
    expect(onDisk).not.toContain(made[0]?.link.split('.').at(-1))
    expect(onDisk).not.toContain(made[1]?.code?.replace(' ', ''))
  })

  it('[ACCESS-32] @A2 open with a code as spoken: two fours of letters that do not look alike, in any case, spaces or dashes', async () => {
    const anna = await starts(withy)
    const made = await invites(anna, { kind: 'code' })
    expect(made.code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{4} [${CODE_ALPHABET}]{4}$`))
    expect(CODE_ALPHABET).not.toMatch(/[^A-Z]|[AEIOU]|Q|S|Z|G|N/)
    expect(new Set(CODE_ALPHABET).size).toBe(16)
    expect(made.link).toBe('http://localhost:3000/join')
    const [a = '', b = ''] = made.code?.split(' ') ?? []
    for (const typed of [`${a}${b}`, `${a}-${b}`.toLowerCase(), ` ${a[0]} ${a.slice(1)}–${b} `]) {
      expect((await look(withy, { ...made, code: typed })).title).toBe('Our street')
    }
  })

  it('[ACCESS-33] stop working when renewed, withdrawn or over, and everyone in stays in', async () => {
    const anna = await starts(withy)
    for (const kind of ['link', 'code'] as const) {
      const first = await invites(anna, { kind })
      const ben = await joins(withy.device(), first, { name: `Ben by ${kind}` })
      const { invitation: second } = await anna.gets<{ invitation: Invitation }>(
        'POST',
        invitationPath(anna, first, '/renew'),
      )
      expect(second.id).toBe(first.id)
      const word = kind === 'link' ? 'link-over' : 'code-unknown'
      expect(await refusedWith(withy, first)).toBe(word)
      await look(withy, second)
      await anna.gets('DELETE', invitationPath(anna, second))
      expect(await refusedWith(withy, second)).toBe(word)
      expect(await anna.isRefused('DELETE', invitationPath(anna, second))).toBe('not-found')
      const third = await invites(anna, { kind })
      withy.clock.now += LASTS_MS[kind] + 1_000
      expect(await refusedWith(withy, third)).toBe(word)
      expect(await invitationsOf(anna)).toEqual([])
      expect((await ben.facts()).me).toBe(ben.id)
    }
  })

  it('[ACCESS-33] open nothing with a secret that was changed, cut or made for something else', async () => {
    const anna = await starts(withy)
    const link = await invites(anna)
    const code = await invites(anna, { kind: 'code' })
    const { secret = '' } = ticketOf(link) as { secret: string }
    const { link: back } = await anna.gets<{ link: string }>('POST', '/api/me/way-back', { renew: false })
    const flipped = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`
    const wrong = [
      flipped,
      secret.slice(0, -1),
      `${secret}A`,
      '.',
      `${code.id}.${secret.split('.')[1]}`,
      back.split('#')[1],
    ]
    // A code is no link, even in the hands of somebody who has the server's key.
    wrong.push(createSecrets(openKey(withy.dataDir).key).link('invitation', code.id, 1))
    for (const one of wrong) {
      expect(await withy.device().isRefused('POST', '/api/join', { ticket: { secret: one }, name: 'X' })).toBe(
        'link-over',
      )
    }
  })

  it('[ACCESS-34] give no more than the role of who makes them; nobody else sees or ends those', async () => {
    for (const role of ROLES) {
      for (const given of ROLES) {
        const isMade = (role === 'owner' || role === 'facilitator') && given !== 'owner'
        expect([role, given, mayHandle(role, { kind: 'link', role: given })]).toEqual([role, given, isMade])
      }
    }
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'facilitator')
    const cara = await joinsAs(withy, anna, 'contributor')
    const path = `/api/plans/${anna.plan}/invitations`
    for (const member of [anna, ben]) {
      expect(await member.isRefused('POST', path, { kind: 'link', role: 'owner', voice: 'carer' })).toBe('not-allowed')
    }
    expect(await cara.isRefused('POST', path, { kind: 'link', role: 'viewer', voice: 'carer' })).toBe('not-allowed')
    expect(await cara.isRefused('GET', path)).toBe('not-allowed')
  })

  it('[ACCESS-34] of another plan are not found, even by its owner', async () => {
    const anna = await starts(withy)
    const other = await starts(withy, { name: 'Olu' })
    const link = await invites(anna)
    const path = `/api/plans/${other.plan}/invitations/${link.id}`
    expect(await other.isRefused('DELETE', path)).toBe('not-found')
    expect(await other.isRefused('POST', `${path}/renew`)).toBe('not-found')
  })

  it('[LIMIT-37] are at most so many at once in a plan', async () => {
    const anna = await starts(withy)
    for (let n = 0; n < LIMIT.invitationsPerPlan; n++) await invites(anna)
    const body = { kind: 'link', role: 'viewer', voice: 'carer' }
    expect(await anna.isRefused('POST', `/api/plans/${anna.plan}/invitations`, body)).toBe('invitations-full')
  })

  it('[ACCESS-41] never lower a role, and raise one that is higher', async () => {
    const anna = await starts(withy)
    const viewer = await invites(anna, { role: 'viewer' })
    const facilitator = await invites(anna, { role: 'facilitator' })
    const ben = await joins(withy.device(), viewer, { name: 'Ben' })
    await joins(ben, facilitator, { name: 'Somebody' })
    expect(await rolesIn(ben)).toEqual({ Anna: 'owner', Ben: 'facilitator' })
    await joins(ben, viewer, { name: 'Ben' })
    await joins(anna, viewer, { name: 'Anna' })
    expect(await rolesIn(ben)).toEqual({ Anna: 'owner', Ben: 'facilitator' })
  })

  it('[ACCESS-46] tell who is in the plan already what they would give, and promise nothing they do not', async () => {
    const anna = await starts(withy)
    const viewer = await invites(anna, { role: 'viewer' })
    const facilitator = await invites(anna, { role: 'facilitator' })
    const ben = await joins(withy.device(), viewer, { name: 'Ben' })
    const already = { plan: anna.plan, name: 'Ben', role: 'viewer' }
    expect((await look(withy, facilitator, ben)).already).toEqual({ ...already, gives: 'facilitator' })
    expect((await look(withy, viewer, ben)).already).toEqual({ ...already, gives: null })
    expect((await look(withy, viewer, anna)).already).toMatchObject({ role: 'owner', gives: null })
    // Ben's role is set after the link was made: it raises him no more (ACCESS-16).
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'contributor' })
    expect((await look(withy, facilitator, ben)).already).toEqual({ ...already, role: 'contributor', gives: null })
  })

  it('[ACCESS-42] let people say another voice than the invitation’s, but not the seat', async () => {
    const anna = await starts(withy, { kind: 'support', voice: 'supporter' })
    const link = await invites(anna, { voice: 'carer' })
    const ben = await joins(withy.device(), link, { name: 'Ben', voice: 'group' })
    expect((await ben.facts()).people.at(-1)?.voice).toBe('group')
    const body = { ticket: ticketOf(link), name: 'Eve', voice: 'person' }
    expect(await withy.device().isRefused('POST', '/api/join', body)).toBe('not-allowed')
    const wanted = { kind: 'code', role: 'viewer', voice: 'person' }
    expect(await anna.isRefused('POST', `/api/plans/${anna.plan}/invitations`, wanted)).toBe('bad-request')
  })
})
