import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import './take-away.css'

type TakeAwayProps = { readonly plan: string; readonly onClose: () => void }

const FORMS = ['pdf', 'html'] as const

/** The plan to keep: what each form is for, and a plain word that it is a draft (SPEC PLAN-94). */
export function TakeAway({ plan, onClose }: TakeAwayProps) {
  const t = useText()
  const lang = useLanguage()
  return (
    <Dialog title={t('take-away.title')} close={t('common.close')} onClose={onClose}>
      <p>{t('take-away.about')}</p>
      <Notice>{t('take-away.draft')}</Notice>
      <ul className="list take-away-forms">
        {FORMS.map((form) => (
          <li key={form} className="card">
            <h3>{t(`take-away.${form}`)}</h3>
            <p>{t(`take-away.${form}-for`)}</p>
            <a
              className="button"
              href={`/api/plans/${encodeURIComponent(plan)}/take-away/${form}?lang=${lang}`}
              download
            >
              {t(`take-away.${form}-do`)}
            </a>
          </li>
        ))}
        <li className="card">
          <h3>{t('take-away.print')}</h3>
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
      </ul>
    </Dialog>
  )
}
