import type { ComponentProps } from 'react'
import { openTexts } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { useAtOnce, useWhenIdle } from '../ui/use-when-idle.ts'
import { LOOK } from './show-as-needed.ts'

const fetchPart = async () => {
  await openTexts('cards')
  return await import('../features/cards/cards-chunk.ts')
}
type Part = Awaited<ReturnType<typeof fetchPart>>

/** The card "How I communicate" of whoever is at this device, fetched when it is looked at. */
export function MyCardToday(props: Omit<ComponentProps<Part['CardInWorkshop']>, 'look'>) {
  const part = useAtOnce(fetchPart)
  return part ? <part.CardInWorkshop {...props} look={LOOK} /> : <Coming />
}

/** Those of everybody in the plan, for whoever leads. */
export function PeoplesCards(props: ComponentProps<Part['PeoplesCards']>) {
  const part = useWhenIdle(fetchPart)
  return part ? <part.PeoplesCards {...props} /> : <Coming />
}

const Coming = () => {
  const t = useText()
  return <p role="status">{t('common.opening')}</p>
}
