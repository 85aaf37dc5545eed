import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from '../one-document.ts'
import { authorOf } from '../storage/authors.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import type { Bot } from '../testing/bot.ts'
import { joinPlan } from '../testing/guests.ts'
import type { TestServer } from '../testing/start-server.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updateOf, wordsOf, writeParagraph } from '../testing/writer.ts'
import { NotWritten } from './server-edit.ts'

/** An edit that adds a paragraph to a plan as it is now. */
async function adding({ live }: TestServer, plan: string, words: string) {
  const { epoch, parts } = await live.parts(plan)
  const doc = documentOf(parts)
  return { doc, edit: { epoch, update: updateOf(doc, () => writeParagraph(doc, words)) } }
}

/** Why it was not written; nothing where it was. */
const noTo = (writing: Promise<void>): Promise<string | undefined> =>
  writing.then(
    () => undefined,
    (err: unknown) => {
      if (err instanceof NotWritten) return err.why
      throw err
    },
  )

const textOf = async ({ live }: TestServer, plan: string) => wordsOf(await live.current(plan))
const hears = (bot: Bot, words: string) => until(() => expect(wordsOf(bot.doc)).toContain(words))

describe('an edit the server makes in somebody’s name', () => {
  it('[TALK-28] is on disk and with everyone when it is done, and is that person’s, whatever their role', async () => {
    const { server, anna, ben } = await twoPeople()
    const vera = await joinPlan(anna, 'Vera', 'viewer')
    const [annas, bens, veras] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(vera)]
    writeParagraph(bens.doc, 'typed by Ben')
    await hears(annas, 'typed by Ben')
    const { doc, edit } = await adding(server, anna.plan, 'in the name of Vera')
    await server.live.write(anna.plan, vera.person, edit)
    expect(await textOf(server, anna.plan)).toContain('in the name of Vera')
    for (const bot of [annas, bens, veras]) await hears(bot, 'in the name of Vera')
    const all = await server.store.authorsOf(anna.plan)
    expect(authorOf(all, 'inserted', doc.clientID, 0)).toMatchObject({ person: vera.person, saidFor: null })
    // What Ben types on is acked as ever, and Vera still writes nothing by herself.
    writeParagraph(bens.doc, 'more by Ben')
    await until(() => expect(bens.acked()).toBe(bens.sent()))
    writeParagraph(veras.doc, 'not allowed')
    expect((await veras.closed).code).toBe(4403)
  })

  it('[TALK-28] needs nobody in the room, and stays when the room has gone', async () => {
    const { server, anna } = await twoPeople()
    const { edit } = await adding(server, anna.plan, 'while nobody was there')
    await server.live.write(anna.plan, anna.person, edit)
    await until(() => expect(server.live.isOpen(anna.plan)).toBe(false))
    expect(await textOf(server, anna.plan)).toContain('while nobody was there')
    const annas = await syncedBot(anna)
    expect(wordsOf(annas.doc)).toContain('while nobody was there')
  })

  it('[TALK-28] made twice is there once', async () => {
    const { server, anna } = await twoPeople()
    const { edit } = await adding(server, anna.plan, 'once')
    await server.live.write(anna.plan, anna.person, edit)
    await server.live.write(anna.plan, anna.person, edit)
    expect((await textOf(server, anna.plan)).match(/once/g)).toHaveLength(1)
  })

  it('[TALK-28] is refused, and nothing of it kept, where the plan is full', async () => {
    const { server, anna } = await twoPeople({ limits: { planBytes: 1_000, measureMs: 0 } })
    const annas = await syncedBot(anna)
    const { edit } = await adding(server, anna.plan, 'far too long '.repeat(100))
    expect(await noTo(server.live.write(anna.plan, anna.person, edit))).toBe('full')
    expect(await textOf(server, anna.plan)).toBe('')
    writeParagraph(annas.doc, 'short')
    await until(() => expect(annas.acked()).toBe(annas.sent()))
  })

  it('[TALK-28] is refused where it is for another plan, holds what no plan holds, or joins on to nothing', async () => {
    const { server, anna, ben } = await twoPeople()
    const { doc, edit } = await adding(server, anna.plan, 'one')
    const write = (update: Uint8Array, epoch = edit.epoch) =>
      noTo(server.live.write(anna.plan, anna.person, { epoch, update }))
    expect(await write(edit.update, 'another-epoch')).toBe('put-back')
    const strange = new Y.Doc()
    expect(await write(updateOf(strange, () => strange.getMap('nowhere').set('a', 1)))).toBe('unwritable')
    expect(await write(updateOf(doc, () => writeParagraph(doc, 'two')))).toBe('unwritable')
    expect(await noTo(server.live.write('no-such-plan', anna.person, edit))).toBe('unwritable')
    await server.live.write(anna.plan, anna.person, edit)
    // A client id is one person's.
    expect(
      await noTo(
        server.live.write(anna.plan, ben.person, {
          ...edit,
          update: updateOf(doc, () => writeParagraph(doc, 'three')),
        }),
      ),
    ).toBe('unwritable')
    expect((await textOf(server, anna.plan)).trim()).toBe('one')
  })

  it('[TALK-99] made for a plan in which others have written since, it is not taken', async () => {
    const { server, anna } = await twoPeople()
    const { seq } = await server.live.parts(anna.plan)
    const [first, second] = [await adding(server, anna.plan, 'first'), await adding(server, anna.plan, 'second')]
    const writing = server.live.write(anna.plan, anna.person, { ...first.edit, seq })
    expect(await noTo(server.live.write(anna.plan, anna.person, { ...second.edit, seq }))).toBe('moved-on')
    await writing
    expect(await noTo(server.live.write(anna.plan, anna.person, { ...second.edit, seq }))).toBe('moved-on')
    expect((await textOf(server, anna.plan)).trim()).toBe('first')
  })

  it('[TALK-28] where it cannot be kept that is said, and nobody was shown it', async () => {
    let isFull = false
    const around = (real: UpdateLog): UpdateLog => ({
      ...real,
      append: (...batch) => (isFull ? Promise.reject(new Error('SQLITE_FULL')) : real.append(...batch)),
    })
    const { server, anna, ben } = await twoPeople({ around })
    const bens = await syncedBot(ben)
    const { edit } = await adding(server, anna.plan, 'kept nowhere')
    isFull = true
    expect(await noTo(server.live.write(anna.plan, anna.person, edit))).toBe('later')
    await bens.closed
    expect(wordsOf(bens.doc)).not.toContain('kept nowhere')
    isFull = false
    await server.live.write(anna.plan, anna.person, edit)
    expect(await textOf(server, anna.plan)).toContain('kept nowhere')
  })

  it('[TALK-28] what has come when the server stops is kept; what comes later is to come again', async () => {
    const { server, anna } = await twoPeople()
    const [first, second] = [await adding(server, anna.plan, 'before'), await adding(server, anna.plan, 'after')]
    await syncedBot(anna)
    const written = server.live.write(anna.plan, anna.person, first.edit)
    // The room is open: its part of the way there is taken before the stop is.
    await Promise.resolve()
    const stopping = server.live.stop()
    await Promise.all([written, stopping])
    expect(await noTo(server.live.write(anna.plan, anna.person, second.edit))).toBe('later')
    expect((await textOf(server, anna.plan)).trim()).toBe('before')
  })
})
