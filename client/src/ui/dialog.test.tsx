import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
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
