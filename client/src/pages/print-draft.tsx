import { useText } from '../text/use-text.ts'

/** On paper only, at the head of every page: this plan can still change. */
export function PrintDraft({ title }: { readonly title: string }) {
  const t = useText()
  return (
    <p className="print-draft" aria-hidden="true">
      {t('plan.draft', { plan: title })}
    </p>
  )
}
