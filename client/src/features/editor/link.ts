import { Mark } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { safeLink } from '@withy/shared/plan'
import { addressOf } from './address.ts'

/**
 * A link: only its address is kept, and only an address people can follow is drawn as one. Anything else that stands in
 * a document has no effect. A web address that is pasted becomes a link.
 */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (safeLink(element.getAttribute('href')) ? null : false) }],
  renderHTML: ({ mark }) =>
    safeLink(mark.attrs.href)
      ? ['a', { href: String(mark.attrs.href), rel: 'noopener noreferrer nofollow' }, 0]
      : ['span', 0],
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const words = event.clipboardData?.getData('text/plain').trim() ?? ''
            const href = /^https?:\/\//i.test(words) ? addressOf(words) : null
            if (href === null) return false
            const { tr, selection } = view.state
            const mark = this.type.create({ href })
            const pasted = selection.empty
              ? tr.replaceSelectionWith(view.state.schema.text(words, [mark]), false)
              : tr.addMark(selection.from, selection.to, mark)
            view.dispatch(pasted.removeStoredMark(this.type).scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})
