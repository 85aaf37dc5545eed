import { textRoot } from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import type { Bot } from '../testing/bot.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'
import { unfit } from './unfit.ts'

const FENCED = { code: CLOSE.damaged, reason: 'fenced' }

/** Lists in lists, one more with each change: what each shows by itself is fine. */
function nest(doc: Y.Doc, levels: number) {
  let at: Y.XmlFragment = textRoot(doc, TEXT_BOX)
  for (let level = 0; level < levels; level++) {
    const inner = new Y.XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem')
    at.insert(0, [inner])
    at = inner
  }
}

/** Until what came is folded. */
async function writesOn({ doc, ws }: Bot) {
  for (let i = 0; i < 110 && ws.readyState === ws.OPEN; i++) writeParagraph(doc, `on and on ${i}`)
}

describe('what no plan can hold', () => {
  it('[SYNC-111] [SYNC-3] ends a room once: what was on its way to disk is not said to have gone wrong too', async () => {
    const errors: unknown[] = []
    const log = createLog('silent')
    log.error = (_: unknown, said?: unknown) => void errors.push(said)
    const [begun, gathered, fenced, over] = [1, 2, 3, 4].map(() => Promise.withResolvers<void>())
    const around = (real: UpdateLog): UpdateLog => ({
      ...real,
      fence: (...of) => real.fence(...of).finally(fenced?.resolve),
      async append(...of) {
        const [{ seq = 0 } = {}] = of[2].entries
        if (seq === 100) begun?.resolve()
        if (seq === 100) await gathered?.promise
        if (seq <= 100) return real.append(...of)
        await fenced?.promise
        return real.append(...of).finally(over?.resolve)
      },
    })
    const limits = { tailChanges: 100, shareMs: 0 }
    const { server, anna } = await twoPeople({ limits, around, log })
    const { doc, sent, acked, closed } = await syncedBot(anna)
    const paragraph = new Y.XmlElement('paragraph')
    textRoot(doc, TEXT_BOX).push([paragraph])
    paragraph.setAttribute('lang', 'x'.repeat(5_000))
    const before = sent()
    for (let i = before; i < 100; i++) writeParagraph(doc, 'on')
    await until(() => expect(acked()).toBe(sent()))
    expect(errors).toEqual([])
    expect(before).toBeLessThan(100)
    writeParagraph(doc, 'the last that is folded')
    await begun?.promise
    writeParagraph(doc, 'on its way')
    await until(() => expect(server.live.measure().waiting).toBeGreaterThan(1))
    gathered?.resolve()
    expect(await closed).toEqual(FENCED)
    await over?.promise
    await new Promise(setImmediate)
    expect(errors).toEqual([expect.stringContaining('holds what no plan can hold')])
  })

  it('[SYNC-111] is nothing that people make: lists ten deep, a language, a level', () => {
    const doc = new Y.Doc()
    nest(doc, 40)
    const heading = new Y.XmlElement('heading')
    textRoot(doc, TEXT_BOX).push([heading])
    // Yjs says text; ours is written as a number.
    heading.setAttribute('level', 2 as unknown as string)
    heading.setAttribute('lang', 'cy')
    expect(unfit(doc)).toBeNull()
  })

  it.each([
    ['lists a hundred deep, one a change', (doc: Y.Doc) => nest(doc, 110)],
    [
      'an attribute that is no plain value',
      (doc: Y.Doc) => {
        const paragraph = new Y.XmlElement('paragraph')
        textRoot(doc, TEXT_BOX).push([paragraph])
        paragraph.setAttribute('lang', ['cy'] as unknown as string)
      },
    ],
    [
      'an attribute as long as a book',
      (doc: Y.Doc) => {
        const paragraph = new Y.XmlElement('paragraph')
        textRoot(doc, TEXT_BOX).push([paragraph])
        paragraph.setAttribute('lang', 'x'.repeat(5_000))
      },
    ],
  ])(
    '[SYNC-111] %s closes the plan for writing as soon as it is folded; it can still be read, after a restart too',
    async (_, put) => {
      const { server, anna, ben } = await twoPeople({ limits: { tailChanges: 100 } })
      const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
      writeParagraph(bens.doc, 'what people wrote')
      put(annas.doc)
      await writesOn(annas)
      expect(await bens.closed).toEqual(FENCED)
      await until(async () => expect((await server.updates.load(anna.plan))?.fenced).not.toBeNull())
      expect(await botOf(ben).closed).toEqual(FENCED)
      expect(wordsOf(await server.live.current(anna.plan))).toContain('what people wrote')
    },
  )
})
