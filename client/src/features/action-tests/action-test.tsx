import type { ActionTests } from '@withy/shared/api'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { useTests } from './use-tests.ts'
import './action-tests.css'

/** The two tests of one action: four questions, one answer each from every person (SPEC PLAN-92). Folded until asked for. */
export function ActionTest({ item, name }: { readonly item: string; readonly name: string }) {
  const t = useText()
  const { byItem, drawing, isLost, ...known } = useTests()
  const tests = byItem.get(item)
  const state = known.are === 'here' ? stateIn(t, tests) : ''
  // What was begun stays when it is folded; twelve actions that nobody opened would be two hundred buttons of the same names.
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <details className="action-test" onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary aria-label={`${[t('plan.test'), state].filter(Boolean).join(' ')}: ${name}`}>
        <span>
          {t('plan.test')}
          <span className="action-test-state">{` ${state}`}</span>
        </span>
      </summary>
      {wasOpened && (
        <div className="stack">
          {(known.are === 'asked for' || !drawing) && (
            <p className="quiet" role="status">
              {t(isLost || (known.are === 'away' && !drawing) ? 'common.offline' : 'common.opening')}
            </p>
          )}
          {drawing && <drawing.Answers {...{ item, tests }} {...known} />}
        </div>
      )}
    </details>
  )
}

function stateIn(t: ReturnType<typeof useText>, tests: ActionTests | undefined): string {
  if (!tests) return t('plan.test-nobody')
  const people = tests.answered + (tests.mine ? 1 : 0)
  return [t('plan.test-count', { count: people }), tests.failing ? t('plan.test-fails') : ''].filter(Boolean).join(' ')
}
