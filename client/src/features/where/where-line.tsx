import { useId, useRef } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { LaterDialog, laterDialog } from '../../ui/later-dialog.tsx'
import type { Where } from '../../ui/page.tsx'
import { useOpenHere } from './use-open-here.ts'
import './where.css'

const dialog = laterDialog(async () => (await import('./where-dialog.tsx')).WhereDialog, 'where')

type WhereLineProps = {
  /** Of the page. */
  readonly title: string
  /** What the page belongs to; a page of its own is a place of Withy. */
  readonly place?: { readonly title: string; readonly href: string } | undefined
  /** Where on the page; null: the page is one place. */
  readonly where?: Where | null | undefined
}

/** Where somebody is, in one line, and a button that says more: who they are, what this is and what comes next (SPEC A11Y-80). */
export function WhereLine({ title, place, where }: WhereLineProps) {
  const t = useText()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useOpenHere(button)
  const inPlace = sentence(t('common.where-in', { place: where ? title : (place?.title ?? t('common.withy')) }))
  const here = sentence(where ? where.here : title)
  return (
    <div className="where" data-not-printed="">
      <p id={id} className="where-line">
        <span className={where || place ? 'where-in' : undefined}>{inPlace} </span>
        {here}
      </p>
      <Button ref={button} look="quiet" aria-haspopup="dialog" aria-describedby={id} onClick={() => setOpen(true)}>
        {t('common.where-am-i')}
      </Button>
      {isOpen && (
        <LaterDialog
          later={dialog}
          given={{ line: `${inPlace} ${here}`, next: where?.next, onClose: () => setOpen(false) }}
        />
      )}
    </div>
  )
}

/** With a full stop, unless people's words end with a mark of their own. */
const sentence = (words: string): string => words.replace(/([^.?!…])$/, '$1.')
