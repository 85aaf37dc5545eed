import type { CodeChecked } from '@withy/shared/api'
import { dayOf } from '@withy/shared/plan'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../text/use-text.ts'

type Agreed = Omit<Extract<CodeChecked, { is: 'known' }>, 'is'>

/** What happened to an agreed version since: a newer one, and who withdrew. For people of the plan, the way to it. */
export function AgreedVersion({ number, newer, withdrawn, plan }: Agreed) {
  const t = useText()
  const lang = useLanguage()
  return (
    <>
      <p>{newer ? t('check.newer', { number: newer.number, day: dayOf(lang, newer.sealedAt) }) : t('check.newest')}</p>
      {withdrawn > 0 && <p>{t('check.withdrawn', { count: withdrawn })}</p>}
      {plan !== null && (
        <p>
          <Link href={`/plans/${plan}/agreed/${newer?.number ?? number}`} className="link-alone">
            {t(newer ? 'check.open-newer' : 'check.open')}
          </Link>
        </p>
      )}
    </>
  )
}
