import { type ReactNode, useRef } from 'react'
import { useInView } from './use-in-view.ts'
import { covers, usePageBehind } from './use-page-behind.ts'
import { useSeenHeight } from './use-seen-height.ts'

type OpenBoxProps = {
  readonly open: boolean
  /** Shown where it covers the page: its name, what is asked, and whether the words are saved. */
  readonly label: string
  readonly above: string | undefined
  readonly light: ReactNode
  /** The focus has gone elsewhere by itself. */
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** What stands around the words of a box while somebody writes in it: on a narrow screen it covers the page (SPEC A11Y-29). */
export function OpenBox({ open, label, above, light, onLeave, children }: OpenBoxProps) {
  const whole = useRef<HTMLDivElement>(null)
  useInView(whole, open)
  useSeenHeight(whole, open)
  usePageBehind(whole, open)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notices where the focus goes, takes no input of its own
    <div
      ref={whole}
      className={open ? 'rich-editor rich-editor-open' : 'rich-editor'}
      onBlur={(event) => {
        // Whoever walks out of it where it covers the page wants to see where they are.
        const to = event.relatedTarget
        if (open && to && !event.currentTarget.contains(to) && covers(event.currentTarget)) onLeave()
      }}
    >
      {open && (
        <>
          <div className="rich-editor-name">
            <p className="rich-editor-label">{label}</p>
            {above && <p>{above}</p>}
          </div>
          <div className="rich-editor-light">{light}</div>
        </>
      )}
      {children}
    </div>
  )
}
