import { useText } from '../../text/use-text.ts'

/** For whoever can say something about the plan and not write in it. */
export function TalkMay() {
  const t = useText()
  return <p className="talk-may">{t('talk.may')}</p>
}
