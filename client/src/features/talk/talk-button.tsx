import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { hideTalk, useTalkHidden } from './hidden.ts'
import { useIdeasWaiting } from './ideas-waiting.ts'
import { TalkStateContext } from './talk-context.ts'
import type { TalkState } from './talk-state.ts'
import { useWaiting } from './use-waiting.ts'

type TalkButtonProps = {
  readonly state: TalkState
  /** Where there is little room beside it, and what it opens lies over the page. */
  readonly short: boolean
  readonly onOpen: () => void
}

/** Opens the list of all that is said, and says how much of it waits. Where it was hidden, it brings it back (SPEC TALK-71, TALK-73). */
export function TalkButton({ state, short, onOpen }: TalkButtonProps) {
  return (
    <TalkStateContext value={state}>
      <OpenButton short={short} onOpen={onOpen} />
    </TalkStateContext>
  )
}

function OpenButton({ short, onOpen }: Omit<TalkButtonProps, 'state'>) {
  const t = useText()
  const announce = useAnnounce()
  const isHidden = useTalkHidden()
  const waiting = useWaiting().length + useIdeasWaiting().length
  const show = () => {
    hideTalk(false)
    announce({ kind: 'done', sentence: t('talk-waiting.done-shown') })
  }
  // The same button throughout: it keeps the focus.
  return (
    <Button look="quiet" aria-haspopup={short && !isHidden ? 'dialog' : undefined} onClick={isHidden ? show : onOpen}>
      {isHidden ? (
        t('talk-waiting.show')
      ) : waiting === 0 ? (
        t('talk.title')
      ) : short ? (
        <>
          {t('talk-waiting.count-short', { count: waiting })}
          <span className="unseen">{` ${t('talk-waiting.count-short-more')}`}</span>
        </>
      ) : (
        t('talk-waiting.count', { count: waiting })
      )}
    </Button>
  )
}
