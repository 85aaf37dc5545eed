import { andBetween } from '../../text/and-between.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import type { UnsettledThing } from './unsettled.ts'

/** Says how many there are of each kind, e.g. “3 comments and 1 suggested change”. */
export function useTold(): (things: readonly UnsettledThing[]) => string {
  const t = useText()
  const lang = useLanguage()
  return (things) => {
    const suggestions = things.filter(({ is }) => is === 'suggestion').length
    const comments = things.length - suggestions
    const counts = [
      comments > 0 && t('agreement-talk.comments', { count: comments }),
      suggestions > 0 && t('agreement-talk.suggestions', { count: suggestions }),
    ]
    return andBetween(
      counts.filter((each) => each !== false),
      lang,
    )
  }
}
