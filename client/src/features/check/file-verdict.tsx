import type { FileChecked, WordDifference } from '@withy/shared/api'
import { dayOf } from '@withy/shared/plan'
import { useLanguage, useText } from '../../text/use-text.ts'
import { AgreedVersion } from './agreed-version.tsx'
import { Verdict } from './verdict.tsx'

/** What a file is, in words, and what to do next. */
export function FileVerdict({ file, checked }: { readonly file: string; readonly checked: FileChecked }) {
  const t = useText()
  const lang = useLanguage()
  if (checked.is === 'draft' || checked.is === 'unknown')
    return (
      <Verdict look="unknown" about={file} title={t(`check.${checked.is}-title`)}>
        <p>{t(`check.${checked.is}-words`)}</p>
      </Verdict>
    )
  if (checked.is === 'unreadable')
    return (
      <Verdict look="unknown" about={file} title={t('check.unreadable-title')}>
        <p>{t(`check.unreadable-${checked.why}`)}</p>
      </Verdict>
    )
  const values = { number: checked.number, day: dayOf(lang, checked.sealedAt) }
  if (checked.is === 'changed')
    return (
      <Verdict look="look" about={file} title={t('check.changed-title')}>
        <p>{t('check.changed-words', values)}</p>
        <p>{t('check.changed-advice')}</p>
        {checked.plan === null ? (
          <p>{t('check.changed-for-people')}</p>
        ) : (
          <Differences differences={checked.differences} />
        )}
        <AgreedVersion {...checked} />
      </Verdict>
    )
  const { newer, isPart, isRedrawn } = checked
  return (
    <Verdict
      look={newer || isRedrawn ? 'look' : 'yes'}
      about={file}
      title={t(newer ? 'check.older-title' : 'check.agreed-title')}
    >
      <p>{t('check.agreed-words', values)}</p>
      {isRedrawn && (
        <p>
          <strong>{t('check.redrawn')}</strong>
        </p>
      )}
      {isPart && <p>{t('check.part')}</p>}
      <AgreedVersion {...checked} />
    </Verdict>
  )
}

/** Both readings of each place, named in words and not by colour alone. */
function Differences({ differences }: { readonly differences: readonly WordDifference[] | null }) {
  const t = useText()
  if (differences === null) return <p>{t('check.different-mostly')}</p>
  return (
    <>
      <h4>{t('check.different-title')}</h4>
      <ul className="list check-differences">
        {differences.map(({ agreed, here }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={n}>
            <dl>
              <dt>{t('check.different-agreed')}</dt>
              <dd dir="auto">{agreed || t('check.different-none')}</dd>
              <dt>{t('check.different-here')}</dt>
              <dd dir="auto">{here || t('check.different-none')}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
