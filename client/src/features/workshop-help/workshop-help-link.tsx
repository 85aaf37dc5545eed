import { Link } from 'wouter'
import { useText } from '../../text/use-text.ts'
import './workshop-help-link.css'

/** The way to help: for those who lead a workshop, or for everybody in one. */
export function WorkshopHelpLink({ leads }: { readonly leads: boolean }) {
  const t = useText()
  return (
    <p className="workshop-help">
      <Link href={leads ? '/help/run-a-workshop' : '/help/in-a-workshop'} className="link-alone">
        {t(leads ? 'workshop-help.run-link' : 'workshop-help.in-link')}
      </Link>
    </p>
  )
}
