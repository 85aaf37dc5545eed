import { render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Frame } from '../app/frame.tsx'
import { Page, PageFrame } from './page.tsx'

const at = (path: string, title: string) => {
  history.pushState(null, '', path)
  return render(
    <PageFrame.Provider value={Frame}>
      <Page title={title} place={{ title: 'Rosa’s plan', href: '/plans/p' }}>
        <p>Words</p>
      </Page>
    </PageFrame.Provider>,
  )
}

describe('a page', () => {
  beforeEach(() => document.body.focus())

  it('[A11Y-5] @C7 takes the focus to its heading when people come from another page, and not on the first', () => {
    const first = at('/start', 'Start')
    expect(document.activeElement).toBe(document.body)
    first.unmount()
    at('/plans/p/share', 'Share')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Share' }))
  })

  it('[A11Y-4] names its place first, has one h1, a skip link before all, and Help first in the footer', () => {
    at('/plans/p/share', 'Share')
    expect(document.title).toBe('Share – Rosa’s plan – Withy')
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    const skip = screen.getAllByRole('link')[0]
    expect(skip?.textContent).toBe('Skip to the page')
    expect(document.querySelector(skip?.getAttribute('href') ?? '')).toBe(screen.getByRole('main'))
    const footer = screen.getByRole('contentinfo')
    expect(footer.querySelector('a')?.textContent).toBe('Help')
  })
})
