import { render } from '@testing-library/react'
import { useRef } from 'react'
import { expect, it } from 'vitest'
import { useRowInView } from './use-row-in-view.ts'

const ROW = 44
const ROWS = Array.from({ length: 20 }, (_, i) => `s${i}`)

/** A list of 20 rows, four of them in view. jsdom lays nothing out: each says where it would stand. */
function Rail({ place }: { readonly place: string }) {
  const rail = useRef<HTMLElement>(null)
  useRowInView(rail, place)
  return (
    <nav
      ref={(nav) => {
        rail.current = nav
        if (nav) nav.getBoundingClientRect = () => new DOMRect(0, 100, 200, 4 * ROW)
      }}
    >
      {ROWS.map((id, i) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={id === place ? 'location' : undefined}
          ref={(row) => {
            if (row)
              row.getBoundingClientRect = () => new DOMRect(0, 100 + i * ROW - (rail.current?.scrollTop ?? 0), 200, ROW)
          }}
        >
          {id}
        </a>
      ))}
    </nav>
  )
}

it('[PLAN-98] keeps the row of the section being read in view, with one more beside it', () => {
  const { rerender, container } = render(<Rail place="s0" />)
  const nav = container.querySelector('nav') as HTMLElement
  const firstInView = () => nav.scrollTop / ROW
  rerender(<Rail place="s2" />)
  expect(firstInView()).toBe(0)
  rerender(<Rail place="s10" />)
  expect(firstInView()).toBe(8)
  rerender(<Rail place="s9" />)
  expect(firstInView()).toBe(8)
  rerender(<Rail place="s4" />)
  expect(firstInView()).toBe(3)
})

it('[PLAN-98] [A11Y-63] leaves the list where it is while somebody walks through it by keyboard', () => {
  const { rerender, container, getByText } = render(<Rail place="s2" />)
  const nav = container.querySelector('nav') as HTMLElement
  getByText('s3').focus()
  rerender(<Rail place="s10" />)
  expect(nav.scrollTop).toBe(0)
})
