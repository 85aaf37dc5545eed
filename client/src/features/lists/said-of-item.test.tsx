import { fireEvent, screen } from '@testing-library/react'
import { addItem } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { ListBox } from './list-box.tsx'

const BOX = 'living-map.do'
const about = (_item: object, isOpen: boolean) => (
  <textarea aria-label={isOpen ? 'Said, while it is written in' : 'Said'} />
)
const list = (
  <ListBox box={BOX} shape="action" section="living-map" label="Living map, Do" features={[]} {...{ about }} />
)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('[TALK-41] what is said about an item stays below it while it is written in, with what was begun there; a new one has none yet', async () => {
  await onDesk(list, { fill: (doc) => void addItem(doc, { key: BOX, shape: 'action', cells: { what: 'Map-walk' } }) })
  fireEvent.change(screen.getByRole('textbox', { name: 'Said' }), { target: { value: 'Begun' } })
  press('Change: Map-walk')
  const said = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Said, while it is written in' })
  expect(said.value).toBe('Begun')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What will be done' }))
  said.focus()
  fireEvent.keyDown(said, { key: 'Escape' })
  expect(document.activeElement, 'Escape leaves the item, not what is said below it').toBe(said)
  press('Done')
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Said' })).value).toBe('Begun')

  press(/^Add an action/)
  await screen.findByRole('textbox', { name: 'What will be done' })
  expect(screen.queryByRole('textbox', { name: 'Said, while it is written in' })).toBeNull()
})
