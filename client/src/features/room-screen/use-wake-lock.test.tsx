import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { SetUp } from './set-up.tsx'
import { useWakeLock } from './use-wake-lock.ts'

beforeEach(() => openTexts('workshop'))

/** The set-up over a screen that asks to be kept awake, as the room screen puts them together. */
function Screen() {
  const awake = useWakeLock()
  const [open, setOpen] = useState(false)
  if (!open) return <Button onClick={() => setOpen(true)}>Open</Button>
  return (
    <SetUp
      distance="far"
      onDistance={() => {}}
      awake={awake}
      easy={false}
      onEasy={() => {}}
      join={null}
      language={null}
      onClose={() => {}}
    />
  )
}

const SAID = 'This screen may go dark. Set your computer to stay awake.'

/** What a browser gives that keeps a screen awake, until `release` is called. */
class Sentinel extends EventTarget {
  released = false
  release = async () => {
    this.released = true
    this.dispatchEvent(new Event('release'))
  }
}

const withLock = (request: (() => Promise<Sentinel>) | undefined) =>
  Object.defineProperty(navigator, 'wakeLock', { value: request && { request }, configurable: true })

const setUp = async () => {
  const shown = render(<Screen />)
  await act(async () => {})
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  screen.getByText('Can everyone read this? Hands up if not.')
  return shown
}

afterEach(() => Reflect.deleteProperty(navigator, 'wakeLock'))

describe('a room screen that may go dark', () => {
  it('[SYNC-77] says so on plain http, where no browser keeps it awake', async () => {
    withLock(undefined)
    await setUp()
    screen.getByText(SAID)
  })

  it('[SYNC-77] says so where the browser refuses', async () => {
    withLock(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')))
    await setUp()
    screen.getByText(SAID)
  })

  it('[SYNC-77] says nothing while it is kept awake, and says so when that ends; it is let go with the page', async () => {
    const locks: Sentinel[] = []
    withLock(async () => {
      const lock = new Sentinel()
      locks.push(lock)
      return lock
    })
    const { unmount } = await setUp()
    expect(screen.queryByText(SAID)).toBeNull()
    await act(async () => locks[0]?.release())
    screen.getByText(SAID)
    // Seen again, the page asks again.
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
    expect(screen.queryByText(SAID)).toBeNull()
    expect(locks).toHaveLength(2)
    const released = vi.spyOn(locks[1] as Sentinel, 'release')
    unmount()
    expect(released).toHaveBeenCalledOnce()
  })
})
