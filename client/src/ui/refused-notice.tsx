import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

type RefusedNoticeProps = {
  readonly sentence: string
  /** Words of the button that asks once more. */
  readonly tryAgain: string
  readonly onAgain: () => void
}

/** In place of what could not be had: why, and a way to ask once more. */
export const RefusedNotice = ({ sentence, tryAgain, onAgain }: RefusedNoticeProps) => (
  <Notice look="careful">
    <p>{sentence}</p>
    <div className="row">
      <Button onClick={onAgain}>{tryAgain}</Button>
    </div>
  </Notice>
)
