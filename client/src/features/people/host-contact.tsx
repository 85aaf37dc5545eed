import { getMe } from '../../api/plans.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useText } from '../../text/use-text.ts'

/** How to reach whoever runs this Withy, or whom to ask where they have not said or cannot be asked (SPEC ACCESS-68). */
export function HostContact() {
  const t = useText()
  const { again, ...me } = useAnswer(getMe)
  if (me.is === 'asking') return null
  const contact = me.is === 'here' ? me.answer.contact : null
  if (contact === null) return <p>{t('people.host-unknown')}</p>
  return (
    <p>
      {t('people.host-reach')}{' '}
      <a href={contact.startsWith('https:') ? contact : `mailto:${contact}`} className="link-alone">
        {contact}
      </a>
    </p>
  )
}
