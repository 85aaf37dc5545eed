import * as Y from 'yjs'
import type { Block, RichText, Run } from './plan.ts'

/** Appends blocks to a text box as the editor would write them. Call inside a transaction. */
export const writeRichText = (fragment: Y.XmlFragment, text: RichText): void => fragment.push(elementsOf(text))

/** Blocks as the editor would write them, to be put into a text box. */
export const elementsOf = (text: RichText): Y.XmlElement[] => text.map(writeBlock)

function writeBlock(block: Block): Y.XmlElement {
  if ('items' in block)
    return element(
      block.type === 'bullets' ? 'bulletList' : 'orderedList',
      languageOf(block),
      block.items.map((item) => element('listItem', {}, item.map(writeBlock))),
    )
  if (block.type === 'heading')
    return element('heading', { level: block.level, ...languageOf(block) }, writeRuns(block.runs))
  return element('paragraph', languageOf(block), writeRuns(block.runs))
}

const languageOf = ({ lang, dir }: Block): Record<string, string> => ({ ...(lang && { lang }), ...(dir && { dir }) })

function element(name: string, attributes: Record<string, string | number>, children: (Y.XmlElement | Y.XmlText)[]) {
  const made = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, children)
  return made as Y.XmlElement
}

/** A line break in a run is an element of its own, as in the editor. */
function writeRuns(runs: readonly Run[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = []
  let delta: { insert: string; attributes: Record<string, unknown> }[] = []
  const endText = () => {
    if (delta.length > 0) nodes.push(textOf(delta))
    delta = []
  }
  for (const { text, bold, italic, link } of runs) {
    const attributes = {
      ...(bold && { bold: {} }),
      ...(italic && { italic: {} }),
      ...(link && { link: { href: link } }),
    }
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) {
        endText()
        nodes.push(element('hardBreak', {}, []))
      }
      if (line !== '') delta.push({ insert: line, attributes })
    }
  }
  endText()
  return nodes
}

function textOf(delta: { insert: string; attributes: Record<string, unknown> }[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(delta)
  return text
}
