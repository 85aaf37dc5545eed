import { render, screen } from '@testing-library/react'
import { TEMPLATES } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import { BoxView } from './box-view.tsx'
import { readSection } from './read-section.ts'

it('[PLAN-63] a goal read anywhere names its actions by their first words, and none that is gone', () => {
  const plan = buildPlan('support', {
    items: {
      'goals.goals': [{ what: 'A paid job', 'served-by': ['actions.actions-1', 'gone', 'o1', 'actions.actions-0'] }],
      'actions.actions': [{ status: 'doing' }, { what: 'Trial shift, on Saturday' }],
    },
    own: [{ id: 'o', title: 'Choir', text: [], actions: [{ id: 'o1', cells: { what: 'Sing' } }], removedActions: [] }],
  })
  const [goals] = readSection(plan, TEMPLATES.support, 'goals', 'en')?.boxes ?? []
  if (!goals) throw new Error('The support plan has no goals')
  render(<BoxView box={goals} level={3} lang="en" people={[]} />)
  expect(screen.getByRole('definition').textContent).toBe('action · Trial shift, on Saturday · Sing')
})
