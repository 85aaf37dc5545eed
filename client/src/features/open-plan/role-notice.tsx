import { can, type Role } from '@withy/shared/access'
import { type ReactNode, useEffect } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import type { Text } from '../../text/language.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import './role-notice.css'

type RoleNoticeProps = { readonly before: Role; readonly now: Role; readonly onDone: () => void }

/** Tells somebody on the plan page that their role was changed: it is seen wherever they read, and told (SPEC SYNC-68). */
export default function RoleNotice({ before, now, onDone }: RoleNoticeProps): ReactNode {
  const t = useText()
  const announce = useAnnounce()
  const sentence = roleSentence(t, before, now)
  useEffect(() => announce({ kind: 'done', sentence }), [announce, sentence])
  return (
    <div className="role-notice" data-not-printed="">
      <Notice look="done">
        <p>{sentence}</p>
        <Button look="quiet" onClick={onDone}>
          {t('common.close')}
        </Button>
      </Notice>
    </div>
  )
}

function roleSentence(t: Text, before: Role, now: Role): string {
  if (now === 'owner') return t('live.role-yours')
  if (can(now, 'write') && !can(before, 'write')) return t('live.role-write')
  if (can(before, 'write') && !can(now, 'write')) return t(can(now, 'comment') ? 'live.role-suggest' : 'live.role-read')
  return `${t('live.ended-role-title')}: ${t(`common.role-${now}`)}. ${t(`common.role-${now}-does`)}`
}
