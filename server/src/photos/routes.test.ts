import { ROLES } from '@withy/shared/access'
import { LIMIT, type PhotoKept } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { BUDGET, createBudgets } from '../http/budgets.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { PHOTOS, photoId, sendsPhoto, withPart, withSides } from '../testing/photos.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const { red, yellow } = PHOTOS
const at = ({ plan }: Member, photo: Uint8Array | string) =>
  `/api/plans/${plan}/photos/${typeof photo === 'string' ? photo : photoId(photo)}`
const listed = async (member: Member) =>
  (await member.gets<{ photos: PhotoKept[] }>('GET', `/api/plans/${member.plan}/photos`)).photos
const sees = (member: Member, photo: Uint8Array) => member.ask('GET', at(member, photo))
const wordOf = ({ body }: { body: unknown }) => (body as { refused?: string }).refused

/** Anna's plan with somebody of each other role in it. */
async function everybody() {
  const owner = await starts(withy)
  const others = ROLES.filter((role) => role !== 'owner')
  const joined = await Promise.all(others.map(async (role) => [role, await joinsAs(withy, owner, role)] as const))
  return { owner, ...Object.fromEntries(joined) } as Record<(typeof ROLES)[number], Member>
}

describe('photos of a group’s own', () => {
  it('[EASY-44] are added by who writes, kept once, and seen by everybody in the plan and nobody else', async () => {
    const people = await everybody()
    const { owner, contributor, viewer, suggester } = people
    const answer = await sendsPhoto(contributor, red)
    expect([answer.status, answer.body]).toEqual([201, { photo: photoId(red) }])
    for (const one of [viewer, suggester]) expect(wordOf(await sendsPhoto(one, yellow))).toBe('not-allowed')
    const again = await sendsPhoto(owner, withPart(red, 0xe1, 'Exif\0\0GPS 53.4808 N'), { shows: 'agreed', who: 'Ben' })
    expect(again.body).toEqual({ photo: photoId(red) })
    for (const one of Object.values(people)) {
      const seen = await sees(one, red)
      expect([seen.status, new Uint8Array(seen.bytes)]).toEqual([200, red])
      expect(await listed(one)).toMatchObject([{ photo: photoId(red), shows: 'nobody', addedBy: contributor.id }])
    }
    const stranger = await starts(withy)
    expect(wordOf(await stranger.ask('GET', at(owner, red)))).toBe('not-found')
    expect((await withy.device().ask('GET', at(owner, red))).status).toBe(401)
    expect(wordOf(await stranger.ask('GET', at(stranger, red)))).toBe('not-found')
  })

  it('[EASY-44] are given as pictures and nothing else, and may be kept by the device of who asked', async () => {
    const owner = await starts(withy)
    await sendsPhoto(owner, red)
    const { headers } = await sees(owner, red)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('[EASY-47] are not sent again to a device that has them, which asks before it shows one: it may have been taken away', async () => {
    const owner = await starts(withy)
    await sendsPhoto(owner, red)
    const tag = { 'if-none-match': (await sees(owner, red)).headers.get('etag') ?? '' }
    const again = () => owner.ask('GET', at(owner, red), undefined, tag)
    const same = await again()
    expect([same.status, same.bytes.length]).toEqual([304, 0])
    await owner.gets('DELETE', at(owner, red))
    expect(wordOf(await again())).toBe('photo-removed')
  })

  it('[EASY-46] say who added them, when, and who said yes: with people on it none is kept without that', async () => {
    const owner = await starts(withy)
    const refused = async (said: object) => wordOf(await sendsPhoto(owner, red, said))
    const shows = 'agreed'
    for (const said of [{}, { shows: 'maybe' }, { shows }, { shows, who: '' }, { shows, who: ' \u200b' }])
      expect(await refused(said)).toBe('bad-request')
    expect(await refused({ shows, who: 'x'.repeat(61) })).toBe('bad-request')
    expect(await listed(owner)).toEqual([])
    await sendsPhoto(owner, red, { shows, who: ' My sister Ann' })
    await sendsPhoto(owner, yellow, { shows: 'nobody', who: 'Nobody' })
    const on = { addedBy: owner.id, addedAt: expect.stringMatching(/^2026-05-04T/), removedAt: null, removedBy: null }
    expect(await listed(owner)).toEqual([
      { photo: photoId(red), shows: 'agreed', who: 'My sister Ann', ...on },
      { photo: photoId(yellow), shows: 'nobody', who: '', ...on },
    ])
  })

  it('[EASY-45] are kept without what their files say besides, and only where they are photos of a fitting size', async () => {
    const owner = await starts(withy)
    const phone = withPart(withPart(red, 0xe1, 'Exif\0\0GPS 53.4808 N'), 0xfe, 'At Anna’s')
    expect((await sendsPhoto(owner, phone)).body).toEqual({ photo: photoId(red) })
    expect((await sees(owner, red)).bytes.toString('latin1')).not.toMatch(/GPS|Anna/)
    const refused = async (file: Uint8Array) => wordOf(await sendsPhoto(owner, file))
    expect(await refused(Buffer.from('<script>'))).toBe('not-a-photo')
    expect(await refused(withSides(red, 1_601, 18))).toBe('photo-too-large')
    for (const more of [1, 9_000]) expect(await refused(new Uint8Array(LIMIT.photo + more))).toBe('photo-too-large')
    const as = async (type: string, body: Uint8Array) =>
      wordOf(await owner.ask('POST', `/api/plans/${owner.plan}/photos`, body, { 'content-type': type }))
    const whole = Buffer.concat([Buffer.from('{"shows":"nobody"}\n'), red])
    expect(await as('image/jpeg', whole)).toBe('bad-request')
    // What is said of it stands before the file, and is never left out.
    expect(await as('application/octet-stream', red)).toBe('bad-request')
    expect((await listed(owner)).length).toBe(1)
  })

  it('[EASY-47] are taken away for good by who added them or leads: the bytes are gone, that they were there stays', async () => {
    const { owner, facilitator, contributor, viewer } = await everybody()
    const other = await joinsAs(withy, owner, 'contributor', 'Other')
    for (const photo of [red, yellow]) await sendsPhoto(contributor, photo)
    const tell = vi.spyOn(withy.live, 'tell')
    for (const one of [other, viewer]) expect(await one.isRefused('DELETE', at(owner, red))).toBe('not-allowed')
    expect(tell).not.toHaveBeenCalled()
    await contributor.gets('DELETE', at(owner, red))
    await facilitator.gets('DELETE', at(owner, yellow))
    expect(tell.mock.calls).toEqual(
      [red, yellow].map((photo) => [owner.plan, { type: 'photo-removed', photo: photoId(photo) }]),
    )
    tell.mockRestore()
    expect(await listed(viewer)).toMatchObject([
      { photo: photoId(red), removedBy: contributor.id, removedAt: expect.stringMatching(/^2026-05-04T/) },
      { photo: photoId(yellow), removedBy: facilitator.id },
    ])
    const gone = await sees(viewer, red)
    expect([gone.status, wordOf(gone), gone.headers.get('cache-control')]).toEqual([404, 'photo-removed', 'no-store'])
    expect(await owner.isRefused('DELETE', at(owner, red))).toBe('photo-removed')
    expect(await owner.isRefused('DELETE', at(owner, 'a'.repeat(43)))).toBe('not-found')
    // For good: the same is not kept again, whoever brings it.
    expect(wordOf(await sendsPhoto(owner, red))).toBe('photo-removed')
    expect(await withy.store.photoBytes(owner.plan, photoId(red))).toBe('removed')
  })

  it('[EASY-44] are another plan’s in another plan', async () => {
    const [one, other] = [await starts(withy), await starts(withy)]
    await sendsPhoto(one, red)
    await sendsPhoto(other, red)
    await one.gets('DELETE', at(one, red))
    expect((await sees(other, red)).status).toBe(200)
  })

  it('[EASY-44] [LIMIT-33] have a budget for who sends them', async () => {
    const small = await openWithy({ budgets: createBudgets({ ...BUDGET, photos: 1 }) })
    const owner = await starts(small)
    expect((await sendsPhoto(owner, red)).status).toBe(201)
    expect(wordOf(await sendsPhoto(owner, yellow))).toBe('too-busy')
    await small.close()
  })
})
