import { textRoot } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Authored, authorOf } from '../storage/authors.ts'
import { joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'

/** Who put in and who took out each letter of a text, letters that are gone too. */
function told(text: Y.XmlText, all: readonly Authored[]) {
  const letters: { put: string | undefined; taken: string | undefined }[] = []
  for (let item = text._start; item; item = item.right) {
    for (let clock = item.id.clock; clock < item.id.clock + item.length; clock++) {
      const { client } = item.id
      const by = (did: Authored['did']) => authorOf(all, did, client, clock)?.person
      letters.push({ put: by('inserted'), taken: by('deleted') })
    }
  }
  return letters
}

describe('who wrote what', () => {
  it('[STORE-50] is known of every letter, put in or taken out, by whom the server knows and when', async () => {
    const before = Date.now()
    const { server, anna, ben } = await twoPeople()
    const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
    const allSaved = () => until(() => expect([annas.acked(), bens.acked()]).toEqual([annas.sent(), bens.sent()]))
    const text = writeParagraph(annas.doc, 'The orchard')
    text.delete(0, 4)
    const bensText = writeParagraph(bens.doc, 'of ours')
    await until(() => expect(wordsOf(annas.doc)).toContain('of ours'))
    textOf(annas.doc, 'of ours').delete(0, 3)
    await until(() => expect(bensText.toString()).toBe('ours'))
    await allSaved()

    const all = await server.store.authorsOf(anna.plan)
    const letters = (count: number, put: string, taken?: string) =>
      Array.from({ length: count }, () => ({ put, taken }))
    expect(told(text, all)).toEqual([...letters(4, anna.person, anna.person), ...letters(7, anna.person)])
    expect(told(bensText, all)).toEqual([...letters(3, ben.person, anna.person), ...letters(4, ben.person)])
    for (const { at, saidFor } of all) {
      expect(at).toBeGreaterThanOrEqual(before)
      expect(at).toBeLessThanOrEqual(Date.now())
      expect(saidFor).toBeNull()
    }
  })

  it('[STORE-50] goes by what is new in a change: who sends on another person’s words is not their writer', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const text = writeParagraph(annas.doc, 'mine')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
    const bens = await syncedBot(ben)
    writeParagraph(bens.doc, 'his')
    bens.sync('update', Y.encodeStateAsUpdate(bens.doc))
    await until(() => expect(bens.acked()).toBe(bens.sent()))
    const all = await server.store.authorsOf(anna.plan)
    expect(told(text, all)).toEqual(Array.from({ length: 4 }, () => ({ put: anna.person, taken: undefined })))
    expect(all.filter(({ client }) => client === annas.doc.clientID).map(({ person }) => person)).toEqual([anna.person])
    expect(all.filter(({ person }) => person === ben.person).map(({ client }) => client)).toEqual([bens.doc.clientID])
  })

  it('[STORE-50] nothing is said of words that were refused', async () => {
    const { server, anna } = await twoPeople()
    const vera = await syncedBot(await joinPlan(anna, 'Vera', 'viewer'))
    writeParagraph(vera.doc, 'not allowed')
    expect((await vera.closed).code).toBe(4403)
    expect(await server.store.authorsOf(anna.plan)).toEqual([])
  })
})

/** The paragraph with these words. */
function textOf(doc: Y.Doc, words: string): Y.XmlText {
  const [found] = textRoot(doc, TEXT_BOX).createTreeWalker((type) => type.toString() === words)
  if (!(found instanceof Y.XmlText)) throw new Error('there is no such paragraph')
  return found
}
