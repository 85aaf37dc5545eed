import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../../text/language.ts'
import { TakeAway } from './take-away.tsx'

beforeEach(() => openTexts('plan-dialogs'))

it('[PLAN-94] offers each form with what it is for, in the language shown, and says that it is a draft', async () => {
  await openLanguage('cy')
  render(<TakeAway plan="p 1" onClose={() => undefined} />)
  const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(link('Cael y PDF')).toBe('/api/plans/p%201/take-away/pdf?lang=cy')
  expect(link('Cael y dudalen we')).toBe('/api/plans/p%201/take-away/html?lang=cy')
  expect(screen.getByText(/DRAFFT/)).toBeTruthy()
})

it('[PLAN-94] prints the page itself once the sheet is closed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const close = vi.fn()
  render(<TakeAway plan="p" onClose={close} />)
  fireEvent.click(screen.getByRole('button', { name: 'Print' }))
  expect(close).toHaveBeenCalled()
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
})
