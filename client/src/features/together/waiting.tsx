import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { countOf, type HeldIn } from '../../live/held.ts'
import { useSectionTitles } from '../../live/section-titles.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type Together, useTogether } from './together-state.ts'
import '../../ui/fold.css'

type StateProps = { readonly state: Together }

/** "4 changes waiting – show them". Pressed with a pointer it takes the focus from nothing: the caret stays where it is. */
export function LetInButton({ state }: StateProps) {
  const t = useText()
  const announce = useAnnounce()
  const { waiting } = useTogether(state)
  const count = countOf(waiting ?? [])
  return (
    <Button
      aria-disabled={count === 0}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        const shown = state.letIn()
        if (shown > 0) announce({ kind: 'done', sentence: t('together.shown', { count: shown }) })
      }}
    >
      {count === 0 ? t('together.none-waiting') : t('together.show', { count })}
    </Button>
  )
}

/** In a text box that covers the page. There from the first moment of holding: nothing moves when something comes to wait. */
export function WaitingHere({ state }: StateProps) {
  const { waiting } = useTogether(state)
  return waiting && <LetInButton state={state} />
}

/** Says whose changes wait, and in which sections. */
export function Whose({ waiting }: { readonly waiting: readonly HeldIn[] }) {
  const t = useText()
  const { names } = useDesk()
  const titleOf = useSectionTitles()
  if (waiting.length === 0) return null
  const nameOf = (person: string | null) => names.find(({ id }) => id === person)?.name ?? t('together.someone')
  return (
    <details className="fold">
      <summary>{t('together.whose')}</summary>
      <ul className="list">
        {waiting.map(({ person, section, count }) => (
          <li key={JSON.stringify([person, section])}>
            {t('together.held', {
              name: nameOf(person),
              section: (section && titleOf(section)) ?? t('together.whole-plan'),
              count,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
