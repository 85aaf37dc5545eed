import { PLAN_EDIT } from '@withy/shared/plan'
import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { countOf, holdChanges } from './held.ts'
import { openLivePlan } from './live-plan.ts'
import { createPeer } from './testing-peer.ts'

const SAVED = { is: 'open', saved: 'saved' }

/** A plan that is open, and whose changes by others wait. */
async function holding() {
  const peer = createPeer()
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  onTestFinished(() => live.close())
  await vi.waitFor(() => expect(live.link()).toEqual(SAVED))
  for (const [client, person] of [
    [11, 'sam'],
    [12, 'ben'],
  ] as const)
    peer.present(client, { person })
  await vi.waitFor(() => expect(live.here()).toHaveLength(2))
  const held = holdChanges(live, 'me')
  let heard = 0
  live.onMessage(() => {
    heard += 1
  })
  return {
    peer,
    live,
    held,
    count: () => countOf(held.waiting()),
    words: (root = 'my-health.have') => live.doc.getText(root).toString(),
    /** Everything the server said before has arrived. */
    async caughtUp() {
      const next = heard + 1
      peer.say({ type: 'tests' })
      await vi.waitFor(() => expect(heard).toBe(next))
    },
    write(client: number, words: string, root = 'my-health.have', at = 0) {
      peer.doc.clientID = client
      peer.doc.getText(root).insert(at, words)
    },
  }
}

it('[SYNC-150] @D7 20 changes of others wait and are counted, own words go out and are saved, and letting in keeps both', async () => {
  const { peer, live, held, count, words, caughtUp, write } = await holding()
  live.doc.getText('my-health.have').insert(0, 'Mine.')
  for (let i = 0; i < 20; i += 1) write(11, `Theirs ${i}. `)
  await caughtUp()
  expect(words()).toBe('Mine.')
  expect(count()).toBe(20)
  live.doc.getText('my-health.have').insert(5, ' More.')
  await vi.waitFor(() => expect(peer.doc.getText('my-health.have').toString()).toContain('Mine. More.'))
  await vi.waitFor(() => expect(live.link()).toEqual(SAVED))
  expect(live.unsaved()).toEqual([])
  let changes = 0
  live.doc.on('update', () => {
    changes += 1
  })
  held.letIn()
  expect(words()).toBe(peer.doc.getText('my-health.have').toString())
  expect(words()).toContain('Mine. More.')
  expect(words()).toContain('Theirs 0.')
  expect(changes).toBe(1)
  expect(count()).toBe(0)
  write(12, 'Again. ')
  await caughtUp()
  expect(words()).not.toContain('Again.')
  held.end()
  expect(words()).toContain('Again.')
  write(12, 'At once. ')
  await caughtUp()
  expect(words()).toContain('At once.')
})

it('[SYNC-150] counts by person and section; what is written on, or taken out, letter by letter is one change', async () => {
  const { peer, held, caughtUp, write } = await holding()
  for (const [at, letter] of [...'hello'].entries()) write(11, letter, 'my-health.have', at)
  await caughtUp()
  expect(held.waiting()).toEqual([{ person: 'sam', section: 'my-health', count: 1 }])
  write(11, 'Elsewhere.', 'my-home.have')
  write(12, 'A. ', 'my-health.want')
  write(12, 'B. ', 'my-health.want')
  await caughtUp()
  for (let at = 4; at > 1; at -= 1) peer.doc.getText('my-health.have').delete(at, 1)
  await caughtUp()
  expect(held.waiting()).toEqual([
    { person: 'sam', section: 'my-health', count: 1 },
    { person: 'sam', section: 'my-home', count: 1 },
    { person: 'ben', section: 'my-health', count: 2 },
    { person: null, section: 'my-health', count: 1 },
  ])
})

it('[SYNC-150] a paragraph with its words is one change', async () => {
  const { peer, count, caughtUp } = await holding()
  peer.doc.clientID = 11
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Written elsewhere.')])
  peer.doc.getXmlFragment('my-health.text').insert(0, [paragraph])
  await caughtUp()
  expect(count()).toBe(1)
})

it('[SYNC-151] what waits comes over a lost connection: nothing is lost, nothing comes in before it is asked for', async () => {
  const { peer, live, held, words, caughtUp, write } = await holding()
  write(11, 'Before. ')
  await caughtUp()
  peer.closeAll(1006)
  write(11, 'While away. ')
  await vi.waitFor(() => expect(peer.connected()).toBe(1))
  await vi.waitFor(() => expect(live.link()).toEqual(SAVED))
  await caughtUp()
  expect(words()).toBe('')
  held.letIn()
  expect(words()).toBe('While away. Before. ')
})

it('[SYNC-151] nothing comes into a word that is being composed: it waits for its end', async () => {
  const { live, held, words, caughtUp, write } = await holding()
  write(11, 'Theirs.')
  await caughtUp()
  const composed = live.hold()
  held.letIn()
  expect(words()).toBe('')
  composed()
  expect(words()).toBe('Theirs.')
})

it('[SYNC-151] undo takes back own words alone, while others’ wait and after', async () => {
  const { live, held, words, caughtUp, write } = await holding()
  live.doc.transact(() => live.doc.getText('my-health.have').insert(0, 'Mine.'), PLAN_EDIT)
  write(11, 'Theirs.')
  await caughtUp()
  held.letIn()
  live.undo.undo()
  expect(words()).toBe('Theirs.')
})

it('[SYNC-151] what this person does elsewhere is not kept from them', async () => {
  const { peer, live, count, words, caughtUp, write } = await holding()
  write(11, 'Theirs.')
  await caughtUp()
  peer.present(13, { person: 'me' })
  await vi.waitFor(() => expect(live.here()).toHaveLength(3))
  write(13, 'From my phone. ')
  await caughtUp()
  expect(words()).toBe('From my phone. Theirs.')
  expect(count()).toBe(0)
})
