import { act, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawNow, useTurn } from './turns.ts'

function Place({ name }: { readonly name: string }) {
  const room = useRef<HTMLDivElement>(null)
  const isTurn = useTurn(name, room)
  return (
    <div ref={room} id={name}>
      {isTurn ? name : ''}
    </div>
  )
}
const places = (...names: string[]) => names.map((name) => <Place key={name} name={name} />)
const drawn = () => document.body.textContent

/** A page that is idle when it is told so. */
function idlePage() {
  const asked: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => asked.push(idle))
  return () => act(async () => asked.splice(0).forEach((idle) => void idle()))
}
/** A page on which each place takes so long to draw (ms). */
const slowPage = (each: number) => vi.spyOn(performance, 'now').mockImplementation(() => (drawn()?.length ?? 0) * each)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('much that is drawn', () => {
  it('[TALK-77] is drawn a little at a time, each time the page has nothing better to do, and all of it in the end', async () => {
    const idle = idlePage()
    slowPage(5)
    render(places('a', 'b', 'c', 'd', 'e'))
    expect(drawn()).toBe('')
    await idle()
    expect(drawn()).toBe('ab')
    await idle()
    expect(drawn()).toBe('abcd')
    await idle()
    expect(drawn()).toBe('abcde')
  })

  it('[TALK-77] what comes into sight, or is gone to, has its turn at once; what is taken away meanwhile has none', async () => {
    const idle = idlePage()
    let see = (_seen: readonly object[]) => {}
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(told: (seen: readonly object[]) => void) {
          see = told
        }
        observe() {}
        unobserve() {}
      },
    )
    const { rerender } = render(places('a', 'b', 'c', 'd'))
    const seen = (name: string, isIntersecting: boolean) => ({ target: document.getElementById(name), isIntersecting })
    act(() => see([seen('a', false), seen('c', true)]))
    expect(drawn()).toBe('c')
    act(() => drawNow('d'))
    expect(drawn()).toBe('cd')
    rerender(places('b', 'c', 'd'))
    drawNow('a')
    await idle()
    expect(drawn()).toBe('bcd')
  })
})
