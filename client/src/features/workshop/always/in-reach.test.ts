import { afterEach, expect, it } from 'vitest'
import { SIZES } from '../../reading/settings.ts'
import css from '../workshop.css?raw'

const html = document.documentElement
afterEach(() => {
  html.removeAttribute('data-size')
  document.body.replaceChildren()
})

it('[WORK-200] the bar at the foot of a workshop stands still in small and usual letters, and never in large ones', () => {
  const [, stands = ''] = css.match(/([^{}]+)\{[^{}]*position:\s*sticky/) ?? []
  const bar = document.createElement('section')
  bar.className = 'workshop-always'
  document.body.append(bar)
  const still = SIZES.filter((size) => {
    html.dataset.size = size
    return bar.matches(stands.trim())
  })
  expect(still).toEqual(['100', '112', '125'])
  html.removeAttribute('data-size')
  expect(bar.matches(stands.trim())).toBe(true)
})
