import { setTimeout as delay } from 'node:timers/promises'
import { listRoot, textRoot } from '@withy/shared/plan'
import * as Y from 'yjs'
import { type Bot, openBot } from '../../src/testing/bot.ts'
import type { Guest } from '../../src/testing/guests.ts'
import { LIST_BOX, TEXT_BOX, writeParagraph } from '../../src/testing/writer.ts'
import { type Ledger, TOKEN_LENGTH, tokenOf, tokensOf } from './ledger.ts'
import { within } from './within.ts'

export type WriterNeeds = {
  readonly guest: Guest
  /** Their number, which is in their tokens. */
  readonly number: number
  readonly ledger: Ledger
  readonly note: (what: string) => void
}

export type Writer = ReturnType<typeof createWriter>

const GOODBYE_MS = 500

const TYPED = 'typed here'

type Change = { readonly token: string; readonly is: 'typed' | 'removed' }

/** Somebody who types tokens through the real protocol, loses the connection and comes back with the same document. */
export function createWriter({ guest, number, ledger, note }: WriterNeeds) {
  const doc = new Y.Doc()
  // Takes back what was typed here, a word at a time.
  const history = new Y.UndoManager(doc, { captureTimeout: 0, trackedOrigins: new Set([TYPED]) })
  const waiting = new Map<Change, { bot: Bot; frame: number } | null>()
  let typed = 0
  let bot: Bot | null = null

  /** Changes go with the newest frame of changes; with a socket's answer goes all that was not acked before. */
  function entrust(to: Bot, which: Iterable<Change>) {
    for (const change of which) waiting.set(change, { bot: to, frame: to.sent() })
  }

  function settle(by: Bot) {
    for (const [change, sent] of waiting) {
      if (sent?.bot !== by || sent.frame > by.acked()) continue
      waiting.delete(change)
      if (change.is === 'typed') ledger.acked(change.token)
      else ledger.ackedRemoval(change.token)
    }
  }

  /** Makes a change of this writer's. */
  function change(is: Change['is'], token: string, make: () => void) {
    const one = book(is, token)
    const before = bot?.sent() ?? 0
    doc.transact(make, is === 'typed' ? TYPED : 'removed here')
    if (bot && bot.sent() > before) entrust(bot, [one])
  }

  function book(is: Change['is'], token: string): Change {
    const one: Change = { token, is }
    waiting.set(one, null)
    if (is === 'typed') ledger.typed(token)
    else ledger.removed(token)
    note(`c${number} ${is} ${token}`)
    return one
  }

  /** Lets the undo manager do something, and books what went and what came back by it. */
  function timeTravel(go: () => unknown) {
    const before = tokensOf(doc)
    const sent = bot?.sent() ?? 0
    go()
    const after = tokensOf(doc)
    const gone = before.filter((token) => !after.includes(token)).map((token) => book('removed', token))
    const back = after.filter((token) => !before.includes(token))
    for (const token of back) ledger.returned(token)
    const changes = [...gone, ...back.map((token) => book('typed', token))]
    if (bot && bot.sent() > sent) entrust(bot, changes)
  }

  const lines = () =>
    textRoot(doc, TEXT_BOX)
      .toArray()
      .filter((node) => node instanceof Y.XmlElement)
  const textsOf = () => lines().flatMap((line) => line.toArray().filter((node) => node instanceof Y.XmlText))

  return {
    guest,
    number,
    doc,
    texts: textsOf,
    bot: () => bot,
    tokens: () => tokensOf(doc),
    waiting: () => waiting.size,

    /** Opens a socket with what this writer has. Does not wait for anything. */
    open() {
      const opened = openBot(guest, { doc })
      bot = opened
      note(`c${number} opens`)
      let sent = 0
      opened.ws.on('message', () => {
        // Only an answer is sent in the turn of a frame that came in.
        if (opened.sent() > sent && isAnswering(opened)) entrust(opened, waiting.keys())
        sent = opened.sent()
        settle(opened)
      })
      void opened.closed.then(({ code, reason }) => {
        note(`c${number} closed ${code} ${reason}`)
        if (bot === opened) bot = null
      })
      return opened
    },
    /** Opens a socket until one has the plan, and all of ours is acked on it. @returns how long it took (ms) */
    async comeBack(ms?: number): Promise<number> {
      return within(
        `writer ${number} is back and saved`,
        async () => {
          const current = bot ?? this.open()
          if (current.isSynced()) return current.sent() > 0 && current.acked() === current.sent()
          if ((await Promise.race([current.status, soon()])) === 0) bot = null
          return false
        },
        ms,
      )
    },
    saved: (ms?: number) => within(`writer ${number}'s words are acked`, () => waiting.size === 0, ms),
    /** Says goodbye; where the line is deaf, goes without. */
    async leave() {
      const leaving = bot
      if (!leaving) return
      leaving.close()
      await Promise.race([leaving.closed, delay(GOODBYE_MS)])
      leaving.ws.terminate()
      await leaving.closed
    },

    startLine: () => doc.transact(() => writeParagraph(doc, ''), 'a line'),
    undo: () => timeTravel(() => history.undo()),
    redo: () => timeTravel(() => history.redo()),
    /** The ids of the items in the list box. */
    items: () => [...listRoot(doc, LIST_BOX).keys()],
    /** Types one token: between two others, so that none is ever split. `where` is a share of all places. */
    type(where = 0, line = 0) {
      const token = tokenOf(number, typed)
      typed += 1
      const texts = textsOf()
      const text = texts[line % Math.max(1, texts.length)]
      change('typed', token, () => {
        const into = text ?? writeParagraph(doc, '')
        into.insert(Math.floor((into.length / TOKEN_LENGTH + 1) * where * 0.999) * TOKEN_LENGTH, token)
      })
      return token
    },
    /** Takes one of the tokens of a line out, whoever wrote it. */
    remove(where: number, line = 0) {
      const texts = textsOf()
      const text = texts[line % Math.max(1, texts.length)]
      const places = text ? text.length / TOKEN_LENGTH : 0
      if (!text || places < 1) return
      const from = Math.floor(places * where * 0.999) * TOKEN_LENGTH
      const token = plain(text).slice(from, from + TOKEN_LENGTH)
      change('removed', token, () => text.delete(from, TOKEN_LENGTH))
    },
    /** Makes one token bold. */
    mark(where: number, line = 0) {
      const texts = textsOf()
      const text = texts[line % Math.max(1, texts.length)]
      const places = text ? text.length / TOKEN_LENGTH : 0
      if (text && places >= 1) {
        text.format(Math.floor(places * where * 0.999) * TOKEN_LENGTH, TOKEN_LENGTH, { bold: {} })
      }
    },
    /** Tells the books which words of others have reached this writer. */
    tellSeen() {
      const own = tokenOf(number, 0).slice(0, 4)
      for (const token of tokensOf(doc)) if (!token.startsWith(own)) ledger.seen(token)
    },
  }
}

const plain = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => insert)
    .join('')

const soon = () => new Promise<101>((resolve) => setTimeout(() => resolve(101), 20))

/** The frame that just came was the server's question. */
function isAnswering({ heard }: Bot): boolean {
  const last = heard.at(-1)
  return last?.[0] === 0 && last[1] === 0
}
