import type { MyIdea } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDesk } from '../../../live/desk.tsx'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Theirs } from '../../../ui/theirs.tsx'
import { useAtDevice } from '../at-device.tsx'
import { sectionAt, useSectionTitle } from '../use-section-title.ts'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

/** The ideas of those at this device, and what became of each (SPEC WORK-48). */
export function MyIdeas({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { mine } = useRoom()
  const { seats } = useAtDevice()
  const ideas = mine?.ideas ?? []
  return (
    <Dialog title={t('workshop-steps.my-ideas')} close={t('common.done')} onClose={onClose}>
      {ideas.length === 0 ? <p>{t('workshop-steps.no-ideas-mine')}</p> : null}
      <ul className="list stack">
        {ideas.toReversed().map((idea) => (
          <li key={idea.id} className="card workshop-own-idea">
            <IdeaOfMine idea={idea} isTable={seats.length > 1} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type IdeaOfMineProps = { readonly idea: MyIdea; readonly isTable: boolean }

export function IdeaOfMine({ idea, isTable }: IdeaOfMineProps) {
  const t = useText()
  const { id: plan } = useDesk()
  const { now } = useRoom()
  const titleOf = useSectionTitle()
  const { words, by, typedBy, shown, fate, why, places, reworded, offered } = idea
  const isOffered = offered !== ''
  const unseen = now.stage === 'closed' ? 'workshop-after.never-shown-about' : 'workshop-steps.not-shown'
  return (
    <>
      <Theirs as="p" className="workshop-idea" tabIndex={-1}>
        <Words words={words} />
      </Theirs>
      {typedBy || isTable ? <p className="quiet">{t('workshop.said-by', { name: by })}</p> : null}
      {reworded === '' ? null : <p>{t('workshop-steps.reworded', { words: reworded })}</p>}
      {idea.hidden ? <p>{t('workshop-safe.hidden-mine')}</p> : null}
      {isOffered ? <Offered idea={idea} /> : null}
      {idea.hidden && fate === null ? null : (
        <p>
          {fate ? t(`workshop-steps.fate-${fate}`) : t(shown ? 'workshop-steps.fate-none' : unseen)}
          {why === '' ? null : ` ${t('workshop-steps.because', { why })}`}
        </p>
      )}
      {places.length > 0 ? (
        <ul className="list">
          {places.map(({ box, item }) => (
            <li key={`${box}/${item}`}>
              <Link className="link-alone" href={`/plans/${plan}#${sectionAt(box)}`}>
                {titleOf(sectionAt(box))}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Other words somebody offers for one's own: both beside each other, and only the author chooses (SPEC WORK-49). */
function Offered({ idea: { id, words, offered } }: { readonly idea: MyIdea }) {
  const t = useText()
  const { take } = useRoom()
  const { busy, trouble, send } = useSending()
  const answer = (yes: boolean) => void send(() => take({ do: 'answer-wording', idea: id, yes, was: offered }))
  return (
    <div className="notice stack">
      <p>{t('workshop-steps.offered')}</p>
      <div className="workshop-beside">
        <div>
          <h3>{t('workshop-steps.my-words')}</h3>
          <Theirs as="p">{words}</Theirs>
        </div>
        <div>
          <h3>{t('workshop-steps.their-words')}</h3>
          <Theirs as="p">{offered}</Theirs>
        </div>
      </div>
      <div role="alert">{trouble}</div>
      <div className="row">
        <Button busy={busy} onClick={() => answer(false)}>
          {t('workshop-steps.keep-mine')}
        </Button>
        <Button busy={busy} onClick={() => answer(true)}>
          {t('workshop-steps.use-theirs')}
        </Button>
      </div>
      <p className="quiet">{t('workshop-steps.mine-stay')}</p>
    </div>
  )
}
