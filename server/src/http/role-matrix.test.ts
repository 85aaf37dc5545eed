import { type Action, can, ROLES, type Role } from '@withy/shared/access'
import * as api from '@withy/shared/api'
import { type Endpoint, REFUSALS } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Device, openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joinsAs, type Member, starts } from '../testing/people.ts'
import { STATUS } from './refused.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'needs' in value

const ENDPOINTS: readonly Endpoint[] = Object.values<unknown>(api).filter(isEndpoint)
const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`

/** A body each endpoint takes. One without an entry here fails below: a new endpoint cannot be forgotten. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/plans': { kind: 'area', title: 'T', name: 'N', voice: 'resident' },
  'POST /api/examples': { example: 'rosa-tillingham', name: 'N' },
  'PATCH /api/plans/:plan': { title: 'New title' },
  'PUT /api/plans/:plan/language': { lang: 'cy' },
  'PUT /api/plans/:plan/shown': { section: 'story' },
  'PATCH /api/plans/:plan/people/:person': { role: 'viewer' },
  'POST /api/plans/:plan/owner': { person: 'nobody' },
  'POST /api/plans/:plan/invitations': { kind: 'link', role: 'viewer', voice: 'carer' },
  'POST /api/join/look': { ticket: { code: 'BBBB BBBB' } },
  'POST /api/join': { ticket: { code: 'BBBB BBBB' }, name: 'N' },
  'POST /api/me/way-back': { renew: false },
  'POST /api/back': { secret: 'x' },
  'POST /api/plans/:plan/glossary': { do: 'add', id: 'word-one1', word: 'Commons', meaning: 'Land of us all' },
  'PUT /api/plans/:plan/card': { card: { ticks: ['slow'], words: '' } },
  'POST /api/plans/:plan/talk/threads': {
    ...{ id: 'thread-one', kind: 'comment', place: { box: 'our-story.story', item: null, field: null, words: null } },
    said: { id: 'comment-one', words: 'Which street?', mentions: [] },
  },
  'POST /api/plans/:plan/talk/suggestions': {
    ...{ id: 'suggest-one', place: { box: 'our-story.story', item: null, field: null, words: null } },
    ...{ was: [], proposed: [{ type: 'paragraph', runs: [{ text: 'We plant trees.' }] }], why: '' },
  },
  'PUT /api/plans/:plan/talk/suggestions/:suggestion/decisions': { accept: ['c1'], keep: [] },
  'POST /api/plans/:plan/talk/threads/:thread/comments': { id: 'comment-two', words: 'This one', mentions: [] },
  'PUT /api/plans/:plan/talk/threads/:thread/comments/:comment': { words: 'That one', mentions: [] },
  'PUT /api/plans/:plan/talk/threads/:thread/settled': { settled: true },
  'POST /api/plans/:plan/talk/threads/:thread/meaning': { word: 'Commons', meaning: 'Land of us all' },
  'POST /api/plans/:plan/unsaid': { passage: 'nobody' },
  'POST /api/plans/:plan/versions': { name: 'Before the walk', of: 'now' },
  'PATCH /api/plans/:plan/versions/:version': { name: 'After the walk' },
  'POST /api/plans/:plan/sealed/:number/copies': { do: 'want', form: 'pdf', lang: 'en' },
  'POST /api/take-away': { plans: ['nowhere'], format: 'html', of: 'now', lang: 'en', size: 'normal' },
  'POST /api/check/code': { code: '7K3M-Q2PX-9DRT' },
  'POST /api/plans/:plan/workshops': { shape: 'empty', title: 'W', lang: 'en' },
  'POST /api/plans/:plan/workshops/:workshop/steer': { do: 'open' },
  'POST /api/plans/:plan/workshops/:workshop/take-part': { do: 'come-in' },
  'POST /api/plans/:plan/rounds': { asked: ['nobody'], onDisagreement: 'record', bySection: false, decides: null },
  'POST /api/plans/:plan/rounds/:round/asked': { asked: ['nobody'] },
  'PUT /api/plans/:plan/rounds/:round/answer': {
    ...{ section: null, answer: 'agree', words: '', acting: null, advocate: '' },
    fingerprint: 'f'.repeat(64),
  },
  'POST /api/plans/:plan/rounds/:round/seal': { fingerprint: 'f'.repeat(64), wentOn: '' },
  'POST /api/plans/:plan/sealed/:number/withdraw': { words: '' },
  'PUT /api/plans/:plan/tests/:item': { informed: 'helps', confident: null, connected: null, shows: null },
  'PUT /api/plans/:plan/did-it-happen/:workshop/:item': { answer: 'yes', words: '' },
}

let withy: Withy
let owner: Member
let people: Record<Role, Member>
let invitation: string

beforeAll(async () => {
  withy = await openWithy()
  owner = await starts(withy)
  const others = ROLES.filter((role) => role !== 'owner')
  const joined = await Promise.all(others.map(async (role) => [role, await joinsAs(withy, owner, role)] as const))
  people = { owner, ...Object.fromEntries(joined) } as Record<Role, Member>
  invitation = (await invites(owner)).id
})
afterAll(() => withy.close())

const ask = (device: Device, endpoint: Endpoint, plan = owner.plan) => {
  const path = endpoint.path
    .replace(':plan', plan)
    .replace(':invitation', invitation)
    .replace(':person', 'nobody')
    .replace(':item', 'i1')
    .replace(':epoch', 'e1')
    .replace(':workshop', 'w1')
    .replace(':round', 'r1')
    .replace(':number', '1')
    .replace(':version', 'v1')
    .replace(':other', 'now')
  return device.ask(endpoint.method, path, BODIES[nameOf(endpoint)])
}
const wordOf = ({ body }: { body: unknown }) => (body as { refused?: string } | null)?.refused

describe('every endpoint, every role', () => {
  it('[ACCESS-3] serves every endpoint that is declared, once, and none that is not', () => {
    expect(withy.served.map(nameOf).toSorted()).toEqual(ENDPOINTS.map(nameOf).toSorted())
    expect(ENDPOINTS.length).toBeGreaterThan(20)
  })

  it('[ACCESS-3] has a body in this test for every endpoint that takes one', () => {
    const bodies = ENDPOINTS.filter(({ body }) => body).map(nameOf)
    expect(Object.keys(BODIES).toSorted()).toEqual(bodies.toSorted())
  })

  const needing = (...words: string[]) => ENDPOINTS.filter(({ needs }) => !words.includes(needs))

  it.each(needing('nothing').map((one) => [nameOf(one), one] as const))(
    '[ACCESS-3] %s asks who it is first',
    async (_, endpoint) => {
      const answer = await ask(withy.device(), endpoint)
      expect([answer.status, wordOf(answer)]).toEqual([401, 'sign-in'])
      const forged = await withy.device().ask(endpoint.method, endpoint.path, BODIES[nameOf(endpoint)], {
        cookie: `withy=${'A'.repeat(43)}`,
      })
      expect(wordOf(forged)).toBe('sign-in')
    },
  )

  it.each(needing('nothing', 'session').map((one) => [nameOf(one), one] as const))(
    '[ACCESS-3] %s looks to somebody outside the plan as if there were none',
    async (_, endpoint) => {
      const stranger = await starts(withy, { name: 'Stranger' })
      const there = await ask(stranger, endpoint)
      const nowhere = await ask(stranger, endpoint, 'no-such-plan')
      expect([there.status, wordOf(there)]).toEqual([404, 'not-found'])
      expect(there.body).toEqual(nowhere.body)
    },
  )

  it.each(needing('nothing', 'session').flatMap((one) => ROLES.map((role) => [nameOf(one), role, one] as const)))(
    '[ACCESS-3] %s by a %s goes by what the role allows',
    async (_, role, endpoint) => {
      const answer = await ask(people[role], endpoint)
      const word = wordOf(answer)
      if (!can(role, endpoint.needs as Action)) return expect([answer.status, word]).toEqual([403, 'not-allowed'])
      expect(answer.status).not.toBe(500)
      // Endpoints that only need `read` decide the rest themselves; every other no is not about the role.
      if (endpoint.needs !== 'read') expect(word).not.toBe('not-allowed')
      if (word !== undefined) expect(endpoint.refusals).toContain(word)
    },
  )

  it('[ACCESS-1] allows each role what it says, and each higher one at least as much', () => {
    const actions = [...new Set(needing('nothing', 'session').map(({ needs }) => needs as Action))]
    const count = (role: Role) => actions.filter((action) => can(role, action)).length
    const counts = ROLES.map(count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(can('viewer', 'write') || can('viewer', 'answer-tests') || can('viewer', 'invite')).toBe(false)
    expect(can('contributor', 'write') && !can('contributor', 'invite')).toBe(true)
    expect(can('facilitator', 'change-roles') && !can('facilitator', 'hand-over')).toBe(true)
    for (const action of actions) expect(can('owner', action)).toBe(true)
  })

  it('[ACCESS-62] has a kind sentence in both languages and a status for every way to say no', async () => {
    expect(Object.keys(STATUS).toSorted()).toEqual(Object.keys(REFUSALS).toSorted())
    const english = await withy.device().ask('GET', '/api/plans/x')
    const welsh = await withy.device().ask('GET', '/api/plans/x', undefined, { 'accept-language': 'cy-GB, en' })
    expect(english.body).toEqual({ refused: 'sign-in', sentence: REFUSALS['sign-in'].en })
    expect(welsh.body).toEqual({ refused: 'sign-in', sentence: REFUSALS['sign-in'].cy })
    expect(welsh.headers.get('content-language')).toBe('cy')
    const unkind = /\b(invalid|error|failed|submit|user|forbidden|unauthori[sz]ed)\b/i
    for (const { en, cy } of Object.values(REFUSALS)) {
      expect(`${en} ${cy}`).not.toMatch(unkind)
      expect(en).not.toBe(cy)
    }
  })
})
