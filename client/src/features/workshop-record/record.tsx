import type { MyIdea, WorkshopRecord } from '@withy/shared/api'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { CollaborationTest } from './collaboration-test.tsx'
import { FateLine } from './fate-line.tsx'
import { GroundWords } from './ground-words.tsx'
import { Hands } from './hands.tsx'
import { IdeaWords } from './idea-words.tsx'
import { Part } from './part.tsx'
import type { PlanBehind } from './place-of.ts'
import { RecordStep } from './record-step.tsx'
import './workshop-record.css'
import { Theirs } from '../../ui/theirs.tsx'

type RecordProps = {
  readonly record: WorkshopRecord
  readonly neverShown: readonly MyIdea[]
  readonly plan: PlanBehind
}

/** What can be read of a workshop that is over, to be read and printed. */
export function Record({ record, neverShown, plan }: RecordProps) {
  const t = useText()
  const { came, ground, parked, explained } = record
  const { steps } = record
  const tests = steps.flatMap(({ id, test, testByVoice }) =>
    test && Object.keys(test).length > 0 ? [{ id, test, byVoice: testByVoice }] : [],
  )
  return (
    <>
      <Part title={t('workshop-after.came')}>
        {came.length === 0 ? (
          <p>{t('workshop-after.came-nobody')}</p>
        ) : (
          <>
            <ul>
              {came.map(({ voice, people }) => (
                <li key={voice}>{t('workshop-after.counted', { what: t(`common.voice-${voice}`), count: people })}</li>
              ))}
            </ul>
            <p className="quiet small">{t('workshop-after.came-about')}</p>
          </>
        )}
      </Part>
      <GroundWords ground={ground} />
      <Proposals steps={steps.filter(({ agreed }) => agreed === true)} is="agreed" />
      <Proposals steps={steps.filter(({ agreed }) => agreed === false)} is="not-agreed" />
      {parked.length > 0 ? (
        <Part title={t('workshop-after.parked')}>
          <p>{t('workshop-after.parked-about')}</p>
          <ul className="list stack record-ideas">
            {parked.map((idea) => (
              <li key={idea.id} className="card record-idea">
                <IdeaWords idea={idea} />
                <FateLine idea={idea} plan={plan} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={t('workshop-after.steps')}>
        {steps.filter(hasSomething).map((step) => (
          <RecordStep key={step.id} step={step} plan={plan} />
        ))}
      </Part>
      {tests.map(({ id, test, byVoice }) => (
        <Part key={id} title={t('workshop-after.test')}>
          <CollaborationTest test={test} />
          {byVoice.map(({ voice, people, test }) => (
            <div key={voice}>
              <h3>{t('workshop-after.counted', { what: t(`common.voice-${voice}`), count: people })}</h3>
              <CollaborationTest test={test} />
            </div>
          ))}
        </Part>
      ))}
      {explained.length > 0 ? (
        <Part title={t('workshop-after.explained')}>
          <dl className="record-list">
            {explained.map(({ word, meaning }) => (
              <div key={word}>
                <Theirs as="dt">{word}</Theirs>
                <Theirs as="dd" ours={meaning === null}>
                  {meaning ?? t('workshop-after.not-explained')}
                </Theirs>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      {neverShown.length > 0 ? (
        <Part title={t('workshop-after.never-shown')}>
          <p>{t('workshop-after.never-shown-about')}</p>
          <ul className="list stack record-ideas">
            {neverShown.map((idea) => (
              <li key={idea.id} className="card record-idea">
                <IdeaWords idea={idea} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  )
}

/** A heading with nothing under it tells nobody anything. */
const hasSomething = ({ kind, question, groups, dots, hands, round }: WorkshopRecord['steps'][number]): boolean =>
  kind !== 'break' && (question !== '' || groups.length > 0 || dots !== null || hands !== null || round.length > 0)

/** What was asked of everybody, and whether all could live with it. */
function Proposals({ steps, is }: { readonly steps: WorkshopRecord['steps']; readonly is: 'agreed' | 'not-agreed' }) {
  const t = useText()
  if (steps.length === 0) return null
  return (
    <Part title={t(`workshop-after.${is}`)}>
      <p>{t(`workshop-after.${is}-about`)}</p>
      {steps.map(({ id, question, title, hands, said }) => (
        <div key={id} className="card stack">
          <Theirs as="p" ours={!question && !title} className="record-proposal">
            {question ? <Words words={question} /> : title || t('workshop.kind-fist')}
          </Theirs>
          {is === 'not-agreed' ? <p>{t(`workshop-after.hands-${hands?.[0] ? 'stop' : 'worry'}`)}</p> : null}
          <Hands hands={hands ?? []} said={said} />
          {is === 'not-agreed' && said.length === 0 ? <p className="quiet">{t('workshop-after.no-words')}</p> : null}
        </div>
      ))}
    </Part>
  )
}
