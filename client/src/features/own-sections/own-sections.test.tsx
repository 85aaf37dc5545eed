import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { addOwnSection, readPlan } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { OwnSections } from './own-sections.tsx'

function Page() {
  const { own, removedOwn } = usePlanTitles()
  return (
    <OwnSections
      own={own}
      removed={removedOwn}
      draw={({ id, title }, controls) => (
        <section key={id} id={`own:${id}`}>
          <h3 tabIndex={-1}>{title}</h3>
          {controls}
        </section>
      )}
    />
  )
}
const titles = () => screen.queryAllByRole('heading').map((heading) => heading.textContent)

it('[PLAN-91] a group adds a section of its own, and the focus goes to it', async () => {
  const { doc } = await onDesk(<Page />)
  fireEvent.click(screen.getByRole('button', { name: 'Add a section of your own' }))
  const title = screen.getByRole('textbox', { name: 'What is the section about?' })
  fireEvent.change(title, { target: { value: ' Our bus ' } })
  fireEvent.submit(title)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Our bus'))
  expect(readPlan(doc, 'area').own.map((section) => section.title)).toEqual(['Our bus'])
})

it('[PLAN-91] own sections are moved, taken out and put back', async () => {
  await onDesk(<Page />, {
    fill(doc) {
      addOwnSection(doc, { title: 'Our bus' })
      addOwnSection(doc, { title: 'Our shop' })
    },
  })
  const down = screen.getAllByRole('button', { name: 'Move down' })[0] as HTMLElement
  down.focus()
  fireEvent.click(down)
  await waitFor(() => expect(titles()).toEqual(['Our shop', 'Our bus']))
  expect(document.activeElement).toBe(down)
  fireEvent.click(screen.getAllByRole('button', { name: 'Take this section out' })[0] as HTMLElement)
  const back = await screen.findByRole('button', { name: 'Put it back: Our shop' })
  await waitFor(() => expect(document.activeElement).toBe(back))
  expect(titles()).toEqual(['Our bus'])
  act(() => back.click())
  await waitFor(() => expect(titles()).toEqual(['Our shop', 'Our bus']))
})

it('[PLAN-86] a reader gets none of this', async () => {
  await onDesk(<Page />, { role: 'viewer', fill: (doc) => addOwnSection(doc, { title: 'Our bus' }) })
  expect(titles()).toEqual(['Our bus'])
  expect(screen.queryByRole('button')).toBeNull()
})
