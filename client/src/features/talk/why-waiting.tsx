import { useText } from '../../text/use-text.ts'
import { useNameOf } from './use-name-of.ts'
import type { Waiting } from './waiting.ts'

/** Why something waits for whoever reads it, in a sentence. */
export function WhyWaiting({ why, by }: Pick<Waiting, 'why' | 'by'>) {
  const t = useText()
  const nameOf = useNameOf()
  const name = by === null ? '' : nameOf(by)
  return <p className="talk-why">{t(`talk-waiting.why-${why}`, { name })}</p>
}
