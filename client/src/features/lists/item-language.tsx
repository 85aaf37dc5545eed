import { type Item, setSpoken } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { useLanguageNames } from '../../text/use-language-names.ts'
import { useText } from '../../text/use-text.ts'
import { LanguageField } from '../../ui/language-field.tsx'

/** Says in which language the words of an item are (SPEC PLAN-138). Kept as it is chosen, like every cell. */
export function ItemLanguage({ item, box }: { readonly item: Item; readonly box: string }) {
  const t = useText()
  const nameOf = useLanguageNames()
  const { live } = useDesk()
  const lang = item.lang ?? null
  return (
    <details className="features-cell">
      <summary>{t('spoken.item', { language: lang === null ? t('spoken.nobody') : nameOf(lang) })}</summary>
      <LanguageField
        label={t('spoken.label')}
        hint={t('spoken.hint')}
        value={lang}
        onChoose={(tag) => setSpoken(live.doc, box, item.id, tag)}
        other
      />
    </details>
  )
}
