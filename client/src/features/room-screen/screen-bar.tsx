import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Step } from './steps.ts'

type ScreenBarProps = {
  readonly plan: string
  /** Nobody can join yet, and the asker could change that. */
  readonly noCode: boolean
  /** Only for those who may choose what the room sees. */
  readonly choose: { readonly back: Step | null; readonly on: Step | null; readonly to: (step: Step) => void } | null
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly frozen: boolean
  readonly onFreeze: (frozen: boolean) => void
  readonly onSetUp: () => void
  /** What else is done here, with what the screen shows now. */
  readonly children: ReactNode
}

/** The few things that are done at the screen itself, small, at its foot. */
export function ScreenBar(props: ScreenBarProps) {
  const t = useText()
  const { plan, noCode, choose, page, pages, onPage, frozen, onFreeze, onSetUp, children } = props
  return (
    <nav className="screen-bar" aria-label={t('screen.bar')}>
      {choose ? (
        <>
          <Turn
            words={t('screen.back')}
            label={choose.back?.title}
            onTurn={choose.back && (() => choose.to(choose.back as Step))}
          />
          <Turn
            words={t('screen.on')}
            label={choose.on?.title}
            onTurn={choose.on && (() => choose.to(choose.on as Step))}
          />
        </>
      ) : null}
      {pages > 1 ? (
        <>
          <Turn words={t('screen.page-back')} onTurn={page > 0 ? () => onPage(page - 1) : null} />
          <Turn words={t('screen.page-on')} onTurn={page < pages - 1 ? () => onPage(page + 1) : null} />
        </>
      ) : null}
      {children}
      <span className="screen-bar-end">
        {noCode ? (
          <Link href={`/plans/${plan}/share`} className="link-alone">
            {t('screen.no-code')}
          </Link>
        ) : null}
        <Link href={`/plans/${plan}`} className="link-alone">
          {t('screen.to-plan')}
        </Link>
        <Button className="screen-switch" aria-pressed={frozen} onClick={() => onFreeze(!frozen)}>
          {t('screen.freeze')}
        </Button>
        <Button onClick={onSetUp}>{t('screen.set-up')}</Button>
      </span>
    </nav>
  )
}

type TurnProps = { readonly words: string; readonly label?: string | undefined; readonly onTurn: (() => void) | null }

/** A button that stays where it is at either end, so that a finger finds it and the focus is not lost. */
const Turn = ({ words, label, onTurn }: TurnProps) => (
  <Button aria-disabled={onTurn === null} title={label} onClick={() => onTurn?.()}>
    {words}
  </Button>
)
