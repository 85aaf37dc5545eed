import * as Y from 'yjs'
import type { Block, RichText, Run } from './plan.ts'

/** What a text box holds, as plain data: an element, or letters with their marks. */
export type Node = ElementNode | TextNode
type ElementNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly Node[]
}
export type TextNode = { readonly delta: readonly Letters[] }
type Letters = { readonly insert: string; readonly attributes: Marks }
type Marks = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Appends blocks to a text box as the editor would write them. Call inside a transaction. */
export const writeRichText = (fragment: Y.XmlFragment, text: RichText): void => fragment.push(nodesOf(text).map(made))

/** Blocks as the editor would write them. */
export const nodesOf = (text: RichText): ElementNode[] => text.map(nodeOf)

function nodeOf(block: Block): ElementNode {
  if ('items' in block)
    return {
      name: block.type === 'bullets' ? 'bulletList' : 'orderedList',
      attributes: languageOf(block),
      children: block.items.map(listItemOf),
    }
  if (block.type === 'heading')
    return { name: 'heading', attributes: { level: block.level, ...languageOf(block) }, children: inLine(block.runs) }
  return { name: 'paragraph', attributes: languageOf(block), children: inLine(block.runs) }
}

export const listItemOf = (inside: RichText): ElementNode => ({
  name: 'listItem',
  attributes: {},
  children: nodesOf(inside),
})

const languageOf = ({ lang, dir }: Block): Record<string, string> => ({ ...(lang && { lang }), ...(dir && { dir }) })

export const LINE_BREAK: ElementNode = { name: 'hardBreak', attributes: {}, children: [] }

/** A line break in a run is an element of its own, as in the editor. */
export function inLine(runs: readonly Run[]): Node[] {
  const nodes: Node[] = []
  let delta: Letters[] = []
  const endText = () => {
    if (delta.length > 0) nodes.push({ delta })
    delta = []
  }
  for (const run of runs) {
    const attributes = marksOf(run)
    for (const [i, line] of run.text.split('\n').entries()) {
      if (i > 0) {
        endText()
        nodes.push(LINE_BREAK)
      }
      if (line !== '') delta.push({ insert: line, attributes })
    }
  }
  endText()
  return nodes
}

/** Marks as the editor writes them. */
export const marksOf = ({ bold, italic, link }: Omit<Run, 'text'>): Marks => ({
  ...(bold && { bold: {} }),
  ...(italic && { italic: {} }),
  ...(link && { link: { href: link } }),
})

/** A node as Yjs has it, to be put into a text box. */
export function made(node: Node): Y.XmlElement | Y.XmlText {
  if ('delta' in node) {
    const text = new Y.XmlText()
    text.applyDelta([...node.delta])
    return text
  }
  const element = new Y.XmlElement<Record<string, string | number>>(node.name)
  for (const [key, value] of Object.entries(node.attributes)) element.setAttribute(key, value)
  element.insert(0, node.children.map(made))
  return element as Y.XmlElement
}
