import type { ReactNode } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import './bottom-bar.css'

type BottomBarProps = {
  /** The section being read. */
  readonly place: string | null
  readonly onSections: () => void
  readonly onPeople: () => void
  /** Opens what is said about the plan. */
  readonly talk: ReactNode
  readonly reading: ReactNode
  /** Shown while words are not safe: the bar with the saved light may have been scrolled away. */
  readonly light: ReactNode
}

/** On a narrow screen: the few things to do, within reach of a thumb. */
export function BottomBar({ place, onSections, onPeople, talk, reading, light }: BottomBarProps) {
  const t = useText()
  const { may } = useDesk()
  return (
    <nav className="bottom-bar" aria-label={t('plan.bar')} data-not-printed="">
      {light}
      <Button look="quiet" aria-haspopup="dialog" onClick={onSections}>
        {t('plan.sections-short')}
      </Button>
      {may('write') && (
        <Button look="quiet" onClick={() => writeIn(place)}>
          {t('plan.write')}
        </Button>
      )}
      <Button look="quiet" aria-haspopup="dialog" onClick={onPeople}>
        {t('plan.people')}
      </Button>
      {talk}
      {reading}
    </nav>
  )
}

/** Opens the first box of the section being read, or of the plan, as if its own button had been pressed. */
function writeIn(place: string | null): void {
  const section = (place && document.getElementById(place)) || document.querySelector('[data-section]')
  section?.querySelector<HTMLElement>('.box-do > .button')?.click()
}
