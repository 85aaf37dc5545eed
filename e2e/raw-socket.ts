import { FRAME, SYNC } from '@withy/shared/protocol'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** A socket with nothing of ours between: what someone could do who writes their own browser. */
export type RawSocket = {
  send(frame: Uint8Array): void
  /** The close code, once the server has closed it. */
  closed: Promise<number>
  end(): void
}

/** Opens a plan's socket with this person's cookie. Rejects when the server refuses the upgrade. */
export async function openRawSocket({ context }: Someone, withy: Withy, plan: string): Promise<RawSocket> {
  const cookies = await context.cookies(withy.url)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`${withy.url.replace('http', 'ws')}/plans/${plan}/live`, {
    headers: { cookie, origin: withy.url },
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return { send: (frame) => socket.send(frame), closed, end: () => socket.close() }
}

/** A change of a plan as y-websocket sends it. */
export function updateFrame(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, SYNC.update)
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  return encoding.toUint8Array(encoder)
}

/** Paragraphs in a text box. */
export const typing = (box: string, ...paragraphs: readonly string[]) =>
  updateFrame((doc) => {
    const made = paragraphs.map((words) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    })
    doc.getXmlFragment(box).insert(0, made)
  })

/** What a page says first: that somebody is there. */
export const isHere = (): Uint8Array => {
  const { clientID } = new Y.Doc()
  const update = encoding.createEncoder()
  for (const number of [1, clientID, 1]) encoding.writeVarUint(update, number)
  encoding.writeVarString(update, JSON.stringify({ section: null }))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  return encoding.toUint8Array(encoder)
}
