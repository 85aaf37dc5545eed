import { useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { draftsOf, onDrafts } from './drafts.ts'
import { useStepName } from './step-name.ts'
import { useSendWaiting } from './use-ideas.ts'
import { useRoom } from './use-workshop.ts'

/** Says that an idea which waited for a connection was refused, until that was read. Once in a room: it sends them too. */
export function IdeaNotInNews() {
  const t = useText()
  const { now } = useRoom()
  const nameOf = useStepName()
  const { notIn, read } = useSendWaiting()
  const step = now.steps.find(({ id }) => id === notIn?.step)
  // Once it is over, the page lists the words themselves.
  const isSaid = notIn !== null && now.stage === 'open'
  return (
    <div role="status">
      {isSaid ? (
        <Notice look="careful">
          <p>{t('workshop-kept.idea-not-in', { why: notIn.sentence, step: step ? nameOf(step) : '' })}</p>
          <Button onClick={read}>{t('workshop-own.vote-lost-read')}</Button>
        </Notice>
      ) : null}
    </div>
  )
}

/** Places of what somebody writes to be heard; a name that was begun for a table is no loss. */
const SAID = /^(idea|change|why|explain)\//

/** What was written in a workshop that is over and is not in it: to be copied. */
export function WordsNotIn() {
  const t = useText()
  const { now, mine } = useRoom()
  const drafts = useSyncExternalStore(onDrafts, () => draftsOf(now.id))
  const isIn = new Set(mine?.ideas.flatMap(({ id, words }) => [`${id} ${words}`, `change/${id} ${words}`]))
  const left = Object.entries(drafts).filter(([place, { id, words }]) => {
    const said = words.trim()
    return SAID.test(place) && said !== '' && !isIn.has(`${id} ${said}`) && !isIn.has(`${place} ${said}`)
  })
  if (left.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('workshop-kept.not-in')}</h2>
      <p>{t('workshop-kept.not-in-about')}</p>
      <ul className="list stack">
        {left.map(([place, { words }]) => (
          <li key={place} className="card">
            <Theirs as="p" className="workshop-idea">
              {words}
            </Theirs>
          </li>
        ))}
      </ul>
    </section>
  )
}
