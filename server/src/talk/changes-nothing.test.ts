import type { Endpoint } from '@withy/shared/api'
import * as api from '@withy/shared/api'
import { textRoot } from '@withy/shared/plan'
import { CLOSE, FRAME } from '@withy/shared/protocol'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sha256 } from '../sha256.ts'
import { presenceFrame } from '../testing/bot.ts'
import { asks, type Guest, joinPlan, startPlan } from '../testing/guests.ts'
import { rawUpdate } from '../testing/raw-update.ts'
import type { TestServer } from '../testing/start-server.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, updateOf, wordsOf, writeParagraph } from '../testing/writer.ts'

const place = { box: TEXT_BOX, item: null, field: null, words: null }
const ENDPOINTS: readonly Endpoint[] = [
  ...[api.readTalk, api.startThread, api.answerThread, api.editComment],
  ...[api.removeComment, api.settleThread, api.explainAsked],
]

/** A plan with words and comments of Anna's, Ben who writes, Cai who comments, Vera who reads, and Mallory of another plan. */
async function plan() {
  const server = await serverForTest({ limits: { socketsPerPerson: 1_000 } })
  const anna = await startPlan(server.origin)
  const annas = await syncedBot(anna)
  writeParagraph(annas.doc, 'The bus stops at the orchard.')
  await until(() => expect(annas.acked()).toBe(annas.sent()))
  const [ben, cai, vera] = [
    await joinPlan(anna, 'Ben', 'contributor'),
    await joinPlan(anna, 'Cai', 'suggester'),
    await joinPlan(anna, 'Vera', 'viewer'),
  ]
  const mallory = { ...(await startPlan(server.origin, 'Mallory')), plan: anna.plan }
  for (const kind of ['comment', 'meaning'] as const) {
    const said = { id: `annas-${kind}`, words: `A ${kind} of Anna’s`, mentions: [] }
    await asks(anna, 'POST', `/api/plans/${anna.plan}/talk/threads`, { id: `thread-${kind}`, kind, place, said })
  }
  return { server, anna, annas, ben, cai, vera, mallory }
}

/** All that nobody changes by commenting: the document to its bytes, how it reads, what is stored of it and whose it is. */
async function planNow(server: TestServer, anna: Guest) {
  const log = await server.updates.load(anna.plan)
  const { fingerprint } = await asks<{ fingerprint: string }>(anna, 'GET', `/api/plans/${anna.plan}/edition`)
  const doc = await server.live.current(anna.plan)
  return {
    bytes: sha256(Y.encodeStateAsUpdate(doc)),
    fingerprint,
    seq: log?.seq,
    clients: log?.clients,
    authors: await server.store.authorsOf(anna.plan),
    people: await server.store.peopleOf(anna.plan),
    facts: await server.store.find(anna.plan),
  }
}

/** Everybody else's comments, as they are stored, and what they are about. */
const commentsOfOthers = async (server: TestServer, who: Guest) =>
  (await server.store.talkOf(who.plan)).threads.map(({ id, kind, place, comments }) => ({
    ...{ id, kind, place },
    comments: comments.filter(({ person }) => person !== who.person),
  }))

describe('a suggester’s socket', () => {
  it('[TALK-13] [TALK-15] carries no word into the plan, whatever it sends', async () => {
    const { server, anna, annas, cai } = await plan()
    const before = await planNow(server, anna)
    const copy = () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(annas.doc))
      return doc
    }
    const changed = (edit: (doc: Y.Doc) => void) => {
      const doc = copy()
      return updateOf(doc, () => edit(doc))
    }
    const client = annas.doc.clientID
    const clock = Y.getState(annas.doc.store, client)
    const forgeries = [
      changed((doc) => void writeParagraph(doc, 'smuggled')),
      changed((doc) => textRoot(doc, TEXT_BOX).delete(0, 1)),
      changed((doc) => doc.getMap('plan.titles').set('our-story', 'Taken over')),
      changed((doc) => doc.getMap('talk').set('comment', 'in the document')),
      changed((doc) => {
        doc.clientID = client
        writeParagraph(doc, 'as Anna')
      }),
      rawUpdate({ runs: [{ client, clock, structs: [{ is: 'string', words: 'forged', parent: TEXT_BOX }] }] }),
      rawUpdate({ deletes: [{ client, ranges: [[0, clock]] }] }),
      new Uint8Array([255, 255, 255]),
    ]
    const closes = async (kind: 'update' | 'step2', forged: Uint8Array) => {
      const bot = botOf(cai, { mute: true })
      await bot.status
      bot.sync(kind, forged)
      return (await bot.closed).code
    }
    const codes = await Promise.all(forgeries.flatMap((forged) => [closes('update', forged), closes('step2', forged)]))
    for (const code of codes) expect([CLOSE.role, CLOSE.badMessage]).toContain(code)
    // Saying where they are, and bringing nothing new, is what everybody who reads does.
    const honest = await syncedBot(cai)
    honest.send(presenceFrame([[honest.doc.clientID, 1, JSON.stringify({ section: 'our-story', words: 'x' })]]))
    honest.sync('step2', Y.encodeStateAsUpdate(annas.doc))
    honest.send(new Uint8Array([FRAME.queryAwareness]))
    await until(() => expect(annas.presence.size).toBeGreaterThan(0))
    expect(honest.ws.readyState).toBe(honest.ws.OPEN)
    expect(await planNow(server, anna)).toEqual(before)
    expect(wordsOf(annas.doc).trim()).toBe('The bus stops at the orchard.')
  })

  it('[TALK-15] would be seen to change it: a word of somebody who may write does', async () => {
    const { server, anna, ben } = await plan()
    const before = await planNow(server, anna)
    const bens = await syncedBot(ben)
    writeParagraph(bens.doc, 'one more')
    await until(() => expect(bens.acked()).toBe(bens.sent()))
    const after = await planNow(server, anna)
    for (const what of ['bytes', 'fingerprint', 'seq', 'clients', 'authors'] as const)
      expect(after[what], what).not.toEqual(before[what])
  })
})

