import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { addItem, listRoot, readList, removeItem, restoreItem, SHAPES, setCell } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { ListBox } from './list-box.tsx'

const GOALS = 'goals.goals'
const list = <ListBox box={GOALS} shape="goal" section="goals" label="My goals" features={[]} />
const ids: Record<string, string> = {}
const fill = (doc: Y.Doc) => {
  ids.trial = addItem(doc, { key: 'actions.actions', shape: 'action', cells: { what: 'Trial shift' } })
  ids.ask = addItem(doc, { key: 'living-map.do', shape: 'action', cells: { what: 'Ask at the lunch club' } })
  ids.goal = addItem(doc, { key: GOALS, shape: 'goal', cells: { what: 'A paid job', 'served-by': [ids.trial, 'x'] } })
}
const served = (doc: Y.Doc) => readList(listRoot(doc, GOALS), SHAPES.goal).items[0]?.cells['served-by']
const goal = () => within(screen.getByRole('article', { name: 'A paid job' }))

describe('the actions that serve a goal', () => {
  it('[PLAN-63] are ticked among all actions of the plan, and read by their words; one that is gone stays in the document', async () => {
    const { doc } = await onDesk(list, { kind: 'support', fill })
    expect(goal().getByRole('definition').textContent).toBe('Trial shift')
    fireEvent.click(screen.getByRole('button', { name: 'Change: A paid job' }))
    const choices = within(await screen.findByRole('group', { name: 'What we will do for it' }))
    expect(choices.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
      'Ask at the lunch club',
      'Trial shift',
    ])
    fireEvent.click(choices.getByRole('checkbox', { name: 'Ask at the lunch club' }))
    expect(served(doc)).toEqual([ids.trial, 'x', ids.ask].sort())
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(goal().getByRole('definition').textContent).toBe('Ask at the lunch club · Trial shift'))
  })

  it('[PLAN-63] follow their words, and come back when they are put back', async () => {
    const { doc } = await onDesk(list, { kind: 'support', fill })
    const [trial] = [ids.trial as string]
    setCell(doc, 'actions.actions', trial, 'what', 'Two shifts')
    await waitFor(() => expect(goal().getByRole('definition').textContent).toBe('Two shifts'), { timeout: 2000 })
    removeItem(doc, 'actions.actions', trial)
    await waitFor(() => expect(goal().queryByRole('definition')).toBeNull(), { timeout: 2000 })
    restoreItem(doc, 'actions.actions', trial)
    await waitFor(() => expect(goal().getByRole('definition').textContent).toBe('Two shifts'), { timeout: 2000 })
  })
})
