import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useLinkStage } from '../../../live/use-live.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useFetchAnswered } from './use-fetch-answered.ts'

type FetchedProps = {
  readonly box: string
  /** All of it is known. */
  readonly isHere: boolean
  readonly children: ReactNode
}

/** Answered suggestions, whose words come when they are looked at. Without a connection it says so, and they come when there is one. */
export function Fetched({ box, isHere, children }: FetchedProps) {
  const t = useText()
  const { live } = useDesk()
  const isOpen = useLinkStage(live) === 'open'
  const fetchWords = useFetchAnswered(box)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ask = useCallback(() => {
    setTrouble(null)
    fetchWords().catch((error: unknown) => setTrouble(sentenceOf(error)))
  }, [fetchWords])
  useEffect(() => {
    if (!isHere && isOpen) ask()
  }, [isHere, isOpen, ask])
  return (
    <>
      {children}
      {!isHere && (
        <div role="status">
          <p className="offer-about">{trouble ?? t(isOpen ? 'talk-suggest.coming' : 'talk-suggest.coming-later')}</p>
        </div>
      )}
      {!isHere && trouble && (
        <div className="row">
          <Button onClick={ask}>{t('common.try-again')}</Button>
        </div>
      )}
    </>
  )
}