describe('everything that can be said about a plan', () => {
  const ids = ['thread-comment', 'thread-meaning', 'annas-comment', 'annas-meaning', 'mine-one', 'none', '__proto__']
  const quoted = { quote: 'bus', before: '', after: '', from: 'AA==', to: 'AQ==', epoch: 'another' }
  const nasty: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS, ...ids, '', 'x'.repeat(10_000), '../../edition', TEXT_BOX, 'plan.titles'),
    fc.constantFrom(null, true, -1, 1e308, [], {}, quoted, place, { toString: 'x' }, Array(1_000).fill('anna')),
  )
  const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: nasty })
  const inPath = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS, '..%2F..%2Fedition') },
  )
  const words = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), nasty)
  const mentions = fc.oneof(fc.constant([]), nasty)
  const aBox = fc.constantFrom(place, { ...place, words: quoted })
  const meant: Record<string, fc.Arbitrary<unknown>> = {
    [api.startThread.path]: fc.record({
      ...{ id, kind: fc.constantFrom('comment', 'meaning'), place: aBox },
      said: fc.record({ id, words, mentions }),
    }),
    [api.answerThread.path]: fc.record({ id, words, mentions }),
    [api.editComment.path]: fc.record({ words, mentions }),
    [api.settleThread.path]: fc.record({ settled: fc.boolean() }),
    [api.explainAsked.path]: fc.record({ word: fc.constantFrom('Commons', 'Deeds'), meaning: words }),
  }
  const request = fc.constantFrom(...ENDPOINTS).chain((endpoint) =>
    fc.record({
      ...{ endpoint: fc.constant(endpoint), thread: inPath, comment: inPath },
      body: fc.oneof(
        { weight: 4, arbitrary: meant[endpoint.path] ?? nasty },
        { weight: 1, arbitrary: fc.oneof(nasty, fc.jsonValue(), ...Object.values(meant)) },
      ),
    }),
  )
  type Request = { endpoint: Endpoint; thread: string; comment: string; body: unknown }

  const send = ({ origin, plan, cookie }: Guest, { endpoint, thread, comment, body }: Request) => {
    const path = endpoint.path
      .replace(':plan', plan)
      .replace(':thread', encodeURIComponent(thread.toWellFormed()))
      .replace(':comment', encodeURIComponent(comment.toWellFormed()))
    return fetch(origin + path, {
      method: endpoint.method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      ...(endpoint.method !== 'GET' && endpoint.body && { body: JSON.stringify(body) }),
    })
  }

  it('[TALK-15] changes neither the plan nor a comment of somebody else, whoever says it and however', {
    timeout: 120_000,
  }, async () => {
    const { server, anna, ben, cai, vera, mallory } = await plan()
    const before = await planNow(server, anna)
    const answered = new Map<number, number>()
    const anyone = fc.constantFrom(anna, ben, cai, vera, mallory, { ...cai, cookie: '' })
    await fc.assert(
      fc.asyncProperty(anyone, fc.array(request, { minLength: 20, maxLength: 20 }), async (who, requests) => {
        const theirs = await commentsOfOthers(server, who)
        for (const one of requests) {
          const { status } = await send(who, one)
          answered.set(status, (answered.get(status) ?? 0) + 1)
        }
        const after = await commentsOfOthers(server, who)
        expect(after.slice(0, theirs.length)).toEqual(theirs)
        for (const { comments } of after.slice(theirs.length)) expect(comments).toEqual([])
      }),
      { numRuns: 120, seed: 6, endOnFailure: true },
    )
    // But for words that were explained by who may write: those are read with the plan.
    const explained = await server.store.glossaryOf(anna.plan)
    expect(explained.length).toBeGreaterThan(0)
    for (const { id } of explained) await asks(anna, 'POST', `/api/plans/${anna.plan}/glossary`, { do: 'take-out', id })
    expect(await planNow(server, anna)).toEqual(before)
    // It was said, refused, and never a trouble of ours.
    expect(answered.get(200)).toBeGreaterThan(100)
    for (const status of [400, 401, 403, 404]) expect(answered.get(status), `${status}`).toBeGreaterThan(10)
    expect([...answered.keys()].filter((status) => status >= 500)).toEqual([])
  })
})
