import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type RichText, readRichText } from './index.ts'

/** `[name, attributes, ...children]`, a child being another or a text. */
type Tree = readonly [string, Record<string, unknown>, ...(Tree | string | Y.XmlText)[]]

function element([name, attributes, ...children]: Tree): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(
    0,
    children.map((c) => (typeof c === 'string' ? new Y.XmlText(c) : c instanceof Y.XmlText ? c : element(c))),
  )
  return made as Y.XmlElement
}

function read(...trees: (Tree | string)[]): RichText {
  const fragment = new Y.Doc().getXmlFragment('box')
  fragment.push(trees.map((tree) => (typeof tree === 'string' ? new Y.XmlText(tree) : element(tree))))
  return readRichText(fragment)
}

const marked = (text: string, marks: Record<string, unknown>): Y.XmlText => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: text, attributes: marks }])
  return made
}

const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] })

describe('reading a text box', () => {
  it('[PLAN-6] reads paragraphs, headings, lists, line breaks, bold, emphasis and links', () => {
    expect(
      read(
        ['heading', { level: 2 }, 'Our street'],
        ['paragraph', {}, 'plain ', marked('bold', { bold: {} }), marked('both', { bold: true, italic: {} })],
        ['paragraph', {}, 'one', ['hardBreak', {}], 'two'],
        [
          'bulletList',
          {},
          ['listItem', {}, ['paragraph', {}, 'a'], ['orderedList', {}, ['listItem', {}, ['paragraph', {}, 'b']]]],
        ],
        ['paragraph', {}, marked('here', { 'link--AAAAbbb1': { href: 'https://example.org', target: '_blank' } })],
      ),
    ).toEqual([
      { type: 'heading', level: 2, runs: [{ text: 'Our street' }] },
      {
        type: 'paragraph',
        runs: [{ text: 'plain ' }, { text: 'bold', bold: true }, { text: 'both', bold: true, italic: true }],
      },
      paragraph('one\ntwo'),
      { type: 'bullets', items: [[paragraph('a'), { type: 'numbers', items: [[paragraph('b')]] }]] },
      { type: 'paragraph', runs: [{ text: 'here', link: 'https://example.org' }] },
    ])
  })

  it('[PLAN-7] takes what it does not know as words in paragraphs', () => {
    expect(
      read(
        'loose words',
        ['blockquote', {}, ['paragraph', {}, 'said'], ['paragraph', {}, 'twice']],
        ['codeBlock', {}, 'let x'],
        ['image', { alt: 'A bridge', src: 'https://example.org/x.png' }],
        ['paragraph', {}, 'Dear ', ['mention', { label: 'Rosa' }], 'hello'],
        ['paragraph', {}, 'before', ['heading', { level: 1 }, 'inside'], 'after'],
        ['bulletList', {}, 'not an item', ['paragraph', {}, 'nor this']],
      ),
    ).toEqual([
      paragraph('loose words'),
      ...['said', 'twice', 'let x', 'A bridge', 'Dear  Rosa hello', 'before'].map(paragraph),
      { type: 'heading', level: 1, runs: [{ text: 'inside' }] },
      paragraph('after'),
      { type: 'bullets', items: [[paragraph('not an item')], [paragraph('nor this')]] },
    ])
  })

  it('[PLAN-7] makes attributes harmless and keeps the words they were on', () => {
    expect(
      read(
        ['heading', { level: 9, style: 'color: red', onclick: 'alert(1)' }, 'nine'],
        ['heading', { level: 'x' }, 'x'],
        ['heading', { level: -1 }, 'low'],
        ['paragraph', { lang: 'cy', dir: 'rtl' }, 'Bore da'],
        ['paragraph', { lang: '"><script>', dir: 'auto' }, 'plain'],
      ),
    ).toEqual([
      { type: 'heading', level: 3, runs: [{ text: 'nine' }] },
      { type: 'heading', level: 2, runs: [{ text: 'x' }] },
      { type: 'heading', level: 1, runs: [{ text: 'low' }] },
      { ...paragraph('Bore da'), lang: 'cy', dir: 'rtl' },
      paragraph('plain'),
    ])
  })

  it('[PLAN-7] keeps only http, https, mailto and tel addresses', () => {
    const linkOf = (href: unknown) => {
      const [block] = read(['paragraph', {}, marked('words', { link: { href } })])
      expect(block).toMatchObject({ runs: [{ text: 'words' }] })
      return block && 'runs' in block ? block.runs[0]?.link : undefined
    }
    for (const safe of [
      'https://example.org/å?q=1#x',
      'HTTP://example.org',
      'mailto:a@example.org',
      'tel:+44 0'.replace(' ', ''),
    ])
      expect(linkOf(safe)).toBe(safe)
    const unsafe = [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      ' https://example.org',
      'https://',
      'data:text/html,x',
      'file:///etc/passwd',
      '//example.org',
      'https://a b',
      'https://a"b',
      `https://a/${'x'.repeat(3000)}`,
      7,
      null,
      {},
      ['https://example.org'],
    ]
    for (const href of unsafe) expect(linkOf(href)).toBeUndefined()
  })

  it('[PLAN-7] leaves out blocks without words, joins runs that look the same, mends half characters', () => {
    expect(
      read(
        ['paragraph', {}],
        ['paragraph', {}, '  '],
        ['bulletList', {}, ['listItem', {}, ['paragraph', {}]]],
        ['paragraph', {}, 'one', ' and', marked(' two', { strike: true }), '\ud83d'],
      ),
    ).toEqual([paragraph('one and two\ufffd')])
  })
})
