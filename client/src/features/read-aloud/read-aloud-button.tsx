import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { reach } from '../../ui/reach.ts'

type ReadAloudButtonProps = { readonly section: string; readonly title: string }

/** Reads a section aloud. What it takes is fetched when it is pressed. */
export function ReadAloudButton({ section, title }: ReadAloudButtonProps) {
  const t = useText()
  const [isAway, setAway] = useState(false)
  const read = () => {
    setAway(false)
    void reach(() => import('./read-aloud.tsx'))
      .then(({ readAloud }) => readAloud(section))
      .catch(() => setAway(true))
  }
  return (
    <>
      <Button look="quiet" data-not-printed="" aria-label={`${t('plan.read-aloud')}: ${title}`} onClick={read}>
        {t('plan.read-aloud')}
      </Button>
      {isAway && <p role="alert">{t('common.away-words')}</p>}
    </>
  )
}
