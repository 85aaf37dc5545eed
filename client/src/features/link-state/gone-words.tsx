import { useEffect } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'

/** Says that words which had reached nobody had to go from this device (SPEC SYNC-109). */
export function GoneWords() {
  const announce = useAnnounce()
  const sentence = useText()('live.draft-gone')
  useEffect(() => announce({ kind: 'done', sentence }), [announce, sentence])
  return (
    <Notice look="careful">
      <p>{sentence}</p>
    </Notice>
  )
}
