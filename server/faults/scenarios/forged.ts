import { textRoot } from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import * as Y from 'yjs'
import { openBot } from '../../src/testing/bot.ts'
import { rawUpdate } from '../../src/testing/raw-update.ts'
import { recordedFrames } from '../../src/testing/recorded-frames.ts'
import { TEXT_BOX, updateOf, writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { rawBot, unharmed } from '../stage/attacker.ts'
import { memoryOf } from '../stage/memory.ts'
import { ask } from '../stage/on-disk.ts'
import { holds, inTime, within } from '../stage/within.ts'

export const D28: Scenario = {
  shows:
    'Somebody sends structs in a colleague’s client id, at clocks the colleague has still to type: refused, and all the colleague types is saved.',
  seeds: 3,
  async run(stage) {
    const [anna, ben, mallory] = await stage.open(3)
    if (!anna || !ben || !mallory) return {}
    ben.type()
    await ben.saved()
    await mallory.leave()
    const writers = [anna, ben]
    const asked = unharmed(stage, writers)
    const client = ben.doc.clientID
    const clock = Y.getState(ben.doc.store, client)
    const forgeries = [
      rawUpdate({ runs: [{ client, clock, structs: [{ is: 'gc', length: 50 }] }] }),
      rawUpdate({ runs: [{ client, clock: clock + 5, structs: [{ is: 'gc', length: 50 }] }] }),
      rawUpdate({
        runs: [
          {
            client,
            clock,
            structs: [
              { is: 'skip', length: 9 },
              { is: 'gc', length: 1 },
            ],
          },
        ],
      }),
      rawUpdate({ runs: [{ client, clock, structs: [{ is: 'string', words: 'forged', parent: TEXT_BOX }] }] }),
    ]
    for (const forged of forgeries) {
      for (const kind of ['update', 'step2'] as const) {
        const bot = await rawBot(stage, mallory.guest)
        bot.sync('step2', new Uint8Array([0, 0]))
        bot.sync(kind, forged)
        const { code } = await inTime('a forger is closed', bot.closed)
        holds(code === CLOSE.badMessage, `a forger was told ${code}`)
      }
    }
    await asked()
    for (let i = 0; i < 20; i++) ben.type(stage.chance.share())
    await ben.saved()
    await stage.judgeAll()
    return { total: { forgeries: forgeries.length * 2 } }
  },
}

export const D29: Scenario = {
  shows:
    'Somebody says they are another, clears another’s presence, and two write in one batch: the server says who it knows, each change is its writer’s.',
  seeds: 3,
  async run(stage) {
    const [anna, ben, mallory] = await stage.open(3)
    if (!anna || !ben || !mallory) return {}
    const [annas, bens, mallorys] = [anna.bot(), ben.bot(), mallory.bot()]
    if (!annas || !bens || !mallorys) return {}
    bens.say(5, { section: 'living-map' })
    await within('Ben is seen', () => annas.presence.size === 1)
    mallorys.say(9, null, ben.doc.clientID)
    mallorys.say(9, { section: 'forged' }, ben.doc.clientID)
    mallorys.say(1, { section: 'living-map', person: ben.guest.person, user: { name: 'Ben' } })
    await within('Mallory is seen', () => annas.presence.size === 2)
    const seen = (id: number) => annas.presence.get(id) as { person?: string; section?: string } | undefined
    holds(seen(ben.doc.clientID)?.section === 'living-map', 'Ben’s presence was changed or cleared')
    holds(seen(mallory.doc.clientID)?.person === mallory.guest.person, 'Mallory is shown as somebody else')

    const writers = [anna, ben, mallory]
    for (let i = 0; i < 30; i++) for (const writer of writers) writer.type(stage.chance.share())
    for (const writer of writers) await writer.saved()
    const rows = ask(stage.dataDir, (file) =>
      file
        .prepare<[string], { person: string; bytes: Buffer }>('select person, bytes from plan_update where plan = ?')
        .all(stage.anna().plan),
    )
    let told = 0
    for (const { person, bytes } of rows) {
      const own = bytes.toString().match(/⟦c(\d\d)-/)?.[1]
      if (own === undefined) continue
      told += 1
      holds(person === stage.writers()[Number(own)]?.guest.person, 'a change is stored as another person’s')
    }
    holds(told >= 90, `only ${told} changes could be told`)
    await stage.judgeAll()
    return { total: { 'changes with their writer': told } }
  },
}

export const D30: Scenario = {
  shows:
    'Frames cut, changed and made up: each closes its own socket only, memory stays, others are saved as fast as before.',
  seeds: 2,
  async run(stage) {
    const { chance, isShort } = stage
    const writers = await stage.open(2)
    const mallory = await stage.guest('contributor', 'Mallory')
    const asked = unharmed(stage, writers)
    const recorded = recordedFrames()
    const before = await memoryOf(stage)
    const count = isShort ? 100 : 2_000
    let refused = 0
    let taken = 0
    for (let i = 0; i < count; i++) {
      const bot = await rawBot(stage, mallory)
      const frame = chance.of(recorded).slice()
      // A whole one would be taken; this one cannot be: it ends too early or goes on too long, and may be changed too.
      for (let n = chance.below(4); n > 0; n--) frame[chance.below(frame.length)] = chance.below(256)
      const isCut = chance.share() < 0.5
      bot.send(isCut ? frame.slice(0, chance.below(frame.length)) : new Uint8Array([...frame, chance.below(256)]))
      bot.ws.close()
      const { code } = await inTime('the socket closes', bot.closed)
      holds(code === 1005 || code === CLOSE.badMessage || code === CLOSE.tooMuch, `it was told ${code}`)
      if (code === 1005) taken += 1
      else refused += 1
      bot.ws.terminate()
    }
    await asked()
    const grew = (await memoryOf(stage)) - before
    holds(grew < 150, `memory grew by ${grew} MB`)
    await stage.judgeAll()
    return { total: { refused, 'said nothing and left': taken }, worst: { 'memory (MB)': grew } }
  },
}

const LINKS = [
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//evil.example',
  'https://ok.example/"onmouseover="alert(1)',
]

/** What a browser would run or fetch. Our own page has some of it (a picture of ours): it may not become more. */
const DANGERS = [
  /<(script|img|iframe|svg|object|embed)[\s>]/gi,
  /<[^>]*\son\w+\s*=/gi,
  /(href|src)\s*=\s*"?\s*(java|vb)script:/gi,
  /href="data:/gi,
  /style="[^"]*__xss/gi,
]

