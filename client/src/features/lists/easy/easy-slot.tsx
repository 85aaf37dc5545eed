import { EASY_TITLE, easyKey } from '@withy/shared/plan'
import { type ReactNode, useId, useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useDesk } from '../../../live/desk.tsx'
import { openTexts } from '../../../text/language.ts'
import { useText, useWords } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { reach } from '../../../ui/reach.ts'
import { useList } from '../use-list.ts'
import type { EasyPanel } from './easy-panel.tsx'
import './easy-slot.css'

type EasySlotProps = {
  readonly section: string
  readonly title: string
  /** The full text of the section. */
  readonly children: ReactNode
}

/** The way to a section's easy words, before its full text. What draws them is fetched when somebody opens them (SPEC EASY-20). */
export function EasySlot({ section, title, children }: EasySlotProps) {
  const t = useText()
  const words = useWords()
  const { may } = useDesk()
  const { items } = useList(easyKey(section), 'easy')
  const [panel, setPanel] = useState<{ readonly Drawn: typeof EasyPanel } | null>(null)
  const [is, setIs] = useState<'shut' | 'coming' | 'open'>('shut')
  const [only, setOnly] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const id = useId()
  if (items.length === 0 && !may('write')) return children

  const open = async () => {
    setIs('coming')
    setTrouble(null)
    try {
      const [{ EasyPanel: Drawn }] = await reach(() => Promise.all([import('./easy-panel.tsx'), openTexts('easy')]))
      setPanel({ Drawn })
      setIs('open')
    } catch (error) {
      setIs('shut')
      setTrouble(sentenceOf(error))
    }
  }
  const shut = () => {
    setIs('shut')
    setOnly(false)
  }
  const count = items.length > 0 ? ` (${items.length})` : ''
  const name = `${words(EASY_TITLE)}${count}`
  return (
    <>
      <div className="easy-slot" data-not-printed="">
        <Button
          look="quiet"
          aria-label={`${name}: ${title}`}
          aria-expanded={is === 'open'}
          aria-controls={id}
          busy={is === 'coming'}
          onClick={is === 'shut' ? open : shut}
        >
          {name}
        </Button>
        {is === 'coming' && <p role="status">{t('live.opening')}</p>}
        {trouble && <p role="alert">{trouble}</p>}
      </div>
      <div id={id} className="easy-place">
        {is === 'open' && panel && <panel.Drawn section={section} title={title} only={only} onOnly={setOnly} />}
      </div>
      <div className="easy-full" hidden={only}>
        {children}
      </div>
    </>
  )
}
