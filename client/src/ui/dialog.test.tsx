import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Dialog } from './dialog.tsx'

it('[A11Y-7] @C7 Escape closes the dialog one is in, and none that lies under it', () => {
  const [outer, inner] = [vi.fn(), vi.fn()]
  render(
    <Dialog title="You" close="Close" onClose={outer}>
      <Dialog title="Leave?" close="Close" onClose={inner}>
        <p>It asks first.</p>
      </Dialog>
    </Dialog>,
  )
  fireEvent(screen.getByRole('dialog', { name: 'Leave?' }), new Event('cancel', { cancelable: true }))
  expect(inner).toHaveBeenCalledOnce()
  expect(outer).not.toHaveBeenCalled()
})

const later = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const heading = () => screen.getByRole('heading', { level: 2 })

/** A button that has the focus, and time that stands still. */
function opener() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const button = document.createElement('button')
  document.body.append(button)
  onTestFinished(() => button.remove())
  button.focus()
  return button
}

const sheet = (title: string) => (
  <Dialog key={title} title={title} close="Close" onClose={() => {}}>
    <p>Words</p>
  </Dialog>
)

it('[A11Y-265] @C7 the focus comes into a dialog first, and is on its heading once that was heard', () => {
  opener()
  render(sheet('You'))
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
  expect(document.activeElement).not.toBe(heading())
  later(1_000)
  expect(document.activeElement).toBe(heading())
})

it('[A11Y-265] [A11Y-31] whoever has gone on in a dialog by then stays there', () => {
  opener()
  render(sheet('You'))
  const close = screen.getByRole('button', { name: 'Close' })
  close.focus()
  later(1_000)
  expect(document.activeElement).toBe(close)
})

it('[A11Y-265] @C7 what opened a dialog has the focus again, also where another came in its place', () => {
  const button = opener()
  const { rerender } = render(sheet('Opening…'))
  rerender(sheet('You'))
  later(1_000)
  expect(document.activeElement, 'the second').toBe(heading())
  rerender(<p>Page</p>)
  later(1_000)
  expect(document.activeElement).toBe(button)
})

it('[A11Y-265] [A11Y-31] whoever has gone on when a dialog is gone stays there', () => {
  opener()
  const { rerender } = render(sheet('You'))
  rerender(<input aria-label="Name" />)
  screen.getByRole('textbox').focus()
  later(1_000)
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
})
