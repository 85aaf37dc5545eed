import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { isOnlyHere } from './invitation-words.ts'

/** On plain http others on the same wifi could read along: said wherever people are about to write or invite. */
export function PlainHttpNotice() {
  const t = useText()
  return onPlainHttp(location) ? (
    <Notice look="careful">
      <p>{t('common.plain-http')}</p>
    </Notice>
  ) : null
}

/** Said beside a link that no other device can open. */
export function OnlyHereNotice({ link }: { readonly link: string | undefined }) {
  const t = useText()
  return link && isOnlyHere(link) ? (
    <Notice look="careful">
      <p>{t('common.only-here')}</p>
    </Notice>
  ) : null
}

/** Nobody can listen in on a machine that talks to itself. */
export const onPlainHttp = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'http:' && !(hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]')
