import type { CopyForm, CopyHolder } from '@withy/shared/api'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { formName, OFFERED } from './form-name.ts'
import { GivenList } from './given-list.tsx'
import type { Change } from './use-copies.ts'

type EveryoneProps = { readonly holders: readonly CopyHolder[]; readonly change: Change }

const hasCopy = ({ given }: CopyHolder): boolean => given.some(({ isOver }) => !isOver)

/** For who leads: who has which copy, and who has none yet. */
export function Everyone({ holders, change }: EveryoneProps) {
  const t = useText()
  return (
    <section className="stack copies-part" aria-labelledby="copies-everyone">
      <h2 id="copies-everyone">{t('copies.everyone')}</h2>
      <p>{t('copies.everyone-about')}</p>
      <p>{t('copies.count', { has: holders.filter(hasCopy).length, all: holders.length })}</p>
      <ul className="list copies-people">
        {holders.map((holder) => (
          <li key={holder.person ?? holder.name} className="card stack">
            <Holder holder={holder} change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Holder({ holder, change }: { readonly holder: CopyHolder; readonly change: Change }) {
  const t = useText()
  const lang = useLanguage()
  const { day } = useDates()
  const { person, name, wants, given, remindedAt } = holder
  const note: (...given: Parameters<Change>) => void = (...one) => void change(...one).catch(() => undefined)
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className={hasCopy(holder) ? 'copies-has' : 'quiet'}>
        {hasCopy(holder) ? `✓ ${t('copies.has')}` : t('copies.none-yet')}
      </p>
      <GivenList given={given} change={change} />
      {remindedAt !== null && <p className="quiet">{t('copies.reminded', { day: day(remindedAt) })}</p>}
      {person !== null && (
        <>
          <SelectField
            label={t('copies.wants-label', { name })}
            value={wants?.form ?? ''}
            onChange={(event) => note({ do: 'want', person, form: event.target.value as CopyForm, lang })}
          >
            <option value="" disabled>
              {t('copies.wants-nothing')}
            </option>
            {OFFERED.map((form) => (
              <option key={form} value={form}>
                {t(formName(form))}
              </option>
            ))}
          </SelectField>
          <div className="row">
            <Button
              onClick={() => note({ do: 'gave', person, form: wants?.form ?? 'paper', lang: wants?.lang ?? lang })}
            >
              {t('copies.gave', { name })}
            </Button>
            {!hasCopy(holder) && remindedAt === null && (
              <Button look="quiet" onClick={() => note({ do: 'remind', person })}>
                {t('copies.remind', { name })}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}
