import type { Explained } from '@withy/shared/plan'
import { useText } from '../../text/use-text.ts'

/** What a word means, as the plan explains it. */
export function ExplainedNote({ word: { word, meaning } }: { readonly word: Explained }) {
  const t = useText()
  return (
    <p className="talk-explained" dir="auto">
      {t('talk-waiting.explained', { word, meaning })}
    </p>
  )
}
