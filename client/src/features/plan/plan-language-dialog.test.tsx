import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { PlanLanguageDialog } from './plan-language-dialog.tsx'

beforeEach(() => openTexts('spoken'))
afterEach(() => vi.unstubAllGlobals())

/** A server that answers when it is let. */
function server(answer: () => Response) {
  const asked: unknown[] = []
  let answerNow = () => {}
  const letAnswer = () => answerNow()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    asked.push([method, path, JSON.parse(String(body))])
    await new Promise<void>((go) => {
      answerNow = go
    })
    return answer()
  })
  return { asked, letAnswer }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (value: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value } })
const saved = () => Response.json({})

it('[PLAN-135] the language chosen is sent, and the form closes once it is kept', async () => {
  const { asked, letAnswer } = server(saved)
  const onClose = vi.fn()
  render(<PlanLanguageDialog plan="p" lang={null} onClose={onClose} />)
  choose('cy')
  press('Use this language')
  await vi.waitFor(() => expect(asked).toEqual([['PUT', '/api/plans/p/language', { lang: 'cy' }]]))
  expect(onClose).not.toHaveBeenCalled()
  letAnswer()
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
})

it('[PLAN-135] where it cannot be kept that is said, and the choice stays', async () => {
  const { asked, letAnswer } = server(() => Response.json({ error: 'server-trouble' }, { status: 500 }))
  const onClose = vi.fn()
  render(<PlanLanguageDialog plan="p" lang="en" onClose={onClose} />)
  choose('')
  press('Use this language')
  await vi.waitFor(() => expect(asked).toEqual([['PUT', '/api/plans/p/language', { lang: null }]]))
  letAnswer()
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect((screen.getByRole('combobox') as HTMLSelectElement).value).toBe('')
  expect(onClose).not.toHaveBeenCalled()
})

it('[A11Y-31] closed while the server takes its time, a late answer closes nothing else', async () => {
  const { asked, letAnswer } = server(saved)
  const onClose = vi.fn()
  const { unmount } = render(<PlanLanguageDialog plan="p" lang="en" onClose={onClose} />)
  choose('cy')
  press('Use this language')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  unmount()
  letAnswer()
  await new Promise((after) => setTimeout(after, 20))
  expect(onClose).not.toHaveBeenCalled()
})
