import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openTexts } from '../text/language.ts'
import HelpPage from './help-page.tsx'
import TalkHelpPage from './talk-help-page.tsx'

it('[TALK-79] help leads to how to say something without changing the plan', async () => {
  await openTexts('help', 'talk')
  const help = render(<HelpPage />)
  const name = 'Say something without changing the plan'
  expect(screen.getByRole('link', { name }).getAttribute('href')).toBe('/help/say-something')
  help.unmount()
  render(<TalkHelpPage />)
  screen.getByRole('heading', { level: 1, name })
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(6)
  const pictures = screen.getAllByRole<HTMLImageElement>('img')
  expect(pictures.map(({ src }) => new URL(src).pathname)).toEqual(
    ['comment', 'suggest', 'answer'].map((of) => `/help-pictures/talk-${of}-en.jpg`),
  )
  for (const { alt } of pictures) expect(alt).toMatch(/^A (phone|laptop): /)
  expect(document.body.textContent).not.toMatch(/\{\w+\}/)
})
