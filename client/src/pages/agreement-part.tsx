import { openTexts } from '../text/language.ts'
import { useWhenIdle } from '../ui/use-when-idle.ts'

const fetchPart = async () => {
  await openTexts('standing')
  return await import('../features/agreement/standing-news.tsx')
}

/** How the plan on the desk stands to what was agreed: fetched once the page has nothing better to do. */
export function AgreementPart() {
  const part = useWhenIdle(fetchPart)
  return part && <part.StandingNews />
}
