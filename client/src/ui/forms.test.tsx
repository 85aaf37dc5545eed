import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from './button.tsx'
import { CopyField } from './copy-field.tsx'
import { TextField } from './field.tsx'
import { ErrorSummary } from './notice.tsx'

describe('Button', () => {
  it('[A11Y-6] that is working on it says so, keeps the focus and takes no second press', () => {
    const press = vi.fn()
    const { rerender } = render(<Button onClick={press}>Save</Button>)
    const button = screen.getByRole('button', { name: 'Save' })
    button.focus()
    rerender(
      <Button busy onClick={press}>
        Save
      </Button>,
    )
    fireEvent.click(button)
    expect(press).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(button)
  })
})

describe('CopyField', () => {
  const field = <CopyField label="Link" words="https://x" copy="Copy" copied="Copied" byHand="Copy them yourself" />
  afterEach(() => vi.unstubAllGlobals())

  it('[A11Y-28] says that the words are copied', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } })
    render(field)
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    expect((await screen.findByText('Copied')).getAttribute('role')).toBe('status')
  })

  it('[A11Y-28] where nothing may be copied, picks the words out and says how to copy them', async () => {
    // Plain http: no clipboard object; and here no older way either.
    vi.stubGlobal('navigator', {})
    render(field)
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    expect((await screen.findByText('Copy them yourself')).getAttribute('role')).toBe('status')
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link' })
    expect(document.activeElement).toBe(input)
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 'https://x'.length])
  })
})

describe('ErrorSummary', () => {
  it('[A11Y-8] @C7 @E3 takes the focus, and each line leads to its field, which says the same', () => {
    render(
      <>
        <ErrorSummary title="Look at these first" errors={[{ field: 'name', sentence: 'Type your name' }]} />
        <TextField id="name" label="Your name" hint="As people call you" error="Type your name" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    fireEvent.click(screen.getByRole('link', { name: 'Type your name' }))
    const field = screen.getByRole('textbox', { name: 'Your name' })
    expect(document.activeElement).toBe(field)
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
    expect(described.map((note) => note?.textContent)).toEqual(['As people call you', 'Type your name'])
  })
})

it('[A11Y-30] a field that is full says how many letters fit in it; a full code is no news', () => {
  const { rerender } = render(<TextField label="Title" maxLength={120} value="a" readOnly />)
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('')
  rerender(<TextField label="Title" maxLength={120} value={'a'.repeat(120)} readOnly />)
  expect(status.textContent).toBe('120 letters at most')
  rerender(<TextField label="Code" maxLength={12} value={'a'.repeat(12)} readOnly />)
  expect(screen.queryByRole('status')).toBeNull()
})
