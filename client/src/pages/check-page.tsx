import { CheckCode } from '../features/check/check-code.tsx'
import { CheckFile } from '../features/check/check-file.tsx'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'

/** For anybody who has a copy: whether it is what was agreed. Needs no sign-in. */
export default function CheckPage() {
  const t = useText()
  return (
    <Page title={t('check.title')}>
      <p>{t('check.lead')}</p>
      <CheckFile />
      <CheckCode />
    </Page>
  )
}
