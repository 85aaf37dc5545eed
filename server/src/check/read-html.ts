import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { CannotRead, type FileWords, MOST_SIGNS } from './file-words.ts'

type Node = DefaultTreeAdapterMap['node']

/** What no reader is shown, whatever stands in it. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'meta', 'link', 'base'])
/** A word may go on over these: all other elements begin and end a line. */
const INSIDE_WORDS = new Set([
  'a',
  'b',
  'bdi',
  'bdo',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
])

/**
 * The words of a web page, its title first; nothing in it is run or fetched. Its look is every element and attribute in the body and
 * every style, so that a page saved by a browser has the look it had (SPEC EXPORT-84).
 */
export function readHtml(bytes: Uint8Array): FileWords {
  const look = createHash('sha256')
  const said: string[] = []
  let signs = 0
  // Not by calls into calls: what is nested deep on purpose would take the stack.
  const waiting: (Node | string)[] = [parse(new TextDecoder().decode(bytes))]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') {
      said.push(node)
      continue
    }
    if (node.nodeName === '#text' && 'value' in node) {
      said.push(node.value)
      signs += node.value.length
      if (signs > MOST_SIGNS) throw new CannotRead('too-much')
    }
    if ('attrs' in node && !HEAD.has(node.nodeName)) {
      look.update(JSON.stringify([node.nodeName, node.attrs.map(({ name, value }) => [name, value]).sort()]))
    }
    if (node.nodeName === 'style' && 'childNodes' in node) look.update(JSON.stringify(node.childNodes.map(styleOf)))
    if ('childNodes' in node && !UNSEEN.has(node.nodeName)) {
      const gap = INSIDE_WORDS.has(node.nodeName) ? '' : '\n'
      waiting.push(gap, ...node.childNodes.toReversed(), gap)
    }
  }
  return { form: 'html', words: said.join('').normalize('NFC'), look: look.digest('hex') }
}

/** Browsers put these in order as they save a page. */
const HEAD = new Set(['html', 'head', 'meta', 'title', 'link', 'style'])

const styleOf = (node: Node): string => ('value' in node ? node.value.trim() : '')
