import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import type { LivePlan, Sending } from '../../live/live-plan.ts'
import { useSending } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'

/** What is sent faster than this needs no words (ms). */
const WORTH_SAYING = 1_000

/** Which part of something large is on its way, once that has taken long enough to be told. */
function useLongSending(live: LivePlan): Sending | null {
  const sending = useSending(live)
  const isSending = sending !== null
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isSending) return
    const timer = setTimeout(() => setIsLong(true), WORTH_SAYING)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isSending])
  return isLong ? sending : null
}

type SendingWordsProps = {
  readonly live: LivePlan
  /** What else there is to say here. */
  readonly more: string | undefined
}

/** What the light says besides: of a pasted book "part 3 of 8", not read out part by part. */
export function SendingWords({ live, more }: SendingWordsProps) {
  const t = useText()
  const sending = useLongSending(live)
  const words = sending ? t('live.sending', sending) : more
  return words && <span className="saved-light-more">{words}</span>
}

/** Tells that a lot is being sent, once, and that it has arrived. Draws nothing. */
export function SendingNews({ live }: { readonly live: LivePlan }) {
  const t = useText()
  const announce = useAnnounce()
  const isLong = useLongSending(live) !== null
  const wasTold = useRef(false)
  useEffect(() => {
    if (isLong && !wasTold.current) announce({ kind: 'done', sentence: t('live.sending-now') })
    if (isLong) wasTold.current = true
    const done = () => {
      const link = live.link()
      if (!wasTold.current || link.is !== 'open' || link.saved !== 'saved') return
      wasTold.current = false
      announce({ kind: 'done', sentence: t('live.sending-done') })
    }
    done()
    return live.onLink(done)
  }, [live, isLong, announce, t])
  return null
}
