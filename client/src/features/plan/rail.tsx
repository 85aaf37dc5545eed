import { completeness } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles, useWholePlan } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'

type RailProps = {
  /** The section being read. */
  readonly place: string | null
  /** A section was chosen. */
  readonly onGo?: () => void
}

/** The parts and sections of the plan, with a mark where something is written and how many are still empty. */
export function Rail({ place, onGo }: RailProps) {
  const t = useText()
  const words = useWords()
  const { template } = useDesk()
  const { titles, own } = usePlanTitles()
  const { sections, stillEmpty } = completeness(useWholePlan())
  const link = (id: string, title: string, written: boolean) => (
    <li key={id}>
      <a href={`#${id}`} aria-current={place === id ? 'location' : undefined} className="rail-link" onClick={onGo}>
        <span className={written ? 'rail-mark rail-mark-written' : 'rail-mark'} aria-hidden="true" />
        <span dir="auto">{title}</span>
        {written && <span className="unseen">{` (${t('plan.written')})`}</span>}
      </a>
    </li>
  )
  return (
    <>
      <p className="rail-empty">{t('plan.still-empty', { count: stillEmpty })}</p>
      {template.parts.map((part) => (
        <div key={part.id} className="rail-part">
          <p className="rail-title">{words(part.title)}</p>
          <ul className="list">
            {part.sections.map(({ id, title }) =>
              link(id, titles[id] ?? words(title), sections.get(id)?.is === 'begun'),
            )}
          </ul>
        </div>
      ))}
      {own.length > 0 && (
        <div className="rail-part">
          <p className="rail-title">{t('plan.own-part')}</p>
          <ul className="list">
            {own.map(({ id, title }) =>
              link(`own:${id}`, title || t('plan.own-section'), sections.get(id)?.is === 'begun'),
            )}
          </ul>
        </div>
      )}
    </>
  )
}
