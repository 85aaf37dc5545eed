import { type ReactNode, useEffect, useId, useRef } from 'react'
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
 * A native modal dialog, open for as long as it is drawn. Starts with the focus on its heading; Escape closes it and
 * the browser gives the focus back to what opened it (SPEC A11Y-7).
 */
export function Dialog({ title, close, onClose, look = 'sheet', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  useEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    if (!shown?.open) shown?.showModal()
    heading.current?.focus()
    return () => {
      shown?.close()
      // Closing by taking the element away gives nothing back: do it ourselves.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
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
