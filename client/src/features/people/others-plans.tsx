import { useText } from '../../text/use-text.ts'
import { keptName } from './kept-name.ts'
import { PrivateLink, useWayBack } from './way-back.tsx'

/** Whose plans a device opens that is about to become somebody else, and how to keep a way back to them (SPEC ACCESS-27). */
export function OthersPlans({ titles }: { readonly titles: readonly string[] }) {
  const t = useText()
  const wayBack = useWayBack()
  const name = keptName()
  return (
    <>
      <p>{t('people.other-now')}</p>
      <ul>
        {titles.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two plans may have one title, and the list stays as it is.
          <li key={at}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      {name ? <p>{t('people.other-name', { name })}</p> : null}
      <p>{t('people.other-then')}</p>
      <p>{t('people.other-keep')}</p>
      <PrivateLink {...wayBack} />
    </>
  )
}
