import { type FormEvent, useState } from 'react'
import { sayPlanLanguage } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useLanguageNames } from '../../text/use-language-names.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LanguageField } from '../../ui/language-field.tsx'
import { useIsHere } from '../../ui/use-is-here.ts'

type PlanLanguageDialogProps = { readonly plan: string; readonly lang: string | null; readonly onClose: () => void }

/** Asks in which language the words of the plan are (SPEC PLAN-135). */
export function PlanLanguageDialog({ plan, lang: was, onClose }: PlanLanguageDialogProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const announce = useAnnounce()
  const [tag, choose] = useState(was)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isHere = useIsHere()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (tag === was) return onClose()
    setBusy(true)
    try {
      await sayPlanLanguage(plan, tag)
      const sentence = tag === null ? t('spoken.plan-done-none') : t('spoken.plan-done', { language: nameOf(tag) })
      announce({ kind: 'done', sentence })
      // Closed meanwhile, the one that is open now is another.
      if (isHere.current) onClose()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('plan.language')} close={t('plan.cancel')} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        {trouble && <p role="alert">{trouble}</p>}
        <LanguageField
          label={t('spoken.plan-label')}
          hint={t('spoken.plan-hint')}
          value={tag}
          onChoose={choose}
          other={false}
        />
        <div className="row">
          <Button look="main" type="submit" busy={busy}>
            {t('spoken.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
