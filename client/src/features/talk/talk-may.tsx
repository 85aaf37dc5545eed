import { useText } from '../../text/use-text.ts'
import { HelpLink } from './help-link.tsx'

/** For whoever can say something about the plan and not write in it. */
export function TalkMay() {
  const t = useText()
  return (
    <div className="talk-may">
      <p>{t('talk.may')}</p>
      <HelpLink />
    </div>
  )
}
