import { IDEAS, type Origin } from '@withy/shared/plan'
import { useText, useWords } from '../../text/use-text.ts'

/** Where an item came from, in words. */
export function OriginLine({ origin }: { readonly origin: Origin }) {
  const t = useText()
  const words = useWords()
  if (origin.from === 'plan') return <p className="item-origin">{t('plan.from-plan', { title: origin.title })}</p>
  const idea = IDEAS.find(({ id }) => id === origin.idea)
  return idea ? <p className="item-origin">{t('plan.from-idea', { idea: words(idea.title) })}</p> : null
}
