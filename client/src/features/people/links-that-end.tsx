import { fetchCopyLinks } from '../../api/copies.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'

/**
 * Names the private links to copies that end when somebody is taken out (SPEC EXPORT-57). Where they cannot be had, that all of them
 * do is said all the same.
 */
export function LinksThatEnd({ plan, person }: { readonly plan: string; readonly person: string }) {
  const t = useText()
  const { day } = useDates()
  const asked = useAnswer(() => fetchCopyLinks(plan, person))
  const links = asked.is === 'here' ? asked.answer.links : null
  if (!links) return <p>{t('people.remove-links')}</p>
  if (links.length === 0) return null
  return (
    <>
      <p>{t('people.remove-links')}</p>
      <ul>
        {links.map(({ id, number, at, isPart }) => (
          <li key={id}>{t(isPart ? 'people.remove-link-part' : 'people.remove-link', { number, day: day(at) })}</li>
        ))}
      </ul>
    </>
  )
}
