import { useEffect, useState } from 'react'
import { fetchAgreement } from '../../api/agreement.ts'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile, type WhichCopy } from '../../api/take-file.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { GetFile } from '../../ui/get-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import './take-away.css'

type TakeAwayProps = { readonly plan: string; readonly onClose: () => void }

/** What each form is for, the ones most people want first. */
const GROUPS = {
  read: ['pdf', 'html', 'txt'],
  write: ['docx', 'odt', 'md'],
  machines: ['csv', 'ics', 'json', 'fhir'],
} as const

type Agreed = { readonly number: number; readonly sealedAt: string }

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
export function TakeAway({ plan, onClose }: TakeAwayProps) {
  const t = useText()
  const shown = useLanguage()
  const { day } = useDates()
  const newest = useNewest(plan)
  const [which, setWhich] = useState<'draft' | 'agreed'>('draft')
  const [lang, setLang] = useState<WhichCopy['lang']>(shown)
  const [size, setSize] = useState<NonNullable<WhichCopy['size']>>('normal')
  const number = which === 'agreed' && newest ? newest.number : null
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
          onChoose={setWhich}
        />
      )}
      {number === null && <Notice>{t('take-away.draft')}</Notice>}
      <div className="take-away-wishes">
        <SelectField
          label={t('forms.language')}
          value={lang}
          onChange={({ target }) => setLang(target.value === 'cy' ? 'cy' : 'en')}
        >
          <option value="en">{t('forms.en')}</option>
          <option value="cy">{t('forms.cy')}</option>
        </SelectField>
        <SelectField
          label={t('forms.size')}
          value={size}
          onChange={({ target }) => setSize(target.value as typeof size)}
        >
          {(['normal', 'large', 'largest'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`forms.size-${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {(['read', 'write', 'machines'] as const).map((group) => (
        <section key={group} className="stack take-away-group" aria-labelledby={`take-away-${group}`}>
          <h3 id={`take-away-${group}`}>{t(`forms.${group}`)}</h3>
          <ul className="list take-away-forms">
            {group === 'read' && number === null && (
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
            {GROUPS[group].map((format) => (
              <li key={format} className="card">
                <h4>{t(`forms.${format}`)}</h4>
                <p>{t(`forms.${format}-for`)}</p>
                <GetFile
                  label={t('forms.get-named', { form: t(`forms.${format}`) })}
                  take={(signal) => takeFile(copyPath({ plan, number, format, lang, size }), signal)}
                  sentenceOf={sentenceOf}
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
