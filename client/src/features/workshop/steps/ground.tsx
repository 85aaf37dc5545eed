import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { useRoom } from '../use-workshop.ts'

const PARTS = ['decide', 'advise', 'cannot', 'decided', 'rules', 'pay'] as const

/** What the group can decide and how it works. Within reach in every step; open in the first. */
export function Ground({ folded = false }: { readonly folded?: boolean }) {
  const t = useText()
  const { now } = useRoom()
  const said = PARTS.filter((part) => now.ground[part] !== '')
  if (said.length === 0) return null
  const words = said.map((part) => (
    <section key={part}>
      <h2 className="workshop-small-title">{t(`workshop.ground-${part}`)}</h2>
      <Theirs as="p" className="workshop-lines">
        {now.ground[part]}
      </Theirs>
    </section>
  ))
  if (!folded) return <div className="card stack">{words}</div>
  return (
    <details className="workshop-fold">
      <summary>{t('workshop-steps.ground')}</summary>
      <div className="stack">{words}</div>
    </details>
  )
}
