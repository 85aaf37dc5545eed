import { type Block, LIMIT, type Round } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { WordsField } from './words-field.tsx'

type SealItProps = {
  readonly round: Round
  readonly me: string
  readonly nameOf: (person: string) => string
  /** Whether the plan has changed since it was read here. */
  readonly isChanged: boolean
  readonly onSeal: (wentOn: string) => Promise<void>
  readonly onEnd: () => Promise<void>
}

/** For who asked: what stands in the way, in plain words with what to do; sealing; and to stop asking (SPEC AGREE-57). */
export function SealIt({ round, me, nameOf, isChanged, onSeal, onEnd }: SealItProps) {
  const t = useText()
  const [open, setOpen] = useState<'seal' | 'end' | null>(null)
  const [wentOn, setWentOn] = useState('')
  const { blocks } = round
  const stops = blocks.filter(({ why }) => why === 'stop')
  const maySeal = blocks.length === stops.length && !isChanged
  const notAnswered = round.asked.filter((id) => !round.answered.includes(id)).length
  return (
    <section className="stack agree-seal" aria-labelledby="agree-seal">
      <h2 id="agree-seal" tabIndex={-1}>
        {t(blocks.length > 0 ? 'agreement.blocks' : 'agreement.no-blocks')}
      </h2>
      {blocks.length > 0 ? (
        <ul className="agree-blocks">
          {blocks.map((block) => (
            <li key={`${block.why} ${block.person}`}>{sentence(block)}</li>
          ))}
        </ul>
      ) : null}
      <div className="row">
        {maySeal ? (
          <Button look={stops.length > 0 ? 'plain' : 'main'} aria-haspopup="dialog" onClick={() => setOpen('seal')}>
            {t(stops.length > 0 ? 'agreement.seal-all-the-same' : 'agreement.seal')}
          </Button>
        ) : null}
        <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen('end')}>
          {t('agreement.end')}
        </Button>
      </div>
      {open === 'seal' ? (
        <AskFirst
          title={t('agreement.seal-ask')}
          words={
            <>
              <p>{t('agreement.seal-words')}</p>
              {notAnswered > 0 ? <p>{t('agreement.seal-not-answered', { count: notAnswered })}</p> : null}
              <p>{t('agreement.seal-then')}</p>
              {stops.length > 0 ? (
                <WordsField
                  id="agree-went-on"
                  label={t('agreement.went-on')}
                  hint={t('agreement.went-on-hint')}
                  max={LIMIT.why}
                  value={wentOn}
                  onChange={setWentOn}
                />
              ) : null}
            </>
          }
          doIt={t('agreement.seal-do')}
          cancel={t('common.cancel')}
          onDo={() => onSeal(wentOn)}
          onClose={() => setOpen(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
      {open === 'end' ? (
        <AskFirst
          title={t('agreement.end-ask')}
          words={<p>{t('agreement.end-words')}</p>}
          doIt={t('agreement.end')}
          cancel={t('common.cancel')}
          onDo={onEnd}
          onClose={() => setOpen(null)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </section>
  )

  function sentence({ why, person }: Block): string {
    // In a plan about one person it is the person who asked.
    if (person === me && why === 'person-first') return t('agreement.block-me-first')
    if (person === me && why === 'person-stop') return t('agreement.block-me-stop')
    // They are not in the plan: who decides for them answers in their place.
    if (person === null && why === 'person-first' && round.decides)
      return t('agreement.block-decides-first', { name: round.decides.name })
    return t(`agreement.block-${why}`, { name: person === null ? t('agreement.somebody') : nameOf(person) })
  }
}
