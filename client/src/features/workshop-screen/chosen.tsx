import type { WorkshopShared } from '@withy/shared/api'
import { dotted } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Shape } from './shapes.tsx'

/** What the last vote with dots came to, where it is agreed on or written down (SPEC WORK-192). */
export function Chosen({ shared: { now, ideas, groups } }: { readonly shared: WorkshopShared }) {
  const t = useText()
  const chosen = dotted(now.chosen, ideas, groups).toSorted((a, b) => b.dots - a.dots)
  if (chosen.length === 0) return null
  return (
    <section className="wall-group">
      <h2>{t('workshop-shown.chosen')}</h2>
      <ul className="wall-rows">
        {chosen.map(({ id, dots, group, ideas }) => (
          <li key={id}>
            <span className="wall-row-words" dir="auto">
              {group ? group.name || t('workshop.group-unnamed') : (ideas[0]?.words ?? '')}
            </span>
            <strong className="wall-row-count">
              <Shape of="dot" /> {t('workshop.dots-got', { count: dots })}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
