import { useRef, useState } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'
import { useLink } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { type Light, lightOf } from './light-words.ts'
import { SendingWords } from './sending.tsx'
import './link-state.css'

type SavedLightProps = {
  readonly live: LivePlan
  /** Shows what that means, and what makes words safer. Absent where there is no room for it. */
  readonly onAsk?: () => void
  /** The focus has come to it, or has left it. */
  readonly onFocus?: (has: boolean) => void
}

/**
 * Whether what is typed here is saved, in words with a shape. Not read out by itself: it changes with every pause in
 * typing. What people must hear of it, the announcer tells.
 */
export function SavedLight({ live, onAsk, onFocus }: SavedLightProps) {
  const t = useText()
  const { words, more, shape } = lightOf(useLink(live))
  return (
    <div className={`saved-light saved-light-${shape}`}>
      {onAsk ? (
        <button
          type="button"
          className="saved-light-button"
          aria-haspopup="dialog"
          onClick={onAsk}
          onFocus={() => onFocus?.(true)}
          onBlur={() => onFocus?.(false)}
        >
          <Shape shape={shape} />
          <LightWords words={t(words)} />
          <span className="unseen">{t('live.safe-ask')}</span>
        </button>
      ) : (
        <>
          <Shape shape={shape} />
          <LightWords words={t(words)} />
        </>
      )}
      <SendingWords live={live} more={more && t(more)} />
    </div>
  )
}

/** What comes after the dash may be left out where there is no room. */
function LightWords({ words }: { readonly words: string }) {
  const [state, detail] = words.split(DASH)
  return (
    <span>
      {state}
      {detail && <span className="saved-light-detail">{DASH + detail}</span>}
    </span>
  )
}

const DASH = ' – '

type TroubleLightProps = { readonly live: LivePlan; readonly onAsk: () => void }

/**
 * The same where the bar with the light has been scrolled away: only while words are not safe, or somebody is on it. The
 * dialog it opens gives the focus back to it.
 */
export function TroubleLight({ live, onAsk }: TroubleLightProps) {
  const [isHeld, setIsHeld] = useState(false)
  const isAsking = useRef(false)
  const ask = () => {
    isAsking.current = true
    onAsk()
  }
  const focus = (has: boolean) => {
    if (has) isAsking.current = false
    setIsHeld(has || isAsking.current)
  }
  const isTrouble = lightOf(useLink(live)).shape === 'stop'
  return (isTrouble || isHeld) && <SavedLight live={live} onAsk={ask} onFocus={focus} />
}

const PATHS: Record<Light['shape'], string> = {
  tick: 'M4 10.5 8 14.5 16 5.5',
  dots: 'M4 10h.01M10 10h.01M16 10h.01',
  stop: 'M10 4v7.5M10 15.5v.01',
}

const Shape = ({ shape }: { readonly shape: Light['shape'] }) => (
  <svg viewBox="0 0 20 20" width="1.25em" height="1.25em" aria-hidden="true" focusable="false">
    <path d={PATHS[shape]} fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
  </svg>
)
