import type { Round, RoundAnswer } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useText } from '../../text/use-text.ts'
import { AnswerWords } from './answer-words.tsx'
import { Marks } from './marks.tsx'
import { useSectionTitle } from './section-title.tsx'

type WhoAnsweredProps = {
  readonly round: Round
  readonly edition: Edition
  readonly nameOf: (person: string) => string
  /** Whose word comes first, in a plan about one person. */
  readonly first: string | null
  /** People were asked no more, and nothing was sealed. */
  readonly isOver?: boolean
}

/** Everybody who is asked, and what they said, as far as the asker may see it: in words and shapes (SPEC AGREE-55). */
export function WhoAnswered({ round, edition, nameOf, first, isOver = false }: WhoAnsweredProps) {
  const t = useText()
  const titleOf = useSectionTitle(edition)
  const all = [...round.asked, ...round.answers.map(({ person }) => person)]
  const people = [...new Set(all)].map((id) => ({
    id,
    whole: round.answers.find(({ person, section }) => person === id && section === null),
    inSections: round.answers.filter(({ person, section }) => person === id && section !== null),
  }))
  const untilThen = first ? t('agreement.hidden-until', { name: first }) : t('agreement.hidden-first')
  const hidden = isOver ? t('agreement.hidden-for-good') : untilThen
  const stateOf = (id: string, hasSaid: boolean) => {
    if (round.answered.includes(id)) return 'hidden'
    // Where all is shown, and nothing is there of who has spoken, they took it back.
    if (round.spoke.includes(id) && !hasSaid && !round.isWaiting) return 'back'
    return isOver ? 'never' : 'not'
  }
  return (
    <section className="stack" aria-labelledby="agree-who">
      <h2 id="agree-who">{t('agreement.who')}</h2>
      <p>
        {t('agreement.who-count', {
          count: round.asked.filter((id) => round.answered.includes(id)).length,
          all: round.asked.length,
        })}
      </p>
      {round.isWaiting ? <p>{hidden}</p> : null}
      <ul className="list agree-people">
        {people.map(({ id, whole, inSections }) => (
          <li key={id} className="agree-person">
            <p className="agree-name">
              <bdi>{nameOf(id)}</bdi>
            </p>
            {whole ? (
              <OneAnswer
                answer={whole}
                nameOf={nameOf}
                isOfBefore={whole.ofTheseWords && !whole.left && !round.answered.includes(id)}
              />
            ) : (
              <p className="quiet">{t(`agreement.answered-${stateOf(id, inSections.length > 0)}`)}</p>
            )}
            {inSections.map((answer) => (
              <div key={answer.section} className="agree-in-section">
                <p className="agree-voice" dir="auto">
                  {titleOf(answer.section ?? '')}
                </p>
                <OneAnswer answer={answer} nameOf={nameOf} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneAnswerProps = {
  readonly answer: RoundAnswer
  readonly nameOf: (person: string) => string
  /** A stop of an earlier asking that stands (SPEC AGREE-9). */
  readonly isOfBefore?: boolean
}

function OneAnswer({ answer: { answer, words, by, ...more }, nameOf, isOfBefore = false }: OneAnswerProps) {
  const t = useText()
  return (
    <>
      <AnswerWords answer={answer} words={words} />
      <Marks {...more} by={by === null ? null : nameOf(by)} />
      {isOfBefore ? <p className="agree-earlier">{t('agreement.said-before')}</p> : null}
    </>
  )
}
