import { type Block, LIMIT, type Round, type RoundAnswer } from '@withy/shared/api'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { NotOfOneMind } from './not-of-one-mind.tsx'
import { WordsField } from './words-field.tsx'

type SealItProps = {
  readonly round: Round
  readonly me: string
  readonly nameOf: (person: string) => string
  /** Whether the plan has changed since it was read here. */
  readonly isChanged: boolean
  /** People said something about the plan. */
  readonly hasTalk: boolean
  /** What people said that is not settled yet, in a line. */
  readonly stillOpen: ReactNode
  readonly onSeal: (said: { readonly wentOn: string; readonly annex: boolean }) => Promise<void>
  readonly onEnd: () => Promise<void>
}

/** Given in place of the person, by who decides for them. */
const isInPlace = ({ by, acting }: RoundAnswer) => by === null && acting !== null

/** For who asked: what stands in the way, in plain words with what to do; sealing; and to stop asking (SPEC AGREE-57). */
export function SealIt({ round, me, nameOf, isChanged, hasTalk, stillOpen, onSeal, onEnd }: SealItProps) {
  const t = useText()
  const [open, setOpen] = useState<'seal' | 'end' | null>(null)
  const [wentOn, setWentOn] = useState('')
  const [annex, setAnnex] = useState(false)
  const { blocks } = round
  const stops = blocks.filter(({ why }) => why === 'stop')
  const maySeal = blocks.length === stops.length && !isChanged
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
      <NotOfOneMind round={round} nameOf={nameOf} />
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
              <NotOfOneMind round={round} nameOf={nameOf} stops={stops.flatMap(({ person }) => person ?? [])} />
              {stillOpen}
              <p>{t('agreement.seal-then')}</p>
              {hasTalk ? (
                <Tick
                  label={t('agreement-talk.keep')}
                  about={t('agreement-talk.keep-about')}
                  ticked={annex}
                  onTick={setAnnex}
                />
              ) : null}
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
          onDo={() => onSeal({ wentOn, annex: hasTalk && annex })}
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
    const needsTime = round.answers.some(
      (one) => one.person === person && one.section === null && one.ofTheseWords && one.answer === 'more-time',
    )
    if (why === 'person-first' && needsTime)
      return person === me
        ? t('agreement.block-me-more-time')
        : t('agreement.block-more-time', { name: nameOf(person ?? '') })
    if (person === me && why === 'person-first') return t('agreement.block-me-first')
    if (person === me && why === 'person-stop') return t('agreement.block-me-stop')
    const inPlace = round.answers.find((one) => one.person === person && one.answer === 'stop' && isInPlace(one))
    if (why === 'person-stop' && inPlace)
      return t(`agreement.block-decider-stop${inPlace.left ? '-out' : ''}`, { name: nameOf(inPlace.person) })
    if (why === 'person-first' && round.decides && !round.asked.includes(round.decides.person ?? ''))
      return t('agreement.block-decides-gone', { name: round.decides.name })
    if (why === 'person-first' && round.decides?.person === me) return t('agreement.block-decides-me')
    // Until the person says something themselves it is that answer which is waited for.
    if (why === 'person-first' && round.decides) return t('agreement.block-decides-first', { name: round.decides.name })
    if (why === 'person-first' && person === null) return t('agreement.block-person-gone')
    return t(`agreement.block-${why}`, { name: person === null ? t('agreement.somebody') : nameOf(person) })
  }
}
