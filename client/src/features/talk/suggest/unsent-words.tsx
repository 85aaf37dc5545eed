import { changesBetween, wordsOfSentences } from '@withy/shared/plan'
import { useMemo } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Unsent } from '../unsent.tsx'
import type { SuggestDraft } from './suggest-drafts.ts'

/** Other words that were sent and are not there: they are read where they will stand, or it says why they were not taken. */
export function UnsentWords({ draft: { was, proposed, waits, trouble } }: { readonly draft: SuggestDraft }) {
  const t = useText()
  const words = useMemo(
    () =>
      changesBetween(was, proposed)
        .map(({ becomes }) => wordsOfSentences(becomes).trim())
        .filter((one) => one !== '')
        .join('\n'),
    [was, proposed],
  )
  const isNotTaken = !waits && trouble !== null
  return (
    <>
      <Unsent words={words || t('talk-suggest.gone-out')} isWaiting={waits} />
      <div role="alert">
        {isNotTaken && (
          <Notice look="careful">
            <p>{trouble}</p>
          </Notice>
        )}
      </div>
    </>
  )
}
