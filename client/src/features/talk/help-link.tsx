import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'

/** The way to help: how to say something without changing the plan. */
export function HelpLink() {
  const t = useText()
  return (
    <p>
      <Link href="/help/say-something" className="link-alone">
        {t('talk-waiting.help')}
      </Link>
    </p>
  )
}
