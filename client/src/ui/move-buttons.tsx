import { useLayoutEffect, useRef } from 'react'
import { Button } from './button.tsx'

type MoveButtonsProps = {
  readonly up: string
  readonly down: string
  /** Where it stands among how many; 0 is the first. */
  readonly at: number
  readonly count: number
  readonly onMove: (way: 'up' | 'down') => void
}

/** Moves one of a list up and down. A node that is moved in the page loses the focus: here it stays on the button that was pressed. */
export function MoveButtons({ up, down, at, count, onMove }: MoveButtonsProps) {
  const upButton = useRef<HTMLButtonElement>(null)
  const downButton = useRef<HTMLButtonElement>(null)
  const pressed = useRef<'up' | 'down' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it has come to another place
  useLayoutEffect(() => {
    if (pressed.current) (pressed.current === 'up' ? upButton : downButton).current?.focus()
    pressed.current = null
  }, [at])
  const move = (way: 'up' | 'down') => {
    pressed.current = way
    onMove(way)
  }
  const [first, last] = [at === 0, at === count - 1]
  return (
    <>
      <Button ref={upButton} aria-disabled={first || undefined} onClick={() => first || move('up')}>
        {up}
      </Button>
      <Button ref={downButton} aria-disabled={last || undefined} onClick={() => last || move('down')}>
        {down}
      </Button>
    </>
  )
}
