import { useText } from '../../../text/use-text.ts'

/** How it was today. */
export function Closing() {
  const t = useText()
  return <p>{t('workshop.about-closing')}</p>
}
