import { completeness, type Lacking, sectionsOf } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles, useWholePlan } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import './rail.css'

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
  const { sections, stillEmpty, lacking } = completeness(useWholePlan())
  const link = (id: string, theirs: string | undefined, ours: string, written: boolean) => (
    <li key={id}>
      <a href={`#${id}`} aria-current={place === id ? 'location' : undefined} className="rail-link" onClick={onGo}>
        <span className={written ? 'rail-mark rail-mark-written' : 'rail-mark'} aria-hidden="true" />
        <Theirs as="span" ours={!theirs}>
          {theirs || ours}
        </Theirs>
        {written && <span className="unseen">{` (${t('plan.written')})`}</span>}
      </a>
    </li>
  )
  return (
    <>
      <p className="rail-empty">{t('plan.still-empty', { count: stillEmpty })}</p>
      {lacking.length > 0 && <LackingFields lacking={lacking} onGo={onGo} />}
      {template.parts.map((part) => (
        <div key={part.id} className="rail-part">
          <p className="rail-title">{words(part.title)}</p>
          <ul className="list">
            {part.sections.map(({ id, title }) => link(id, titles[id], words(title), sections.get(id)?.is === 'begun'))}
          </ul>
        </div>
      ))}
      {own.length > 0 && (
        <div className="rail-part">
          <p className="rail-title">{t('plan.own-part')}</p>
          <ul className="list">
            {own.map(({ id, title }) =>
              link(`own:${id}`, title, t('plan.own-section'), sections.get(id)?.is === 'begun'),
            )}
          </ul>
        </div>
      )}
    </>
  )
}

type LackingFieldsProps = { readonly lacking: readonly Lacking[]; readonly onGo: (() => void) | undefined }

/** Where something an item needs is still empty, each with a way to its section. */
function LackingFields({ lacking, onGo }: LackingFieldsProps) {
  const t = useText()
  const words = useWords()
  const { template } = useDesk()
  const { titles } = usePlanTitles()
  const title = (id: string) => {
    const section = sectionsOf(template).find((each) => each.id === id)
    return titles[id] ?? (section ? words(section.title) : '')
  }
  return (
    <ul className="list">
      {lacking.map(({ section, box, item, field }) => (
        <li key={`${box}/${item}/${field.id}`}>
          <a href={`#${section}`} className="rail-link" onClick={onGo}>
            <span dir="auto">{t('plan.lacking', { section: title(section), field: words(field.label) })}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
