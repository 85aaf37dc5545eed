import { type ReactNode, useRef, useState } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLink } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { lightOf } from './light-words.ts'
import type { CopyState, OwnCopy } from './use-device-copy.ts'

export type DeviceCopyDialogProps = {
  readonly live: LivePlan
  readonly own: Pick<OwnCopy, 'state' | 'switchTo'>
  readonly mayWrite: boolean
  readonly onClose: () => void
  /** The words that are not safe just now. */
  readonly children?: ReactNode
}

/**
 * Where one's words are just now, and the device's copy: off, on, or why there is none. Who may not write any more can only
 * switch theirs off (SPEC SYNC-100).
 */
export function DeviceCopyDialog({
  live,
  own: { state, switchTo },
  mayWrite,
  onClose,
  children,
}: DeviceCopyDialogProps) {
  const t = useText()
  const [wasKept] = useState(isKept(state))
  const told = useRef<HTMLParagraphElement>(null)
  const tick = (on: boolean) => {
    switchTo(on)
    // The tick goes with the copy, and would take the focus with it.
    if (!mayWrite) told.current?.focus()
  }
  return (
    <Dialog title={t('device-copy.safe-title')} close={t('common.done')} onClose={onClose}>
      <p className="safe-now">{t(lightOf(useLink(live)).words)}</p>
      {children}
      <ul className="stack">
        <li>{t('device-copy.safe-saved')}</li>
        <li>{t('device-copy.safe-not-saved')}</li>
      </ul>
      {mayWrite || wasKept || isKept(state) ? (
        <>
          <h3>{t('device-copy.title')}</h3>
          {state === 'not-secure' || state === 'no-storage' ? (
            <Notice>
              <p>{t(`device-copy.${state}`)}</p>
            </Notice>
          ) : (
            <>
              <p ref={told} tabIndex={-1} role="status" className={state === 'broken' ? 'safe-trouble' : 'quiet'}>
                {t(SAID[state])}
              </p>
              {mayWrite || isKept(state) ? (
                <Tick
                  label={t('device-copy.on')}
                  about={t('device-copy.about')}
                  ticked={isKept(state)}
                  notYet={isKept(state) && state !== 'on'}
                  onTick={tick}
                />
              ) : null}
              <p>{t('device-copy.shared')}</p>
            </>
          )}
        </>
      ) : null}
    </Dialog>
  )
}

const isKept = (state: CopyState): boolean => state === 'opening' || state === 'on' || state === 'broken'

const SAID: Record<
  Exclude<CopyState, 'not-secure' | 'no-storage'>,
  `device-copy.${'is-off' | 'opening' | 'is-on' | 'broken'}`
> = {
  off: 'device-copy.is-off',
  opening: 'device-copy.opening',
  on: 'device-copy.is-on',
  broken: 'device-copy.broken',
}
