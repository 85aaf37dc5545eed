import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { inRoom, nowOf, stepOf } from '../testing-room.tsx'
import { Sheets } from './sheets.tsx'

const sheet = (name: string) => within(screen.getByText(name, { selector: 'h2' }).closest('article') as HTMLElement)

it('[WORK-37] there is a sheet for what will happen and for each step in which people write', async () => {
  const steps = [
    stepOf('welcome'),
    stepOf('silent', { question: 'What is good here?', section: 'living-map' }),
    stepOf('break'),
    stepOf('dots', { dots: 3, title: 'Choose' }),
    stepOf('fist', { question: 'Shall we paint it?' }),
  ]
  const ground = { ...nowOf().ground, decide: 'The paint' }
  await inRoom(<Sheets />, { now: { stage: 'preparing', title: 'May', steps, ground }, desk: null })
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'What will happen',
    'Write your ideas',
    'Choose',
    'How much do you agree?',
  ])
  for (const words of ['Break, 10 minutes', 'The paint'])
    expect(sheet('What will happen').getByText(words)).toBeTruthy()
  for (const words of ['May, step 2', 'What is good here?', /^About: Living map \([A-Z]\d\)$/])
    expect(sheet('Write your ideas').getByText(words)).toBeTruthy()
  const dots = sheet('Choose').getByText(/^You have 3 dots/)
  expect(dots.parentElement?.querySelectorAll('.sheet-choice')[0]?.querySelectorAll('circle')).toHaveLength(3)
  const hands = sheet('How much do you agree?')
  for (const words of ['0: Stop. I cannot agree.', '5: I will help to lead it.'])
    expect(hands.getByText(words)).toBeTruthy()
})

it('[WORK-37] sheets are in large print where that is asked for, and no tool is printed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  await inRoom(<Sheets />, { now: { steps: [stepOf('silent')] }, desk: null })
  const sheets = () => screen.getAllByRole('article')[0]?.parentElement
  expect(sheets()?.hasAttribute('data-large')).toBe(false)
  fireEvent.click(screen.getByText('Large print (18 point)'))
  expect(sheets()?.hasAttribute('data-large')).toBe(true)
  fireEvent.click(screen.getByText('Print the sheets'))
  expect(print).toHaveBeenCalledOnce()
  for (const tool of document.querySelectorAll('button, input, a'))
    expect(tool.closest('[data-not-printed]')).toBeTruthy()
  print.mockRestore()
})
