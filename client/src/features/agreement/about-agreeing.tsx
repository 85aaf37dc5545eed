import { useText } from '../../text/use-text.ts'

/** What agreeing means, in three sentences. */
export function AboutAgreeing() {
  const t = useText()
  return (
    <ul className="agree-about">
      <li>{t('agreement.about-1')}</li>
      <li>{t('agreement.about-2')}</li>
      <li>{t('agreement.about-3')}</li>
    </ul>
  )
}
