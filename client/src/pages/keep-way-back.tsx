import { PrivateLink, useWayBack } from '../features/people/way-back.tsx'
import { useText } from '../text/use-text.ts'

/** Offers somebody their private link where they are about to leave, so that they can come back on a device of their own. */
export function KeepWayBack() {
  const t = useText()
  const wayBack = useWayBack()
  return (
    <section className="stack" aria-labelledby="keep-way-back" data-not-printed="">
      <h2 id="keep-way-back">{t('workshop-after.way-back')}</h2>
      <p>{t('workshop-after.way-back-words')}</p>
      <PrivateLink {...wayBack} />
    </section>
  )
}
