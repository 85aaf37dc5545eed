import { LIMIT } from '@withy/shared/api'
import { addOwnSection, moveOwnSection, removeOwnSection, restoreOwnSection } from '@withy/shared/plan'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import type { OwnTitle } from '../../live/whole-plan.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { MoveButtons } from '../../ui/move-buttons.tsx'

type OwnSectionsProps = {
  readonly own: readonly OwnTitle[]
  readonly removed: readonly OwnTitle[]
  /** Draws one section, with these controls of its own beside its title. */
  readonly draw: (section: OwnTitle, controls: ReactNode) => ReactNode
}

/** The sections a group added for itself: written like any other, titled, moved, taken out and put back (SPEC PLAN-91). */
export function OwnSections({ own, removed, draw }: OwnSectionsProps) {
  const t = useText()
  const { live, may } = useDesk()
  const announce = useAnnounce()
  const [takenOut, setTakenOut] = useState<string | null>(null)
  const mayWrite = may('write')

  const takeOut = (id: string) => {
    removeOwnSection(live.doc, id)
    setTakenOut(id)
  }
  const putBack = ({ id }: OwnTitle) => {
    restoreOwnSection(live.doc, id)
    setTakenOut(null)
    announce({ kind: 'done', sentence: t('plan.put-back-done') })
    goToTitle(id)
  }
  return (
    <>
      {own.map((section, at) =>
        draw(
          section,
          mayWrite && <Controls section={section} at={at} count={own.length} onTakeOut={() => takeOut(section.id)} />,
        ),
      )}
      {mayWrite &&
        removed.map((section) => (
          <div key={section.id} className="taken-out notice">
            <p>{t('plan.taken-out', { name: section.title || t('plan.own-section') })}</p>
            <Button
              aria-label={`${t('plan.put-back')}: ${section.title}`}
              ref={section.id === takenOut ? takeFocus : undefined}
              onClick={() => putBack(section)}
            >
              {t('plan.put-back')}
            </Button>
          </div>
        ))}
      {mayWrite && <AddSection />}
    </>
  )
}

/** What was in focus is gone with the section: the way to get it back is next. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

type ControlsProps = {
  readonly section: OwnTitle
  /** Where it stands among how many; 0 is the first. */
  readonly at: number
  readonly count: number
  readonly onTakeOut: () => void
}

function Controls({ section, at, count, onTakeOut }: ControlsProps) {
  const t = useText()
  const { live } = useDesk()
  const announce = useAnnounce()
  const { id, title } = section
  const move = (way: 'up' | 'down') => {
    if (!moveOwnSection(live.doc, id, way)) return
    announce({ kind: 'done', sentence: t(way === 'up' ? 'plan.moved-up' : 'plan.moved-down', { name: title }) })
  }
  return (
    <div className="row">
      <MoveButtons up={t('plan.move-up')} down={t('plan.move-down')} at={at} count={count} onMove={move} />
      <Button look="careful" onClick={onTakeOut}>
        {t('plan.take-out-section')}
      </Button>
    </div>
  )
}

function AddSection() {
  const t = useText()
  const { live } = useDesk()
  const [asking, setAsking] = useState(false)
  const [title, setTitle] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim()) return
    const id = addOwnSection(live.doc, { title: title.trim() })
    setAsking(false)
    setTitle('')
    goToTitle(id)
  }
  if (!asking) {
    return (
      <Button ref={button} onClick={() => setAsking(true)}>
        {t('plan.add-section')}
      </Button>
    )
  }
  return (
    <form onSubmit={add} className="add-section stack">
      <TextField
        label={t('plan.add-section-title')}
        value={title}
        maxLength={LIMIT.title}
        onChange={(event) => setTitle(event.target.value)}
        // Asked for by pressing the button before it.
        autoFocus
      />
      <div className="row">
        <Button look="main" type="submit">
          {t('plan.add')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAsking(false)
            requestAnimationFrame(() => button.current?.focus())
          }}
        >
          {t('plan.cancel')}
        </Button>
      </div>
    </form>
  )
}

function goToTitle(id: string): void {
  // Drawn after the document's own turn: the section is there in the frame after next at the latest.
  const look = (tries: number) => {
    const heading = document.getElementById(`own:${id}`)?.querySelector<HTMLElement>('h3')
    if (heading) heading.focus()
    else if (tries > 0) requestAnimationFrame(() => look(tries - 1))
  }
  look(10)
}
