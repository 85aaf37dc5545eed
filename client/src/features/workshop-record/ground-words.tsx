import type { WorkshopRecord } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { Part } from './part.tsx'

const IN_ORDER = ['decide', 'advise', 'cannot', 'decided', 'rules', 'pay'] as const

/** What the group could decide and how it worked, as it was said. Draws nothing where nothing was. */
export function GroundWords({ ground }: Pick<WorkshopRecord, 'ground'>) {
  const t = useText()
  const said = IN_ORDER.filter((what) => ground[what] !== '')
  if (said.length === 0) return null
  return (
    <Part title={t('workshop-after.ground')}>
      <dl className="record-list">
        {said.map((what) => (
          <div key={what}>
            <dt>{t(`workshop.ground-${what}`)}</dt>
            <Theirs as="dd">{ground[what]}</Theirs>
          </div>
        ))}
      </dl>
    </Part>
  )
}
