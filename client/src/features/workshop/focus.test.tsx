import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ideaOf, inRoom, stepOf } from './testing-page.tsx'
import { deskOf, sat, ideaOf as shownIdea } from './testing-room.tsx'

afterEach(() => sessionStorage.clear())

const button = (name: string | RegExp) => screen.getByRole('button', { name })
/** As by a keyboard: pressed is what has the focus. */
const press = (name: string | RegExp) => {
  act(() => button(name).focus())
  fireEvent.click(button(name))
}
const lands = (words: string | RegExp) =>
  waitFor(() =>
    expect([document.activeElement?.tagName, document.activeElement?.textContent]).toEqual([
      expect.stringMatching(/^(P|H[1-3])$/),
      expect.stringMatching(words),
    ]),
  )

it('[WORK-182] the focus stays where people are, where the button they pressed goes: who leads', async () => {
  const silent = stepOf('silent')
  const people = [sat('a', 'Abi', { waiting: true }), sat('b', 'Bo', { waiting: true })]
  const asked = [{ id: 'q', word: 'commission', meaning: null }]
  const { tell, know } = await inRoom({
    now: { steps: [silent, stepOf('gather')], ideas: 1, asked },
    desk: deskOf({ people }),
  })
  press(/^Show to everyone/)
  tell({ steps: [{ ...silent, shown: true }, stepOf('gather')] })
  await lands(/^Step 1 of 2/)
  press('Let in Abi')
  know({ desk: deskOf({ people: people.slice(1) }) })
  await lands(/^1 person/)
  press('Let in Bo')
  know({ desk: deskOf() })
  await lands(/^Step 1 of 2/)
  press('Tell everyone')
  tell({ asked: [] })
  await lands(/^Step 1 of 2/)
  tell({ step: 'gather' })
  const [mill, pond] = ['The mill', 'A pond'].map((words) => shownIdea(words, words, { group: 'g' }))
  if (!mill || !pond) throw new Error('no ideas')
  know({ ideas: [mill, pond], groups: [{ id: 'g', step: 'silent', name: 'Water' }] })
  press('Take out of the group: A pond')
  know({ ideas: [mill, { ...pond, group: null }] })
  await lands(/^Put/)
})

it('[WORK-182] the focus stays where people are, where the button they pressed goes: one’s own ideas', async () => {
  const ideas = [ideaOf('i1', 'The ford'), ideaOf('i2', 'The mill', { offered: 'An old mill' })]
  const { answer } = await inRoom({ mine: { ideas } })
  press('Take back: The ford')
  await lands(/^Take/)
  press('Keep it')
  await lands('The ford')
  press('Take back: The ford')
  await lands(/^Take/)
  press('Yes, take it back')
  answer({ ideas: ideas.slice(1) })
  await lands('The mill')
  press('My ideas')
  press('Use theirs')
  answer({ ideas: [ideaOf('i2', 'The mill', { reworded: 'An old mill' })] })
  await lands('The mill')
  expect(document.activeElement?.closest('dialog')).toBeTruthy()
})
