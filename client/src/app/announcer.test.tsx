import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setReadingSettings, USUAL } from '../features/reading/settings.ts'
import type { Notice } from '../live/announcements.ts'
import { useAnnounce } from '../live/announcer-context.ts'
import { Announcer } from './announcer.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  setReadingSettings(USUAL)
})

let say: (notice: Notice) => void = () => {}
function PageThatSays() {
  say = useAnnounce()
  return <textarea />
}

function open() {
  const { container } = render(
    <Announcer>
      <PageThatSays />
    </Announcer>,
  )
  const region = (live: string) => container.querySelector(`[aria-live="${live}"]`)
  return {
    region,
    say: (...notices: Notice[]) => act(() => notices.forEach((notice) => void say(notice))),
    wait: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
    field: container.querySelector('textarea') as HTMLTextAreaElement,
  }
}

it('[A11Y-40] adds each message to a polite region as a new element and takes it out later, never replacing words', () => {
  const page = open()
  const polite = page.region('polite')
  expect(polite?.getAttribute('aria-relevant')).toBe('additions')
  expect(polite?.getAttribute('aria-atomic')).toBe('false')
  page.say({ kind: 'joined', person: 'sam', name: 'Sam' })
  page.wait(500)
  const first = polite?.firstElementChild
  expect(first?.textContent).toBe('Sam joined.')
  page.say({ kind: 'joined', person: 'ada', name: 'Ada' }, { kind: 'joined', person: 'ben', name: 'Ben' })
  page.wait(5_000)
  expect([...(polite?.children ?? [])].map((child) => child.textContent)).toEqual(['Sam joined.', '2 people joined.'])
  expect(polite?.firstElementChild).toBe(first)
  page.wait(7_100)
  expect(polite?.children).toHaveLength(0)
})

it('[A11Y-41] @D3 eight who come within a second are told in one or two messages that count them, within 6 s', () => {
  const page = open()
  const polite = page.region('polite')
  const told = new Set<Element>()
  for (let person = 0; person < 8; person += 1) {
    page.say({ kind: 'joined', person: `person-${person}`, name: `Person ${person}` })
    page.wait(120)
  }
  for (let waited = 0; waited < 50; waited += 1) {
    page.wait(100)
    for (const message of polite?.children ?? []) told.add(message)
  }
  const words = [...told].map(({ textContent }) => textContent)
  expect(words.length).toBeLessThanOrEqual(2)
  const counted = words.map((each) => Number(/^(\d+) people joined\.$/.exec(each ?? '')?.[1] ?? 1))
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(8)
})

it('[A11Y-42] holds back while someone types, also on a phone keyboard that presses no keys', () => {
  const page = open()
  page.say({ kind: 'joined', person: 'sam', name: 'Sam' })
  for (let i = 0; i < 5; i += 1) {
    page.wait(300)
    page.field.dispatchEvent(new InputEvent('beforeinput', { bubbles: true }))
  }
  expect(page.region('polite')?.textContent).toBe('')
  page.wait(1_000)
  expect(page.region('polite')?.textContent).toBe('Sam joined.')
})

it('[A11Y-43] speaks of words at risk in the assertive region', () => {
  const page = open()
  page.say({ kind: 'lost', unsaved: true })
  expect(page.region('assertive')?.textContent).toContain('not saved')
  expect(page.region('polite')?.textContent).toBe('')
})

it('[A11Y-44] is quiet in calm mode', () => {
  const page = open()
  act(() => setReadingSettings({ ...USUAL, calm: true }))
  page.say({ kind: 'joined', person: 'sam', name: 'Sam' })
  page.wait(20_000)
  expect(page.region('polite')?.textContent).toBe('')
})
