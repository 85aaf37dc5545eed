import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'

/** The way back to all versions of a plan. */
export function ToList({ plan }: { readonly plan: string }) {
  const t = useText()
  return (
    <p>
      <Link href={`/plans/${plan}/history`} className="link-alone">
        {t('history.to-list')}
      </Link>
    </p>
  )
}
