import { textRoot } from '@withy/shared/plan'
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Writer } from './writer.ts'

/** Writes on at the end of a text box's first paragraph, as a page does: a letter, and where the caret is now. */
export type Typist = {
  /** All that was typed so far. */
  typed(): string
  /** @returns ms until the letter was on the server's disk */
  type(): Promise<number>
  /** Types `count` letters, one every `everyMs`, whether the last one is on disk yet or not. @returns ms of each */
  goOn(count: number, everyMs: number): Promise<number[]>
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

export function createTypist(writer: Writer, box: string): Typist {
  const paragraph = textRoot(writer.doc, box)
    .toArray()
    .find((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'paragraph')
  const first = paragraph?.get(0)
  if (!(first instanceof Y.XmlText)) throw new Error(`no paragraph in ${box}`)
  const text: Y.XmlText = first
  let typed = ''

  function type(): Promise<number> {
    const letter = LETTERS[typed.length % LETTERS.length] ?? ''
    const acked = writer.write(() => text.insert(text.length, letter))
    typed += letter
    const caret = toBase64(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text as Y.XmlText, text.length)),
    )
    writer.say({ section: box.split('.')[0], box, caret: { box, anchor: caret, head: caret } })
    return acked
  }

  return {
    typed: () => typed,
    type,
    goOn: (count, everyMs) =>
      new Promise((resolve, reject) => {
        const acks: Promise<number>[] = []
        const clock = setInterval(() => {
          acks.push(type())
          if (acks.length < count) return
          clearInterval(clock)
          Promise.all(acks).then(resolve, reject)
        }, everyMs)
      }),
  }
}
