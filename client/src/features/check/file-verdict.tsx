import type { FileChecked, WordDifference } from '@withy/shared/api'
import { dayOf } from '@withy/shared/plan'
import { Fragment } from 'react'
import { useLanguage, useText } from '../../text/use-text.ts'
import type { GoOn } from '../../ui/late-focus.ts'
import { AgreedVersion } from './agreed-version.tsx'
import { Verdict } from './verdict.tsx'

type FileVerdictProps = {
  /** Its name. */
  readonly file: string
  readonly checked: FileChecked
  /** From where it was chosen. */
  readonly goOn: GoOn
}

/** What a file is, in words, and what to do next. */
export function FileVerdict({ file, checked, goOn }: FileVerdictProps) {
  const t = useText()
  const lang = useLanguage()
  const of = { about: file, goOn }
  if (checked.is === 'draft' || checked.is === 'unknown')
    return (
      <Verdict look="unknown" {...of} title={t(`check.${checked.is}-title`)}>
        <p>{t(`check.${checked.is}-words`)}</p>
      </Verdict>
    )
  if (checked.is === 'unreadable')
    return (
      <Verdict look="unknown" {...of} title={t('check.unreadable-title')}>
        <p>{t(`check.unreadable-${checked.why}`)}</p>
      </Verdict>
    )
  const values = { number: checked.number, day: dayOf(lang, checked.sealedAt) }
  if (checked.is === 'changed')
    return (
      <Verdict look="look" {...of} title={t('check.changed-title')}>
        <p>{t(checked.hasTalk ? 'check.changed-words-talk' : 'check.changed-words', values)}</p>
        <p>{t('check.changed-advice')}</p>
        {checked.plan === null ? (
          <p>{t('check.changed-for-people')}</p>
        ) : (
          <Differences differences={checked.differences} />
        )}
        <AgreedVersion {...checked} />
      </Verdict>
    )
  const { newer, isPart, hasTalk } = checked
  const about = (
    <>
      {isPart && <p>{t('check.part')}</p>}
      <AgreedVersion {...checked} />
    </>
  )
  if (checked.isRedrawn)
    return (
      <Verdict look="look" {...of} title={t('check.redrawn-title')}>
        <p>{t('check.redrawn-words', values)}</p>
        <p>{t('check.redrawn-advice')}</p>
        {hasTalk && <p>{t('check.talk')}</p>}
        {about}
      </Verdict>
    )
  return (
    <Verdict look={newer ? 'look' : 'yes'} {...of} title={t(newer ? 'check.older-title' : 'check.agreed-title')}>
      <p>{t(hasTalk ? 'check.agreed-plan' : 'check.agreed-words', values)}</p>
      {hasTalk && <p>{t('check.talk')}</p>}
      {about}
    </Verdict>
  )
}

/** Both readings of each place among the words beside it, named in words and not by colour alone. */
function Differences({ differences }: { readonly differences: readonly WordDifference[] | null }) {
  const t = useText()
  if (differences === null) return <p>{t('check.different-mostly')}</p>
  return (
    <>
      <h4>{t('check.different-title')}</h4>
      <ul className="list check-differences">
        {differences.map(({ before, agreed, here, after, inAnnex }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={n}>
            <dl>
              {[
                [t(inAnnex ? 'check.different-kept' : 'check.different-agreed'), agreed] as const,
                [t('check.different-here'), here] as const,
              ].map(([label, words]) => (
                <Fragment key={label}>
                  <dt>{label}</dt>
                  <dd dir="auto">
                    {before} <strong>{words || t('check.different-none')}</strong> {after}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
