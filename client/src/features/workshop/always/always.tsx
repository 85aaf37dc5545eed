import { useState } from 'react'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useAtDevice } from '../at-device.tsx'
import type { FromPage } from '../from-page.ts'
import { Lights } from './lights.tsx'
import { Me } from './me.tsx'
import { MyIdeas } from './my-ideas.tsx'
import { selectedWords } from './selected-words.ts'
import { Words } from './words.tsx'

type Sheet = 'words' | 'ideas' | 'me'

/** What is in reach of a thumb in every step: the traffic lights, what a word means, one's own ideas, and who is at this device. */
export function Always({ myCard }: Pick<FromPage, 'myCard'>) {
  const t = useText()
  const { seat, seats } = useAtDevice()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [marked, setMarked] = useState('')
  if (!seat || seat.waiting) return null
  const close = () => {
    setSheet(null)
    setMarked('')
  }
  return (
    <section className="workshop-always" aria-label={t('workshop.always')}>
      <Lights />
      <div className="workshop-more">
        <Button
          look="quiet"
          aria-haspopup="dialog"
          // A touch elsewhere takes the mark away before it is a press.
          onPointerDown={() => setMarked(selectedWords())}
          onClick={() => {
            setMarked((marked) => marked || selectedWords())
            setSheet('words')
          }}
        >
          {t('workshop-steps.what-means')}
        </Button>
        <Button look="quiet" aria-haspopup="dialog" onClick={() => setSheet('ideas')}>
          {t('workshop-steps.my-ideas')}
        </Button>
        <Button look="quiet" aria-haspopup="dialog" onClick={() => setSheet('me')}>
          <span className="workshop-whose">
            {seats.length > 1 ? t('workshop-steps.for-name', { name: seat.name }) : t('workshop-steps.me')}
          </span>
        </Button>
      </div>
      {sheet === 'words' ? <Words marked={marked} onClose={close} /> : null}
      {sheet === 'ideas' ? <MyIdeas onClose={close} /> : null}
      {sheet === 'me' ? <Me myCard={myCard} onClose={close} /> : null}
    </section>
  )
}
