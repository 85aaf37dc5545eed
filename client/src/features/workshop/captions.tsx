import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { useRoom } from './use-workshop.ts'

/** What is being said, as a helper types it, for those who do not see the screen on the wall. Open or closed as they left it. */
export function Captions() {
  const t = useText()
  const { now } = useRoom()
  const [isOpen, setIsOpen] = useState(false)
  if (now.caption === '') return null
  return (
    <details className="workshop-fold" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('workshop-wall.captions')}</summary>
      <Theirs as="p">{now.caption}</Theirs>
    </details>
  )
}
