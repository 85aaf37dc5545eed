import type { Format } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import { useEffect, useState } from 'react'
import { fetchAgreement } from '../../api/agreement.ts'
import { howFarSaid } from '../../api/how-far.ts'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile } from '../../api/take-file.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { GetFile, NotYet } from '../../ui/get-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type AskedForm, CardSays, NO_FORM } from './card-says.tsx'
import { formatsIn, GROUPS } from './format-groups.ts'
import { WhichSections } from './which-sections.tsx'
import { type Wished, Wishes } from './wishes.tsx'
import { WithTalk } from './with-talk.tsx'
import './take-away.css'

type TakeAwayProps = {
  readonly plan: string
  readonly kind: PlanKind
  readonly onClose: () => void
  /** The plan as it is now is about to be made into a file. */
  readonly onTakeNow?: () => void
  /** The form the card of whoever takes it asks for. */
  readonly asked?: AskedForm
}

type Agreed = { readonly number: number; readonly sealedAt: string; readonly hasAnnex: boolean }

/** The newest agreed version; null while nothing is known, and where there is none. */
function useNewest(plan: string): Agreed | null {
  const [newest, setNewest] = useState<Agreed | null>(null)
  useEffect(() => {
    // Where it cannot be had, the draft is still there to take.
    fetchAgreement(plan).then(
      ({ sealed }) => setNewest(sealed[0] ?? null),
      () => undefined,
    )
  }, [plan])
  return newest
}

/** The plan to keep: as it is now, or as it was agreed, in each form with what it is for (SPEC PLAN-94). */
export function TakeAway({ plan, kind, onClose, onTakeNow, asked = NO_FORM }: TakeAwayProps) {
  const t = useText()
  const shown = useLanguage()
  const { day } = useDates()
  const newest = useNewest(plan)
  const [which, setWhich] = useState<'draft' | 'agreed'>('draft')
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [missing, setMissing] = useState<string>()
  const [chosenWishes, setWished] = useState<Wished | null>(null)
  const wished: Wished = chosenWishes ?? { lang: shown, size: asked.size }
  const number = which === 'agreed' && newest ? newest.number : null
  const mayHaveTalk = wished.size !== 'easy' && (number === null || newest?.hasAnnex === true)
  const { talk, ...wishes } = wished
  const copy = { plan, number, ...wishes, ...(chosen ? { sections: [...chosen] } : mayHaveTalk && { talk }) }
  const take = async (format: Format, signal: AbortSignal) => {
    if (chosen?.size === 0) {
      setMissing(t('take-away.pick-section'))
      throw new NotYet(t('take-away.pick-section'))
    }
    if (number === null) onTakeNow?.()
    await takeFile(copyPath({ ...copy, format }), signal)
  }
  return (
    <Dialog title={t('take-away.title')} close={t('common.close')} onClose={onClose}>
      <p>{t('take-away.about')}</p>
      {newest && (
        <Choices
          legend={t('take-away.which')}
          choices={[
            { value: 'draft', label: t('take-away.as-now') },
            { value: 'agreed', label: t('take-away.as-agreed', { day: day(newest.sealedAt) }) },
          ]}
          value={which}
          onChoose={(next) => {
            setWhich(next)
            // Another text, other sections.
            setChosen(null)
          }}
        />
      )}
      {number === null && <Notice>{t('take-away.draft')}</Notice>}
      <Wishes wished={wished} onWish={setWished} />
      <CardSays asked={asked} />
      <WhichSections
        key={number}
        {...{ plan, number, chosen }}
        error={missing}
        onChoose={(next) => {
          setChosen(next)
          setMissing(undefined)
        }}
      />
      {mayHaveTalk ? (
        chosen ? (
          <p>{t('forms.talk-some')}</p>
        ) : (
          <WithTalk talk={talk} onChoose={(next) => setWished({ ...wishes, talk: next })} />
        )
      ) : null}
      {GROUPS.map((group) => (
        <section key={group} className="stack take-away-group" aria-labelledby={`take-away-${group}`}>
          <h3 id={`take-away-${group}`}>{t(`forms.${group}`)}</h3>
          <ul className="list take-away-forms">
            {group === 'read' && number === null && !chosen && (
              <li className="card">
                <h4>{t('take-away.print')}</h4>
                <p>{t('take-away.print-for')}</p>
                <Button
                  onClick={() => {
                    onClose()
                    requestAnimationFrame(() => window.print())
                  }}
                >
                  {t('take-away.print-do')}
                </Button>
              </li>
            )}
            {formatsIn(group, kind).map((format) => (
              <li key={format} className="card">
                <h4>{t(`forms.${format}`)}</h4>
                <p>{t(`forms.${format}-for`)}</p>
                <GetFile
                  label={t('forms.get-named', { form: t(`forms.${format}`) })}
                  take={(signal) => take(format, signal)}
                  of={copyPath({ ...copy, format })}
                  sentenceOf={sentenceOf}
                  howFar={howFarSaid}
                >
                  {t('forms.get')}
                </GetFile>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
