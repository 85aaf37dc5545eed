import { VOICES, type Voice } from '@withy/shared/access'
import { FOLLOW_UP_ANSWERS, type FollowUp } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

/** What others answered, by voice and never by name; how many have, while it waits for those who live with what is decided (SPEC WORK-113). */
export function OthersAnswers({ followUp: { others, answered, isWaiting } }: { readonly followUp: FollowUp }) {
  const t = useText()
  if (answered === 0) return null
  if (isWaiting) return <p className="follow-up-others">{t('plan.test-waiting', { count: answered })}</p>
  return (
    <div className="follow-up-others">
      <p className="field-label">{t('plan.test-others')}</p>
      <dl>
        {FOLLOW_UP_ANSWERS.flatMap((answer) => {
          const those = others.filter((other) => other.answer === answer)
          if (those.length === 0) return []
          const said = t(`workshop-follow-up.answer-${answer}`)
          return (
            <div key={answer}>
              <dt>{those.length > 1 ? `${said} (${those.length})` : said}</dt>
              <WithoutWords voices={those.flatMap(({ voice, words }) => (words ? [] : voice))} />
              {those.map(({ voice, words }, at) =>
                words ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
                  <dd key={at}>
                    <Theirs as="p" className="follow-up-words">
                      {words}
                    </Theirs>
                    <p className="quiet">{t(`common.voice-${voice}`)}</p>
                  </dd>
                ) : null,
              )}
            </div>
          )
        })}
      </dl>
    </div>
  )
}

/** How many of each voice answered so and wrote nothing. */
function WithoutWords({ voices }: { readonly voices: readonly Voice[] }) {
  const t = useText()
  const counted = VOICES.flatMap((voice) => {
    const count = voices.filter((one) => one === voice).length
    if (count === 0) return []
    return count > 1 ? `${t(`common.voice-${voice}`)} (${count})` : t(`common.voice-${voice}`)
  })
  return counted.length > 0 ? <dd>{counted.join(', ')}</dd> : null
}
