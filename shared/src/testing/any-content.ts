import * as fc from 'fast-check'
import * as Y from 'yjs'
import { boxesOf, MARK_NAMES, NODE_NAMES, type PlanKind, SHAPES, TEMPLATES } from '../plan/index.ts'

/** A description of Yjs content of any kind. Words are put in when it is planted, each one different. */
type Node =
  | { readonly is: 'words' | 'number' | 'true' | 'binary' | 'subdoc' | 'null' }
  | { readonly is: 'json'; readonly keys: readonly string[] }
  | {
      readonly is: 'text' | 'xml-text'
      readonly pieces: readonly { mark: string | null; embed: 'words' | 'json' | 'type' | null }[]
    }
  | {
      readonly is: 'element'
      readonly name: string
      readonly attributes: readonly string[]
      readonly inside: readonly Node[]
    }
  | { readonly is: 'map'; readonly entries: readonly (readonly [string, Node])[] }
  | { readonly is: 'list'; readonly inside: readonly Node[] }

type Edit = {
  readonly root: string
  readonly as: 'fragment' | 'map' | 'list' | 'text'
  readonly at: string
  readonly node: Node
}

/** What was put into a document, and every visible word in it. */
export type Planted = { readonly doc: Y.Doc; readonly words: readonly string[] }

const MARKS = [...MARK_NAMES, 'link--AAAAbbb1', 'strike', 'ychange', '__proto__']
const ELEMENTS = [...NODE_NAMES, 'blockquote', 'image', 'table', 'script']
const ATTRIBUTES = ['level', 'lang', 'dir', 'style', 'onclick', 'href', 'nested']

const keysOf = (kind: PlanKind): string[] => [
  ...Object.values(SHAPES).flatMap((shape) => shape.fields.map((field) => field.id)),
  ...[
    'order',
    'removed',
    'origin',
    'title',
    'own-1',
    'own-2',
    '__proto__',
    'strange key.',
    'who/p1',
    'who/',
    'features/living-map',
    'served-by/',
    'of',
  ],
  ...TEMPLATES[kind].parts.flatMap((part) => part.sections.slice(0, 2).map((section) => section.id)),
]

const rootsOf = (kind: PlanKind): string[] => [
  ...boxesOf(TEMPLATES[kind]).keys(),
  ...['plan.sections', 'plan.titles', 'own:own-1.text', 'own:own-1.actions', 'own:own-3.text', 'own:.text'],
  ...[
    'easy:living-map',
    'easy:own:own-1',
    'easy:nowhere',
    'plan.easy',
    'plan.glossary',
    '__proto__',
    'constructor',
    '',
    'default',
  ],
]

function anyNode(keys: readonly string[]): fc.Arbitrary<Node> {
  // lib0 takes `__proto__` in a plain object as its prototype when it decodes: no reader can find those words again.
  const jsonKeys = keys.filter((key) => key !== '__proto__')
  const piece = fc.record({
    mark: fc.option(fc.constantFrom(...MARKS)),
    embed: fc.option(fc.constantFrom('words' as const, 'json' as const, 'type' as const), { freq: 3 }),
  })
  return fc.letrec<{ node: Node; nodes: Node[] }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'node' }),
    node: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'node' },
      fc.record({
        is: fc.constantFrom(
          'words' as const,
          'words' as const,
          'number' as const,
          'true' as const,
          'binary' as const,
          'subdoc' as const,
          'null' as const,
        ),
      }),
      fc.record({
        is: fc.constant('json' as const),
        keys: fc.uniqueArray(fc.constantFrom(...jsonKeys), { maxLength: 3 }),
      }),
      fc.record({
        is: fc.constantFrom('text' as const, 'xml-text' as const),
        pieces: fc.array(piece, { maxLength: 4 }),
      }),
      fc.record({
        is: fc.constant('element' as const),
        name: fc.constantFrom(...ELEMENTS),
        attributes: fc.uniqueArray(fc.constantFrom(...ATTRIBUTES), { maxLength: 2 }),
        inside: tie('nodes'),
      }),
      fc.record({
        is: fc.constant('map' as const),
        entries: fc.array(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 4 }),
      }),
      fc.record({ is: fc.constant('list' as const), inside: tie('nodes') }),
    ),
  })).node
}

