import { Node } from '@tiptap/core'

export const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' })
export const Text = Node.create({ name: 'text', group: 'inline' })

export const Paragraph = Node.create({
  name: 'paragraph',
  // Before all other blocks: what a new line becomes.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

/** A new line inside a block. */
export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) }
  },
})

const LEVELS = [1, 2, 3] as const

/**
 * Headings of three levels. Only the depth is stored; they are drawn below the heading of level `under` that the box
 * stands under, so that the page keeps one outline (SPEC A11Y-21). A level that is none is drawn as the first.
 */
export const headingUnder = (under: number) =>
  Node.create({
    name: 'heading',
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({ level: { default: 1, rendered: false } }),
    parseHTML: () => [
      ...LEVELS.map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 })),
      ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const level = LEVELS.find((known) => known === node.attrs.level) ?? 1
      return [`h${Math.min(6, under + level)}`, { ...HTMLAttributes, 'data-level': level }, 0]
    },
  })