export const D33: Scenario = {
  shows:
    'Scripts by links, blocks, attributes and words straight into the document: refused, or kept as plain words nobody’s browser runs.',
  seeds: 1,
  async run(stage) {
    const { withy, anna } = stage
    await stage.open(2)
    const mallory = await stage.guest('contributor', 'Mallory')
    const payloads: ((doc: Y.Doc) => void)[] = [
      ...LINKS.map((href) => (doc: Y.Doc) => writeParagraph(doc, 'a link').format(0, 6, { link: { href } })),
      ...HOSTILE_TEXTS.map((words) => (doc: Y.Doc) => void writeParagraph(doc, words)),
      ...['script', 'img', 'iframe', 'svg', 'style'].map((name) => (doc: Y.Doc) => {
        const element = new Y.XmlElement(name)
        element.setAttribute('onerror', 'window.__xss=1')
        element.setAttribute('src', 'javascript:alert(1)')
        textRoot(doc, TEXT_BOX).push([element])
      }),
      ...['onclick', 'style', 'onerror', 'href', 'lang', 'dir'].map((name) => (doc: Y.Doc) => {
        const element = new Y.XmlElement('paragraph')
        element.setAttribute(name, '" onload="window.__xss=1')
        textRoot(doc, TEXT_BOX).push([element])
      }),
      ...['onclick', 'style', 'script'].map(
        (mark) => (doc: Y.Doc) => writeParagraph(doc, 'marked').format(0, 6, { [mark]: 'window.__xss=1' }),
      ),
    ]
    const { plan, cookie } = anna()
    const takeAway = async () => {
      const page = await fetch(`${withy.origin}/api/plans/${plan}/take-away/html`, { headers: { cookie } })
      holds(page.status === 200, `taking away: ${page.status}`)
      return page.text()
    }
    const before = await takeAway()
    let refused = 0
    let kept = 0
    for (const put of payloads) {
      const doc = new Y.Doc()
      const update = updateOf(doc, () => doc.transact(() => put(doc)))
      const bot = openBot(mallory, { mute: true })
      await inTime('it opens', bot.status)
      bot.sync('step2', update)
      await within('it is taken or refused', () => bot.acked() === 1 || bot.ws.readyState === bot.ws.CLOSED)
      if (bot.acked() === 1) kept += 1
      else refused += 1
      bot.ws.terminate()
    }
    const html = await takeAway()
    for (const danger of DANGERS) {
      const [now, then] = [html, before].map((page) => page.match(danger)?.length ?? 0)
      holds(now === then, `the page to take away has ${now} of ${danger}, and had ${then}`)
    }
    holds(html.includes('&lt;script&gt;'), 'the words themselves were lost')
    await stage.judgeAll()
    return { total: { payloads: payloads.length, refused, 'kept as words': kept } }
  },
}
