import { type ReactNode, useEffect, useId, useRef } from 'react'
import { takeLostFocus } from './late-focus.ts'
import './dialog.css'

type DialogProps = {
  readonly title: ReactNode
  /** Words of the button that closes it. */
  readonly close: string
  readonly onClose: () => void
  /** `sheet`: a card over the page. `wall`: the whole screen, to be read across a room. */
  readonly look?: 'sheet' | 'wall'
  readonly children: ReactNode
}

/**
 * How long until a screen reader has heard that a dialog is there (ms). Opening one takes all else off the page, and Orca is silent
 * about a focus it is told of in the same breath.
 */
const HEARD = 300

/** What the focus goes back to, for as long as it is on its way there. */
let goingBack: Element | null = null

/**
 * A native modal dialog, open for as long as it is drawn. The focus comes to its top, where its name is said, and then to its
 * heading; Escape closes it and the focus goes back to what opened it (SPEC A11Y-7, A11Y-265).
 */
export function Dialog({ title, close, onClose, look = 'sheet', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const top = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    // One that comes in the place of another has its opener.
    const opener = before === document.body && goingBack?.isConnected ? goingBack : before
    goingBack = null
    if (!shown?.open) shown?.showModal()
    top.current?.focus()
    const soon = setTimeout(() => document.activeElement === top.current && heading.current?.focus(), HEARD)
    return () => {
      clearTimeout(soon)
      shown?.close()
      goBackTo(opener)
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${look}`}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // Of a dialog inside it, or of a file that was not chosen: React hands both on to us.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <div ref={top} tabIndex={-1} />
      <div className="dialog-page">
        <div className="dialog-top">
          <h2 ref={heading} id={headingId} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className="button button-quiet" onClick={onClose}>
            {close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}

/**
 * Closing by taking the element away gives nothing back: we do it ourselves, unless somebody has gone on (SPEC A11Y-31). In a
 * task of its own, or Orca hears of what has the focus together with what has gone, and is silent.
 */
function goBackTo(opener: Element | null): void {
  goingBack = opener
  setTimeout(() => {
    if (goingBack !== opener) return
    goingBack = null
    if (opener instanceof HTMLElement && opener.isConnected) takeLostFocus(opener)
  })
}
