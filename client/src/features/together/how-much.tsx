import { useSyncExternalStore } from 'react'
import { HEARD } from '../../live/announcements.ts'
import { chooseTold, onToldChoice, toldChoice } from '../../live/told.ts'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { type Together, useTogether } from './together-state.ts'
import '../../ui/fold.css'

/** What can be chosen by itself; `rest` goes with Quiet alone. */
const KINDS = HEARD.filter((about) => about !== 'rest')

/** How much of others this person sees and hears: hold changes, quiet, and which kinds are read out. */
export function HowMuch({ state }: { readonly state: Together }) {
  const t = useText()
  const { isAsked } = useTogether(state)
  const told = useSyncExternalStore(onToldChoice, toldChoice)
  return (
    <details className="fold how-much">
      <summary>{t('together.how-much')}</summary>
      <div className="stack">
        <Tick
          label={t('together.hold')}
          about={t('together.hold-about')}
          ticked={isAsked}
          onTick={(on) => state.hold('asked', on)}
        />
        <Tick
          label={t('together.quiet')}
          about={t('together.quiet-about')}
          ticked={told.quiet}
          onTick={(quiet) => chooseTold({ ...told, quiet })}
        />
        <fieldset className="choices">
          <legend className="field-label">{t('together.told')}</legend>
          <div className="choices-list">
            {KINDS.map((about) => (
              <Tick
                key={about}
                label={t(`together.told-${about}`)}
                ticked={!told.not.includes(about)}
                onTick={(on) =>
                  chooseTold({ ...told, not: HEARD.filter((each) => (each === about ? !on : told.not.includes(each))) })
                }
              />
            ))}
          </div>
        </fieldset>
        <p className="quiet small">{t('together.how-much-calm')}</p>
      </div>
    </details>
  )
}
