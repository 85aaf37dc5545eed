import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useActivity } from '../../live/announcer-context.ts'
import { inRoom, stepOf } from './testing-page.tsx'

it('[A11Y-222] tells once that what people said in this step is shown, and not of a step that was shown before', async () => {
  const told = renderHook(useActivity).result
  const [fist, dots] = [stepOf('fist'), stepOf('dots', { shown: true })]
  const { tell } = await inRoom({ now: { steps: [fist, dots], step: 'fist' } })
  const news = () => told.current.map(({ notice }) => notice).filter(({ kind }) => kind === 'news')
  tell({ answered: 1 })
  tell({ step: 'dots' })
  tell({ step: 'fist' })
  expect(news()).toEqual([])
  tell({ steps: [{ ...fist, shown: true }, dots] })
  tell({ answered: 2 })
  expect(news()).toEqual([{ kind: 'news', about: 'rest', sentence: 'What people said is shown now.' }])
})
