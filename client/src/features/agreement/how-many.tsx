import { besideAgreed, type Tally } from '@withy/shared/api'
import { useText, useWords } from '../../text/use-text.ts'

/** How many agreed when a plan was sealed, how many of them through somebody else, and who said stop or no (SPEC AGREE-64). */
export function HowMany({ of }: { readonly of: Tally }) {
  const t = useText()
  const say = useWords()
  return <p>{[t('agreement.sealed-count', { count: of.agreed }), ...besideAgreed(of).map(say)].join(' · ')}</p>
}