/** Descriptions of edits that put any content under any root, the same root as several types. For `plant`. */
export function anyContent(kind: PlanKind): fc.Arbitrary<readonly Edit[]> {
  const keys = keysOf(kind)
  return fc.array(
    fc.record({
      root: fc.constantFrom(...rootsOf(kind)),
      as: fc.constantFrom('fragment' as const, 'map' as const, 'list' as const, 'text' as const),
      at: fc.constantFrom(...keys),
      node: anyNode(keys),
    }),
    { maxLength: 6 },
  )
}

/** Makes a document of the edits. Each comes from a document of its own, as from a peer that names roots as it likes. */
export function plant(edits: readonly Edit[]): Planted {
  const doc = new Y.Doc()
  const words: string[] = []
  const places = new Set<string>()
  for (const [n, { root, as, at, node }] of edits.entries()) {
    const place = `${root} ${at}`
    if (as === 'map' && places.has(place)) continue
    if (as === 'map') places.add(place)
    const peer = new Y.Doc()
    peer.clientID = n + 1
    // No order key of ours looks like these words, and none is part of another.
    const say = () => {
      words.push(`zz${words.length}q`)
      return words.at(-1) as string
    }
    if (as === 'map') peer.getMap(root).set(at, made(node, say))
    else if (as === 'list') peer.getArray(root).push([made(node, say)])
    else if (as === 'text') peer.getText(root).insert(0, say())
    else peer.getXmlFragment(root).push([asXml(node, say)])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
  }
  return { doc, words }
}

type Say = () => string

function made(node: Node, say: Say): unknown {
  switch (node.is) {
    case 'words':
      return say()
    case 'number':
      return -1.5
    case 'true':
      return true
    case 'binary':
      return new Uint8Array([1, 2, 3])
    case 'subdoc':
      return new Y.Doc()
    case 'null':
      return null
    case 'json':
      return [Object.fromEntries(node.keys.map((key) => [key, { deep: [say()] }])), 7, null]
    case 'text':
      return filledText(new Y.Text(), node.pieces, say)
    case 'map': {
      const map = new Y.Map()
      for (const [key, value] of new Map(node.entries)) map.set(key, made(value, say))
      return map
    }
    case 'list': {
      const list = new Y.Array()
      list.insert(
        0,
        node.inside.map((one) => made(one, say)),
      )
      return list
    }
    default:
      return asXml(node, say)
  }
}

function asXml(node: Node, say: Say): Y.XmlElement | Y.XmlText {
  if (node.is !== 'element')
    return filledText(new Y.XmlText(), 'pieces' in node ? node.pieces : [{ mark: null, embed: null }], say) as Y.XmlText
  const element = new Y.XmlElement<Record<string, string>>(node.name)
  for (const name of node.attributes) {
    const value =
      name === 'nested' ? made({ is: 'map', entries: [['in', { is: 'words' }]] }, say) : 'javascript:alert(1)'
    element.setAttribute(name, value as string)
  }
  if (node.name === 'image') element.setAttribute('alt', say())
  element.insert(
    0,
    node.inside.map((one) => asXml(one, say)),
  )
  return element as Y.XmlElement
}

type Pieces = Extract<Node, { readonly pieces: unknown }>['pieces']

function filledText(text: Y.Text, pieces: Pieces, say: Say): Y.Text {
  const delta = pieces.map(({ mark, embed }) => {
    const attributes = mark === null ? {} : Object.fromEntries([[mark, { href: 'javascript:alert(1)' }]])
    if (embed === 'type') return { insert: made({ is: 'map', entries: [['alt', { is: 'words' }]] }, say), attributes }
    if (embed === 'json') return { insert: { label: say() }, attributes }
    return { insert: say(), attributes }
  })
  text.applyDelta(delta)
  return text
}
