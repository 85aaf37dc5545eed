import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Step } from './stepping.ts'

type TalkStepsProps = {
  /** How many are shown, and the one that was gone to last; 0 none. */
  readonly count: number
  readonly at: number
  readonly onStep: (step: Step) => void
}

/** The way from one of the list to the next; it stays in sight above them (SPEC TALK-72). */
export function TalkSteps({ count, at, onStep }: TalkStepsProps) {
  const t = useText()
  return (
    <div className="talk-steps row">
      <Button aria-label={t('talk-waiting.before-named')} onClick={() => onStep(-1)}>
        {t('talk-waiting.before')}
      </Button>
      <Button aria-label={t('talk-waiting.next-named')} onClick={() => onStep(1)}>
        {t('talk-waiting.next')}
      </Button>
      {at > 0 && <span className="quiet">{t('talk-waiting.at', { at: Math.min(at, count), count })}</span>}
    </div>
  )
}
