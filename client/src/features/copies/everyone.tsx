import type { CopyForm, CopyHolder } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useRef, useState } from 'react'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { focusFromHere } from '../../ui/late-focus.ts'
import { formName, OFFERED } from './form-name.ts'
import { GivenList } from './given-list.tsx'
import { type Change, useNoting } from './use-copies.ts'

type EveryoneProps = {
  readonly holders: readonly CopyHolder[]
  /** The reader's own id. */
  readonly me: string | null
  readonly edition: Edition
  readonly change: Change
}

const hasCopy = ({ given }: CopyHolder): boolean => given.some(({ isOver }) => !isOver)

/** For who leads: who of the plan has which copy and who has none yet; then others who were given one. */
export function Everyone({ holders, me, edition, change }: EveryoneProps) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { said, note } = useNoting(change)
  const here = holders.filter(({ isHere }) => isHere)
  const others = holders.filter(({ isHere }) => !isHere)
  const putAway = async ({ person, name }: CopyHolder) => {
    const goOn = focusFromHere()
    const whom = person === null ? { name } : { person }
    // Their card is gone, and what was pressed with it.
    if (await note({ do: 'put-away', ...whom }, t('copies.put-away-done', { name }))) goOn(heading.current)
  }
  return (
    <section className="stack copies-part" aria-labelledby="copies-everyone">
      <h2 ref={heading} id="copies-everyone" tabIndex={-1}>
        {t('copies.everyone')}
      </h2>
      <p>{t('copies.everyone-about')}</p>
      <p>{t('copies.count', { has: here.filter(hasCopy).length, all: here.length })}</p>
      <p role="status">{said}</p>
      <ul className="list copies-people">
        {here.map((holder) => (
          <li key={holder.person} className="card stack">
            <Holder {...{ holder, edition, change }} isMe={holder.person === me} />
            {holder.person === me ? (
              <p className="quiet">{t('copies.you-above')}</p>
            ) : holder.person !== null ? (
              <Hand {...{ holder, change }} person={holder.person} />
            ) : null}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t('copies.outside')}</h3>
          <ul className="list copies-people">
            {others.map((holder) => (
              <li key={holder.person ?? `name ${holder.name}`} className="card stack">
                <Holder {...{ holder, edition, change }} isOutside />
                {!holder.given.some(({ form, isOver }) => form === 'link' && !isOver) && (
                  <div className="row">
                    <Button look="quiet" onClick={() => void putAway(holder)}>
                      {t('copies.put-away', { name: holder.name })}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type HolderProps = Pick<EveryoneProps, 'edition' | 'change'> & {
  readonly holder: CopyHolder
  readonly isOutside?: boolean
  /** It is who reads this: what they have stands above already. */
  readonly isMe?: boolean
}

/** Who it is, and what they have. */
function Holder({ holder, edition, change, isOutside = false, isMe = false }: HolderProps) {
  const t = useText()
  const { day } = useDates()
  const { name, given, remindedAt } = holder
  const Heading = isOutside ? 'h4' : 'h3'
  return (
    <>
      <Heading>
        <bdi>{name}</bdi>
      </Heading>
      <p className={hasCopy(holder) ? 'copies-has' : 'quiet'}>
        {hasCopy(holder) ? `✓ ${t('copies.has')}` : t(isOutside ? 'copies.none-now' : 'copies.none-yet')}
      </p>
      {!isMe && <GivenList {...{ given, edition, change }} />}
      {remindedAt !== null && <p className="quiet">{t('copies.reminded', { day: day(remindedAt) })}</p>}
    </>
  )
}

/** What who leads can do for somebody of the plan. */
function Hand({ holder, person, change }: Pick<HolderProps, 'holder' | 'change'> & { readonly person: string }) {
  const t = useText()
  const lang = useLanguage()
  const { said, note } = useNoting(change)
  const { name, wants, remindedAt } = holder
  const [form, setForm] = useState<CopyForm | null>(wants?.form ?? null)
  return (
    <>
      <SelectField
        label={t('copies.wants-label', { name })}
        value={form ?? ''}
        onChange={({ target }) => setForm(OFFERED.find((one) => one === target.value) ?? null)}
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
        {form === 'link' ? (
          <Button onClick={() => void note({ do: 'link', person, lang }, t('copies.others-link-made', { name }))}>
            {t('copies.others-link-for', { name })}
          </Button>
        ) : (
          <Button
            onClick={() =>
              void note({ do: 'gave', person, form: form ?? 'paper', lang: wants?.lang ?? lang }, t('copies.noted'))
            }
          >
            {t('copies.gave', { name })}
          </Button>
        )}
        {form !== null && form !== wants?.form && (
          <Button onClick={() => void note({ do: 'want', person, form, lang }, t('copies.noted'))}>
            {t('copies.wants-note', { name })}
          </Button>
        )}
        {!hasCopy(holder) && remindedAt === null && (
          <Button look="quiet" onClick={() => void note({ do: 'remind', person })}>
            {t('copies.remind', { name })}
          </Button>
        )}
      </div>
      <p role="status">{said}</p>
    </>
  )
}
