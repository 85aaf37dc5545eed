import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { movedIn } from './moved-letters.ts'

const LINE = 'I want to live by the sea.'

/** A text box, and what each change of it sends, oldest first. The first letters are Anna's, all else is another client's. */
function begun(...lines: readonly string[]) {
  const anna = new Y.Doc()
  anna.getXmlFragment('box').insert(
    0,
    lines.map((words) => element('paragraph', words)),
  )
  const ben = new Y.Doc()
  const parts = [Y.encodeStateAsUpdate(anna)]
  for (const part of parts) Y.applyUpdate(ben, part)
  ben.on('update', (part: Uint8Array) => parts.push(part))
  const box = ben.getXmlFragment('box')
  const text = (n: number) => (box.get(n) as Y.XmlElement).get(0) as Y.XmlText
  return { ben, box, text, parts, anna: anna.clientID }
}

function element(name: string, words: string): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, [new Y.XmlText(words)])
  return made
}

/** What was moved, as the words now and as they were, read from documents that forget nothing. */
function told(parts: readonly Uint8Array[], ben: Y.Doc): string[] {
  const doc = new Y.Doc({ gc: false })
  for (const part of parts) Y.applyUpdate(doc, part)
  const words = (client: number, from: number, to: number) =>
    (doc.store.clients.get(client) ?? [])
      .flatMap((struct) =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString
          ? [struct.content.str.slice(Math.max(0, from - struct.id.clock), Math.max(0, to - struct.id.clock))]
          : [],
      )
      .join('')
  return movedIn(parts).map(({ client, from, to, of }) => {
    expect(client).toBe(ben.clientID)
    expect(words(of.client, of.clock, of.clock + to - from)).toBe(words(client, from, to))
    return `${words(client, from, to)} (${of.client === ben.clientID ? 'ben' : 'anna'})`
  })
}

describe('[STORE-119] letters that are put in again as they were', () => {
  it('a line that is made a heading, and a point of a list', () => {
    const { ben, box, parts } = begun('First.', LINE)
    ben.transact(() => {
      box.delete(1, 1)
      box.insert(1, [element('heading', LINE)])
    })
    ben.transact(() => {
      box.delete(0, 1)
      const list = new Y.XmlElement('bulletList')
      const item = new Y.XmlElement('listItem')
      item.insert(0, [element('paragraph', 'First.')])
      list.insert(0, [item])
      box.insert(0, [list])
    })
    expect(told(parts, ben)).toEqual([`${LINE} (anna)`, 'First. (anna)'])
  })

  it('a line that is cut in two, and two that are joined', () => {
    const { ben, box, text, parts } = begun(LINE, 'With Bea.')
    ben.transact(() => {
      text(0).delete(9, LINE.length - 9)
      box.insert(1, [element('paragraph', LINE.slice(9))])
    })
    ben.transact(() => {
      box.delete(2, 1)
      text(1).insert(text(1).length, 'With Bea.')
    })
    expect(told(parts, ben)).toEqual([`${LINE.slice(9)} (anna)`, 'With Bea. (anna)'])
  })

  it('what undo brings back: part of a line, and lines whole, in their order', () => {
    const { ben, box, text, parts } = begun(LINE, 'With Bea.')
    const undo = new Y.UndoManager(box, { captureTimeout: 0 })
    text(0).delete(7, 8)
    undo.undo()
    box.delete(0, 2)
    undo.undo()
    expect(box.toString()).toContain(LINE)
    // What is brought back a second time was put in by undo before.
    expect(told(parts, ben)).toEqual([
      'to live  (anna)',
      'I want  (anna)',
      'to live  (ben)',
      'by the sea. (anna)',
      'With Bea. (anna)',
    ])
  })

  it('not what differs in a letter, not what is copied, not single words moved about', () => {
    const { ben, box, text, parts } = begun('I do not like tea, I like coffee.', LINE)
    box.insert(2, [element('paragraph', LINE)])
    ben.transact(() => {
      box.delete(1, 1)
      box.insert(1, [element('heading', LINE.replace('sea', 'pea'))])
    })
    ben.transact(() => {
      text(0).delete(5, 4)
      text(0).insert(text(0).toString().indexOf('like coffee'), 'not ')
    })
    expect(told(parts, ben)).toEqual([])
  })

  it('not twice: of two that read so after it, one was there before', () => {
    const { ben, box, parts } = begun(LINE)
    ben.transact(() => {
      box.delete(0, 1)
      box.insert(0, [element('heading', LINE), element('paragraph', LINE)])
    })
    expect(told(parts, ben)).toHaveLength(1)
  })
})
