import { Mark } from '@tiptap/core'

type Letters = {
  readonly name: string
  readonly tag: string
  readonly also: string
  readonly style: string
  readonly value: RegExp
  readonly key: string
}

/** Letters drawn another way, with the key every word processor has for it. */
const letters = ({ name, tag, also, style, value, key }: Letters) =>
  Mark.create({
    name,
    parseHTML: () => [
      { tag },
      // Some web pages put everything they copy into a <b> that is not bold.
      { tag: also, getAttrs: (element) => element.style.getPropertyValue(style) !== 'normal' && null },
      { style, getAttrs: (written) => value.test(written) && null },
    ],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) }
    },
  })

export const Bold = letters({
  name: 'bold',
  tag: 'strong',
  also: 'b',
  style: 'font-weight',
  value: /^(bold(er)?|[6-9]\d{2})$/,
  key: 'Mod-b',
})
export const Italic = letters({
  name: 'italic',
  tag: 'em',
  also: 'i',
  style: 'font-style',
  value: /^(italic|oblique)/,
  key: 'Mod-i',
})
