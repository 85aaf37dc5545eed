import type { ListedVersion, PlanFacts } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { grouped } from '../../ui/grouped.ts'
import { useWriters } from './writers.ts'
import './history.css'

type VersionListProps = {
  readonly plan: string
  readonly facts: Pick<PlanFacts, 'people' | 'former'>
  /** Newest first. */
  readonly versions: readonly ListedVersion[]
  /** Whether these are all down to the first. */
  readonly isAll: boolean
}

/** The versions of a plan by day, each with who wrote since the one before and what that changed. */
export function VersionList({ plan, facts, versions, isAll }: VersionListProps) {
  const { day } = useDates()
  const dayOf = ({ at }: ListedVersion) => day(new Date(at).toISOString())
  const before = new Map(versions.map(({ id }, i) => [id, versions[i + 1]?.id ?? null]))
  return [...grouped(versions, dayOf)].map(([name, ofDay]) => (
    <section key={name} className="history-day" aria-labelledby={`day-${ofDay[0]?.id}`}>
      <h2 id={`day-${ofDay[0]?.id}`}>{name}</h2>
      <ol className="list history-versions" reversed>
        {ofDay.map((version) => (
          <Entry
            key={version.id}
            {...{ plan, facts, version }}
            before={before.get(version.id) ?? null}
            isFirst={isAll && before.get(version.id) === null}
          />
        ))}
      </ol>
    </section>
  ))
}

type EntryProps = Pick<VersionListProps, 'plan' | 'facts'> & {
  readonly version: ListedVersion
  /** The version before it, where that is on the page. */
  readonly before: string | null
  readonly isFirst: boolean
}

function Entry({ plan, facts, version, before, isFirst }: EntryProps) {
  const t = useText()
  const { time } = useDates()
  const { listed, nameOf } = useWriters(facts)
  const { id, kind, at, name, number, madeBy, writers } = version
  const iso = new Date(at).toISOString()
  const clock = time(iso)
  const title = kind === 'sealed' ? t('history.sealed-title', { number: number ?? 0 }) : kind === 'named' ? name : null
  // One that somebody made may hold nothing new at all.
  const nobody = title === null ? t('history.wrote-nobody') : ''
  const wrote = writers.length > 0 ? t('history.wrote', { names: listed(writers) }) : nobody
  const path = `/plans/${plan}/history`
  return (
    <li className={`history-version history-${kind}`}>
      <time className="history-time" dateTime={iso}>
        {clock}
      </time>
      <div className="history-words">
        {title === null ? null : (
          <p className="history-title" dir="auto">
            {title}
          </p>
        )}
        {madeBy === null ? null : (
          <p className="quiet small">
            {t(kind === 'sealed' ? 'history.sealed-by' : 'history.named-by', { name: nameOf(madeBy) })}
          </p>
        )}
        {wrote && <p>{isFirst && kind === 'moment' ? `${wrote} ${t('history.first')}` : wrote}</p>}
        <p className="row history-links">
          <Link href={`${path}/${encodeURIComponent(id)}`} className="link-alone">
            {t('history.read-it')}
            <span className="unseen">{`: ${title ?? ''} ${clock}`}</span>
          </Link>
          {before === null ? null : (
            <Link href={`${path}/${encodeURIComponent(before)}/${encodeURIComponent(id)}`} className="link-alone">
              {t('history.what-changed')}
              <span className="unseen">{`: ${title ?? ''} ${clock}`}</span>
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
