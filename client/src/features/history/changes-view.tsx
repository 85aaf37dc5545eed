import type { PlanFacts, Writer } from '@withy/shared/api'
import {
  boxesOf,
  type Change,
  type Comparison,
  EASY_TITLE,
  easyKey,
  inLanguage,
  type Shown,
  sectionsOf,
  TEMPLATES,
} from '@withy/shared/plan'
import { ChangedWords } from '../../plan-view/changed-words.tsx'
import { namesIn } from '../../plan-view/names.ts'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { grouped } from '../../ui/grouped.ts'
import { ItemChange } from './item-change.tsx'
import { LineView, type Tell } from './line-view.tsx'
import { useWriters } from './writers.ts'
import './history.css'
import { Theirs } from '../../ui/theirs.tsx'

type ChangesViewProps = {
  readonly comparison: Comparison
  readonly facts: Pick<PlanFacts, 'people' | 'former'>
  /** What sections and boxes were called then, where that is known. */
  readonly headings?: Readonly<Record<string, Shown>>
  /** Whom the numbers in it mean; none where it was not asked who. */
  readonly writers?: readonly Writer[]
}

/** All that reads differently between two versions, section by section, in sentences. */
export function ChangesView({ comparison, facts, headings = {}, writers = [] }: ChangesViewProps) {
  const t = useText()
  const { told } = useWriters(facts)
  const tell: Tell = (by) => told(writers, by)
  const { changes } = comparison
  if (changes.length === 0) return <p className="changes-none">{t('history.nothing')}</p>
  const bySection = grouped(changes, ({ section }) => section)
  return (
    <>
      <p className="quiet">{t('history.sections-count', { count: bySection.size })}</p>
      {[...bySection].map(([section, inside]) => (
        <SectionChanges key={section} {...{ section, comparison, facts, headings, tell }} changes={inside} />
      ))}
    </>
  )
}

type SectionChangesProps = Required<Omit<ChangesViewProps, 'writers'>> & {
  readonly section: string
  readonly changes: readonly Change[]
  readonly tell: Tell
}

function SectionChanges({ section, changes, comparison, facts, headings, tell }: SectionChangesProps) {
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  const { kind, titles, actions } = comparison
  const then = (id: string) => headings[id] && inLanguage(headings[id], lang)
  const ours = sectionsOf(TEMPLATES[kind]).find(({ id }) => id === section)
  const title =
    then(section) ||
    titles[section] ||
    (ours ? words(ours.title) : t(section === '' ? 'plan.unplaced' : 'history.own-section'))
  const boxes = boxesOf(TEMPLATES[kind])
  const people = namesIn(facts)
  const draw = (change: Change, key: number) => {
    switch (change.what) {
      case 'text':
        return change.lines.length > 0 ? (
          change.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that nothing changes
            <LineView key={`${key}-${i}`} line={line} tell={tell} />
          ))
        ) : (
          <li key={key} className="change change-set-out">
            <p className="change-did">{t('changed.set-out')}</p>
          </li>
        )
      case 'easy-checked':
        return <CheckChange key={key} change={change} tell={tell} />
      case 'item':
        return <ItemChange key={key} {...{ change, actions, people, tell }} />
      default:
        return <TitleChange key={key} change={change} tell={tell} />
    }
  }
  const groups = [...grouped(changes, (change) => ('box' in change ? change.box : ''))]
  return (
    <div className="changes-section">
      <h2 dir="auto">{title}</h2>
      {groups.map(([key, inside]) => {
        const title = key === easyKey(section) ? EASY_TITLE : boxes.get(key)?.title
        const isAlone = key !== easyKey(section) && (groups.length === 1 || ours?.boxes.length === 1)
        return (
          <div key={key} className="changes-box">
            {title && !isAlone ? <h3>{then(key) ?? words(title)}</h3> : null}
            <ul className="list changes">{inside.map(draw)}</ul>
          </div>
        )
      })}
    </div>
  )
}

type TitleChangeProps = {
  readonly change: Exclude<Change, { what: 'text' | 'item' | 'easy-checked' }>
  readonly tell: Tell
}

type CheckChangeProps = { readonly change: Extract<Change, { what: 'easy-checked' }>; readonly tell: Tell }

/** Whether easy words were checked, and with whom. */
function CheckChange({ change: { before, after, by }, tell }: CheckChangeProps) {
  const t = useText()
  const words = useWords()
  const parts = [
    ...(before ? [{ is: 'taken-out' as const, text: words(before) }] : []),
    ...(before && after ? [{ is: 'same' as const, text: ' ' }] : []),
    ...(after ? [{ is: 'added' as const, text: words(after) }] : []),
  ]
  return (
    <li className="change">
      <p className="change-did">{t('history.easy-checked', tell(by))}</p>
      <Theirs as="p" className="change-words">
        <ChangedWords parts={parts} />
      </Theirs>
    </li>
  )
}

/** A title, a section of the group's own, or words without a place. */
function TitleChange({ change, tell }: TitleChangeProps) {
  const t = useText()
  const { before = '', after = '' } = change
  const by = tell('by' in change ? change.by : [])
  const said =
    change.what === 'own' && change.did !== 'changed'
      ? t(`history.own-${change.did}`, by)
      : change.what === 'title' || change.what === 'own'
        ? t('history.title-changed', by)
        : t('history.changed')
  const parts = [
    ...(before ? [{ is: 'taken-out' as const, text: before }] : []),
    ...(before && after ? [{ is: 'same' as const, text: ' ' }] : []),
    ...(after ? [{ is: 'added' as const, text: after }] : []),
  ]
  const isWhole = change.what === 'own' && change.did === 'moved'
  return (
    <li className="change">
      <p className="change-did">{said}</p>
      <Theirs as="p" className="change-words">
        {isWhole ? after : <ChangedWords parts={parts} />}
      </Theirs>
    </li>
  )
}
