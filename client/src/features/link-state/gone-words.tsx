import { useEffect } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'

/** Why words went: this person is not in the plan, this device knows nobody any more, or the page does not know. */
export type WhyGone = 'out' | 'forgotten' | 'unknown'

const SAID = {
  out: 'live.draft-gone-out',
  forgotten: 'live.draft-gone-forgotten',
  unknown: 'live.draft-gone',
} as const

/** Says that words which had reached nobody had to go from this device, and why (SPEC SYNC-109). */
export function GoneWords({ why }: { readonly why: WhyGone }) {
  const announce = useAnnounce()
  const sentence = useText()(SAID[why])
  useEffect(() => announce({ kind: 'done', sentence }), [announce, sentence])
  return (
    <Notice look="careful">
      <p>{sentence}</p>
    </Notice>
  )
}
