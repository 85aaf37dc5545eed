import { type ReactNode, useMemo } from 'react'
import type * as Y from 'yjs'
import { Coach, type CoachPlace } from './coach.tsx'
import type { Written } from './written.ts'

type InArea = {
  readonly area: HTMLTextAreaElement
  readonly fragment: Y.XmlFragment
  /** The words of each line of it; none where they are no lines. */
  readonly lines: (fragment: Y.XmlFragment) => readonly string[]
}

/** Hints for who writes in a simple box (SPEC A11Y-278). */
export default function CoachInArea({ area, fragment, lines, ...place }: CoachPlace & InArea): ReactNode {
  return <Coach {...place} written={useMemo(() => inArea({ area, fragment, lines }), [area, fragment, lines])} />
}

function inArea({ area, fragment, lines }: InArea): Written {
  let isComposing = false
  return {
    element: area,
    blocks() {
      const texts = lines(fragment)
      // Others' words wait to be shown: places in the area are not those of the lines.
      if (isComposing || texts.join('\n') !== area.value) return null
      let from = 0
      return texts.map((text) => {
        const block = { from, text }
        from += text.length + 1
        return block
      })
    },
    swap({ from, to }, words, other) {
      if (area.value.slice(from, to) !== words) return
      area.setRangeText(other, from, to, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    },
    follow(changed) {
      const stop = new AbortController()
      const { signal } = stop
      area.addEventListener('compositionstart', () => (isComposing = true), { signal })
      area.addEventListener('compositionend', () => (isComposing = false), { signal })
      fragment.observeDeep(changed)
      return () => {
        stop.abort()
        fragment.unobserveDeep(changed)
      }
    },
    // A plain area has no place to draw in: the words stand in the list.
    marks: () => ({ draw: () => {}, stop: () => {} }),
  }
}
