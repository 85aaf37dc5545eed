import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SectionToRead } from './steps/look.tsx'
import { useSectionTitle } from './use-section-title.ts'
import { useRoom } from './use-workshop.ts'

/** A facilitator asks everyone to look at a section: an offer, shown beside what one was doing, which stays (SPEC WORK-55). */
export function Called() {
  const t = useText()
  const { now } = useRoom()
  const titleOf = useSectionTitle()
  const [done, setDone] = useState<string | null>(null)
  const [looksAt, setLooksAt] = useState<string | null>(null)
  const { called } = now
  // The same section can be called to again: that is another call.
  if (called === null && (done ?? looksAt) !== null) {
    setDone(null)
    setLooksAt(null)
  }
  if (called === null || done === called) return null
  const isOpen = looksAt === called
  return (
    <Notice spoken={!isOpen}>
      <p>{t('workshop-steps.called', { section: titleOf(called) })}</p>
      <div className="row">
        <Button aria-expanded={isOpen} onClick={() => setLooksAt(isOpen ? null : called)}>
          {t(isOpen ? 'workshop-steps.called-close' : 'workshop-steps.called-look')}
        </Button>
        {isOpen ? null : (
          <Button look="quiet" onClick={() => setDone(called)}>
            {t('workshop-steps.called-not-now')}
          </Button>
        )}
      </div>
      {isOpen ? <SectionToRead section={called} /> : null}
    </Notice>
  )
}
