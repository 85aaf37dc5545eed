import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'

export const DISTANCES = ['near', 'middle', 'far'] as const
export type Distance = (typeof DISTANCES)[number]

type SetUpProps = {
  readonly distance: Distance
  readonly onDistance: (distance: Distance) => void
  /** Whether sections show their easy words. */
  readonly easy: boolean
  readonly onEasy: (easy: boolean) => void
  /** The browser keeps this screen from going dark. */
  readonly awake: boolean
  /** What to do about joining: absent for those who may not invite. */
  readonly join: {
    readonly shown: boolean
    readonly trouble: string | null
    readonly onShow: (shown: boolean) => void
  } | null
  /** Chooses the language of this screen. */
  readonly language: ReactNode
  readonly onClose: () => void
}

/** Before the people come: can the back row read it, and how do people get in? The words at the top are the test card. */
export function SetUp({ distance, onDistance, easy, onEasy, awake, join, language, onClose }: SetUpProps) {
  const t = useText()
  return (
    <Dialog look="wall" title={t('screen.set-up')} close={t('screen.set-up-done')} onClose={onClose}>
      <p className="screen-test">{t('screen.test')}</p>
      <Choices
        legend={t('screen.distance')}
        look="chips"
        value={distance}
        onChoose={onDistance}
        choices={DISTANCES.map((value) => ({ value, label: t(`screen.distance-${value}`) }))}
      />
      <div className="row">
        <Button className="screen-switch" aria-pressed={easy} onClick={() => onEasy(!easy)}>
          {t('screen.easy')}
        </Button>
      </div>
      {awake ? null : <p role="status">{t('screen.may-go-dark')}</p>}
      {join ? (
        <div className="row">
          <Button className="screen-switch" aria-pressed={join.shown} onClick={() => join.onShow(!join.shown)}>
            {t('screen.show-join')}
          </Button>
          <span role="alert">{join.trouble}</span>
        </div>
      ) : null}
      <div className="row">
        <Button onClick={() => document.documentElement.requestFullscreen?.().catch(() => {})}>
          {t('screen.fill')}
        </Button>
        {language}
      </div>
    </Dialog>
  )
}
