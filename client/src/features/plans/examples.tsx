import { GUEST } from '@withy/shared/api'
import { useState } from 'react'
import { copyExample } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useLanguage, useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PersonPicture, PlacePicture } from './pictures.tsx'
import './plans.css'

const EXAMPLES = [
  { id: 'brackenford-east', Picture: PlacePicture },
  { id: 'rosa-tillingham', Picture: PersonPicture },
] as const

type ExamplesProps = {
  /** A name typed on this device before, or ''. */
  readonly name: string
  /** A copy has been made. */
  readonly onCopied: (plan: string) => void
}

/** Two finished plans to look around in, each as a copy of one's own. */
export function Examples({ name, onCopied }: ExamplesProps) {
  const t = useText()
  const words = useWords()
  const lang = useLanguage()
  const [making, setMaking] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const open = async (example: (typeof EXAMPLES)[number]['id']) => {
    setMaking(example)
    setRefused(null)
    try {
      onCopied((await copyExample({ example, name: name || words(GUEST), lang })).plan)
    } catch (error) {
      setRefused(sentenceOf(error))
      setMaking(null)
    }
  }
  return (
    <>
      {refused ? (
        <Notice look="careful" spoken>
          <p>{refused}</p>
        </Notice>
      ) : null}
      <ul className="list plan-cards">
        {EXAMPLES.map(({ id, Picture }) => (
          <li key={id} className="card plan-card">
            <Picture />
            <div className="plan-card-words">
              <h3>{t(`home.example-${id}`)}</h3>
              <blockquote className="plan-card-quote">{t(`home.example-${id}-quote`)}</blockquote>
              <p className="quiet">{t(`home.example-${id}-about`)}</p>
              <Button
                busy={making !== null}
                aria-label={making ? undefined : t('home.example-open-named', { name: t(`home.example-${id}`) })}
                onClick={() => open(id)}
              >
                {making === id ? t('home.example-opening') : t('home.example-open')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
