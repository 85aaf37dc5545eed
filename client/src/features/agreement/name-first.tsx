import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { NameForm } from '../../ui/name-form.tsx'
import { focusMainHeading } from '../../ui/page.tsx'

/** Who looks around in an example without a name says it before anybody is asked (SPEC AGREE-46). */
export function NameFirst({ onName }: { readonly onName: (name: string) => Promise<void> }) {
  const t = useText()
  return (
    <NameForm
      id="agree-name"
      title={t('agreement.name-first')}
      about={t('agreement.name-first-about')}
      keep={t('agreement.name-keep')}
      sentenceOf={sentenceOf}
      onName={async (name) => {
        await onName(name)
        // The form is gone: what comes next is on the page.
        focusMainHeading()
      }}
    />
  )
}
