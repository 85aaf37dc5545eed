import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useLateVotes } from './use-vote.ts'

/** Says that an answer came too late, until that was read. */
export function LateVotesNews() {
  const t = useText()
  const { isLost, read } = useLateVotes()
  return (
    <div role="status">
      {isLost ? (
        <Notice look="careful">
          <p>{t('workshop-own.vote-lost')}</p>
          <Button onClick={read}>{t('workshop-own.vote-lost-read')}</Button>
        </Notice>
      ) : null}
    </div>
  )
}
