import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { CannotRead, type FileWords, MOST_SIGNS } from './file-words.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

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
 * The words of a web page, its title first; nothing in it is run or fetched. Its look is every element and attribute with where its
 * words begin and end, and what stands in its head, in any order: a page saved by a browser has the look it had (SPEC EXPORT-84,
 * EXPORT-26). `linksFrom`: the address a browser wrote before the links that lead to places on the page itself.
 */
export function readHtml(bytes: Uint8Array): FileWords {
  const look = createHash('sha256')
  const head: string[] = []
  const said: string[] = []
  let signs = 0
  const page = parse(new TextDecoder().decode(bytes))
  const linksFrom = savedFrom(page)
  let isUtf8 = startsWithMark(bytes)
  // Not by calls into calls: what is nested deep on purpose would take the stack.
  const waiting: (Node | string)[] = [page]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') {
      said.push(node)
      look.update('</>')
      continue
    }
    if (node.nodeName === '#text' && 'value' in node) {
      said.push(node.value)
      // With its spaces, however many: “notable” is not “not able”.
      const spaced = node.value.replace(/[\s\u200b]+/g, ' ')
      if (spaced.trim()) look.update(JSON.stringify(spaced))
      signs += node.value.length
      if (signs > MOST_SIGNS) throw new CannotRead('too-much')
    }
    if ('attrs' in node && isCharset(node)) isUtf8 = true
    else if ('attrs' in node) {
      const drawn = JSON.stringify([node.nodeName, attributesOf(node, linksFrom), styleOf(node)])
      if (HEAD.has(node.nodeName)) head.push(drawn)
      else look.update(drawn)
    }
    if ('childNodes' in node && !UNSEEN.has(node.nodeName)) {
      const gap = INSIDE_WORDS.has(node.nodeName) ? '' : '\n'
      waiting.push(gap, ...node.childNodes.toReversed(), gap)
    }
  }
  look.update(JSON.stringify(head.sort()))
  // Without these a browser shows other signs for the words, or draws by the rules of the nineties.
  if (!isUtf8) look.update('no set of letters')
  if ('mode' in page && page.mode !== 'no-quirks') look.update('no doctype')
  return {
    form: 'html',
    words: said.join('').normalize('NFC'),
    look: look.digest('hex'),
    ...(linksFrom && { linksFrom }),
  }
}

/** Browsers put these in another order as they save a page. */
const HEAD = new Set(['html', 'head', 'meta', 'title', 'link', 'style'])

/** What is written in a style is how all the rest looks. */
const styleOf = (node: Element): string =>
  node.nodeName === 'style'
    ? node.childNodes.map((inside) => ('value' in inside ? inside.value.trim() : '')).join()
    : ''

/** The mark some programs put before what they save as UTF-8. */
const startsWithMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf

/**
 * Of the one set of letters we write. Browsers say it in their own way as they save; any other would show other signs for the words.
 * Said in the body it comes too late for some of them.
 */
const isCharset = (node: Element): boolean => {
  if (node.nodeName !== 'meta' || node.parentNode?.nodeName !== 'head') return false
  const { charset, content, 'http-equiv': equals } = Object.fromEntries(attributes(node))
  if (charset !== undefined) return node.attrs.length === 1 && charset.toLowerCase() === 'utf-8'
  return (
    node.attrs.length === 2 &&
    equals?.toLowerCase() === 'content-type' &&
    /^text\/html; *charset=utf-8$/i.test(content ?? '')
  )
}

const attributes = ({ attrs }: Element) => attrs.map(({ name, value }) => [name, value] as const)

const attributesOf = (node: Element, linksFrom: string | undefined) =>
  attributes(node)
    .map(([name, value]) => [name, name === 'href' ? addressOf(value, linksFrom) : value])
    .sort()

/** An address as browsers write it; of a place on the page just that. */
function addressOf(value: string, linksFrom: string | undefined): string {
  const { href } = URL.parse(value) ?? { href: value }
  return linksFrom !== undefined && href.startsWith(`${linksFrom}#`) ? href.slice(linksFrom.length) : href
}

/**
 * A browser that saves a page makes its links whole, those to places on the page too: ours are the contents. What stood before the
 * first of these is given, so that whoever judges can see whether it is ours: links that lead elsewhere are another look.
 */
function savedFrom(page: Node): string | undefined {
  const contents = firstIn(page, ({ nodeName }) => nodeName === 'nav')
  const link = contents && firstIn(contents, ({ nodeName }) => nodeName === 'a')
  const href = link && attributes(link).find(([name]) => name === 'href')?.[1]
  const address = href === undefined ? null : URL.parse(href)
  return address?.hash ? address.href.slice(0, -address.hash.length) : undefined
}

function firstIn(within: Node, isIt: (node: Element) => boolean): Element | undefined {
  const waiting = [within]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('attrs' in node && isIt(node)) return node
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed())
  }
  return undefined
}
