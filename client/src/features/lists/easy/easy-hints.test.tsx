import { render, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { openTexts } from '../../../text/language.ts'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import { EasyHints } from './easy-hints.tsx'

beforeEach(() => openTexts('easy'))

const LONG = Array.from({ length: 20 }, () => 'tea').join(' ')
const shown = (plan: string | null, lang?: 'en' | 'cy') => {
  const { unmount } = render(
    <PlanLanguage value={plan}>
      <EasyHints words={LONG} lang={lang} />
    </PlanLanguage>,
  )
  const hints = screen.queryAllByRole('listitem').length
  unmount()
  return hints
}

it('[EASY-39] what could be easier is said of words in English and Welsh, and of no other language', () => {
  expect([shown(null), shown('en'), shown('pl'), shown('pl', 'cy')]).toEqual([1, 1, 0, 1])
})
