import type { Talk } from '@withy/shared/api'
import { inLanguage, type Plan } from '@withy/shared/plan'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../text/use-text.ts'
import { type UnsettledThing, unsettledIn } from './unsettled.ts'
import { useTold } from './use-told.ts'

type NotSettledProps = {
  readonly id: string
  readonly plan: Plan
  /** Null: not known yet. */
  readonly talk: Talk | null
  readonly nameOf: (person: string) => string
}

/** With more than these, sections are opened one by one. */
const MOST_OPEN = 10

/** What people said about the plan that is still open, with the way there. It stops nobody (SPEC TALK-81). */
export function NotSettled({ id, plan, talk, nameOf }: NotSettledProps) {
  const t = useText()
  const lang = useLanguage()
  const told = useTold()
  const sections = talk ? unsettledIn(plan, talk) : []
  const count = sections.reduce((sum, { things }) => sum + things.length, 0)
  if (count === 0) return null
  return (
    <section className="stack agree-missing" aria-labelledby="agree-unsettled" data-not-printed="">
      <h2 id="agree-unsettled">{t('agreement-talk.title')}</h2>
      <p>{t('agreement-talk.count', { what: told(sections.flatMap(({ things }) => things)) })}</p>
      <p>{t('agreement-talk.about')}</p>
      {sections.map(({ section, title, things }) => (
        <details key={section} className="fold" open={count <= MOST_OPEN}>
          <summary>
            {t('agreement-talk.section', {
              section: title ? inLanguage(title, lang) : t('agreement-talk.elsewhere'),
              what: told(things),
            })}
          </summary>
          <ul className="list">
            {things.map((thing) => (
              <li key={thing.id}>
                <bdi>{sentence(thing)}</bdi>
              </li>
            ))}
          </ul>
          {section ? (
            <Link href={`/plans/${id}#${section}`} className="link-alone">
              {t('agreement-talk.go')}
              <span className="unseen"> {title ? inLanguage(title, lang) : ''}</span>
            </Link>
          ) : null}
        </details>
      ))}
    </section>
  )

  function sentence({ is, by, words }: UnsettledThing): string {
    return t(`agreement-talk.${is}`, { name: by === null ? t('agreement.somebody') : nameOf(by), words })
  }
}
