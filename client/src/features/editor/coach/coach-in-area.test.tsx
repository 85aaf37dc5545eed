import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { linesIn, textOfLines } from '@withy/shared/plan'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onDesk } from '../../../live/testing-desk.tsx'
import { BOX, paragraph } from '../testing-box.tsx'
import { TextBox } from '../text-box.tsx'
import { keepForCoach } from './kept.ts'
import { pause, shortRest } from './testing-rest.ts'

const forget = () => keepForCoach({ isOn: null, never: [], mine: [] })
beforeEach(() => {
  forget()
  shortRest()
})
afterEach(() => {
  forget()
  vi.unstubAllGlobals()
})

const LABEL = 'Our shared story, Our story'
const opens = async (fill: Parameters<typeof onDesk>[1] = {}) => {
  const box = <TextBox box={BOX} section="our-story" label={LABEL} under={4} way="simple" onWay={() => {}} />
  const { doc, ...desk } = await onDesk(box, { me: { voice: 'professional' }, ...fill })
  fireEvent.click(screen.getByRole('button', { name: /^(Write here|Change)/ }))
  const area = (await screen.findByLabelText(LABEL)) as HTMLTextAreaElement
  const list = within(await screen.findByRole('region', { name: 'Clearer and kinder words' }))
  const types = (words: string) =>
    act(() => {
      area.setRangeText(words, area.value.length, area.value.length, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
  return { ...desk, doc, area, list, types, textOf: () => textOfLines(linesIn(doc.getXmlFragment(BOX)) ?? []) }
}
const offered = () =>
  screen
    .queryAllByText(/would this be (clearer|kinder)\?$/)
    .map(({ textContent }) => /“(.*)”/.exec(textContent ?? '')?.[1])
const comes = (words: readonly string[]) => waitFor(() => expect(offered()).toEqual(words), { timeout: 6_000 })

it('[A11Y-278] @E5 in a simple box they come after a pause for what was typed here, and each is used or kept', async () => {
  const { area, list, types, textOf } = await opens({ fill: (there) => paragraph(there, 'They commence early.') })
  types('\nStaff utilise a hoist.\nWe require tea.')
  expect(offered()).toEqual([])
  await comes(['utilise', 'require'])
  fireEvent.click(list.getByRole('button', { name: 'Use “use”' }))
  expect(area.value).toBe('They commence early.\nStaff use a hoist.\nWe require tea.')
  expect(textOf()).toBe(area.value)
  expect(document.activeElement).toBe(list.getByRole('button', { name: 'Clearer words: on' }))
  await comes(['require'])
  fireEvent.click(list.getByRole('button', { name: 'Keep mine: require' }))
  await comes([])
  await list.findByText('Nothing to offer here.')
  expect(textOf()).toBe('They commence early.\nStaff use a hoist.\nWe require tea.')
})

it('[A11Y-278] not while a word is being composed, nor for what is pasted', async () => {
  const { area, types } = await opens()
  fireEvent.paste(area)
  types('They reside here.')
  await act(() => new Promise((done) => setTimeout(done, 10)))
  fireEvent.compositionStart(area)
  types(' They utilise it.')
  await pause()
  expect(offered()).toEqual([])
  fireEvent.compositionEnd(area)
  await comes(['utilise'])
})
