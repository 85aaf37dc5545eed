import type { GroundWords as Words } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

const GROUND = ['decide', 'advise', 'cannot', 'decided', 'rules', 'pay'] as const

/** What the group can decide, and how it works: only what was said. */
export function GroundWords({ ground }: { readonly ground: Words }) {
  const t = useText()
  const said = GROUND.filter((which) => ground[which] !== '')
  if (said.length === 0) return <p>{t('workshop-wall.no-ground')}</p>
  return (
    <dl className="wall-ground">
      {said.map((which) => (
        <div key={which}>
          <dt>{t(`workshop.ground-${which}`)}</dt>
          <Theirs as="dd">{ground[which]}</Theirs>
        </div>
      ))}
    </dl>
  )
}
