import type { SaidPassage } from '@withy/shared/api'
import { useRef } from 'react'
import { sendSayAgain, sendUnsay } from '../../api/said.ts'
import { useDesk } from '../../live/desk.tsx'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { sectionOfBox } from './in-section.ts'
import type { SaidState } from './said-state.ts'
import { useChange } from './use-change.ts'
import './said.css'

type SaidHereProps = { readonly section: string; readonly state: SaidState }

/** Whose words stand in a section and who typed them, and the way to say “I did not say this” (SPEC A11Y-253, A11Y-254). */
export function SaidHere({ section, state }: SaidHereProps) {
  const t = useText()
  const { id: plan } = useDesk()
  const place = useRef<HTMLDetailsElement>(null)
  const { trouble, isBusy, change } = useChange(state, place)
  const isHere = ({ box }: SaidPassage) => sectionOfBox(box) === section
  const said = state.said.said.filter(isHere)
  const unsaid = state.said.unsaid.filter(isHere)
  const more = state.said.more.reduce((sum, { box, count }) => sum + (sectionOfBox(box) === section ? count : 0), 0)
  const count = said.length + unsaid.length + more
  if (count === 0) return null
  return (
    <details ref={place} className="fold said-here" data-not-printed="">
      <summary>{t('said.here', { count })}</summary>
      <ul className="list">
        {said.map((one) => (
          <Row key={one.id} one={one} is="said">
            {({ by, words }) => (
              <Button
                busy={isBusy}
                aria-label={t('said.unsay-named', { words })}
                onClick={() =>
                  change(one, 'unsaid', () => sendUnsay(plan, { passage: one.id }), t('said.unsaid', { by }))
                }
              >
                {t('said.unsay')}
              </Button>
            )}
          </Row>
        ))}
        {unsaid.map((one) => (
          <Row key={one.id} one={one} is="unsaid">
            {({ words }) => (
              <Button
                busy={isBusy}
                aria-label={t('said.say-again-named', { words })}
                onClick={() => change(one, 'said', () => sendSayAgain(plan, one.id), t('said.said-again'))}
              >
                {t('said.say-again')}
              </Button>
            )}
          </Row>
        ))}
      </ul>
      {more > 0 && <p className="small">{t('said.more', { count: more })}</p>}
      {trouble && <p role="alert">{trouble}</p>}
    </details>
  )
}

type RowProps = {
  readonly one: SaidPassage
  readonly is: 'said' | 'unsaid'
  /** What whoever they are said to be of can do. */
  readonly children: (names: { readonly by: string; readonly words: string }) => React.ReactNode
}

function Row({ one, is, children }: RowProps) {
  const t = useText()
  const { me, names } = useDesk()
  const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? t('said.someone')
  const by = nameOf(one.person)
  const isMine = one.for === me.id
  const told = { name: nameOf(one.for), by }
  const words = one.words || t('said.choices')
  const sentence =
    is === 'said'
      ? t(isMine ? 'said.by-you' : 'said.by', told)
      : t(isMine ? 'said.not-said-you' : 'said.not-said', told)
  return (
    <li className="said-row" data-said={one.id}>
      <p dir="auto">{one.words ? `“${words}”` : words}</p>
      <p className="small">{sentence}</p>
      {isMine && children({ by, words })}
    </li>
  )
}
