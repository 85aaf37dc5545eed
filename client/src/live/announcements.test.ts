import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Announcements, createAnnouncements, HEARD, type Notice } from './announcements.ts'

let told: { count: number; urgent: boolean; kind: string }[]
let announcements: Announcements

beforeEach(() => {
  vi.useFakeTimers()
  announcements = createAnnouncements()
  told = []
  const seen = new Set<number>()
  announcements.onChange(() => {
    for (const { id, notices, urgent } of announcements.spoken()) {
      if (seen.has(id)) continue
      seen.add(id)
      told.push({ count: notices.length, urgent, kind: notices[0]?.kind ?? '' })
    }
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const joins = (...names: string[]) => {
  for (const name of names) announcements.announce({ kind: 'joined', person: name, name })
}

const changed = (name: string) =>
  announcements.announce({ kind: 'changed', name, section: 'My health', place: 'my-health' })

describe('the announcer', () => {
  it('[A11Y-41] tells eight joins within a second in one or two messages that count them', () => {
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) {
      joins(name)
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(6_000)
    expect(told.length).toBeLessThanOrEqual(2)
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(8)
  })

  it('[A11Y-41] tells the first of them within 6 seconds, and later ones no sooner than 5 seconds apart', () => {
    joins('A')
    vi.advanceTimersByTime(1_000)
    expect(told).toHaveLength(1)
    announcements.announce({ kind: 'changed', name: 'A', section: 'My health', place: 'my-health' })
    vi.advanceTimersByTime(4_300)
    expect(told).toHaveLength(1)
    vi.advanceTimersByTime(400)
    expect(told).toHaveLength(2)
  })

  it('[A11Y-42] waits until no key has been pressed for a second, and at most 10 seconds', () => {
    joins('A')
    for (let tenths = 0; tenths < 95; tenths += 1) {
      announcements.key()
      vi.advanceTimersByTime(100)
    }
    expect(told).toHaveLength(0)
    for (let tenths = 0; tenths < 6; tenths += 1) {
      announcements.key()
      vi.advanceTimersByTime(100)
    }
    expect(told).toHaveLength(1)
  })

  it('[A11Y-42] tells a second after the last key', () => {
    joins('A')
    announcements.key()
    vi.advanceTimersByTime(990)
    expect(told).toHaveLength(0)
    vi.advanceTimersByTime(20)
    expect(told).toHaveLength(1)
  })

  it('[A11Y-40] keeps a message in its region for 7 seconds, then takes it out', () => {
    joins('A')
    vi.advanceTimersByTime(400)
    expect(announcements.spoken()).toHaveLength(1)
    vi.advanceTimersByTime(6_900)
    expect(announcements.spoken()).toHaveLength(1)
    vi.advanceTimersByTime(200)
    expect(announcements.spoken()).toHaveLength(0)
  })

  it('[A11Y-43] interrupts only for words at risk and for being taken out of the plan', () => {
    announcements.announce({ kind: 'lost', unsaved: true })
    announcements.announce({ kind: 'removed' })
    announcements.announce({ kind: 'lost', unsaved: false })
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([
      { count: 1, urgent: true, kind: 'lost' },
      { count: 1, urgent: true, kind: 'removed' },
      { count: 1, urgent: false, kind: 'lost' },
    ])
  })

  it('[A11Y-44] says nothing in quiet but what is urgent or answers the person, and lists it all the same', () => {
    announcements.quiet(HEARD)
    joins('A')
    announcements.announce({ kind: 'done', sentence: 'Moved up.' })
    announcements.announce({ kind: 'removed' })
    vi.advanceTimersByTime(120_000)
    expect(told.map(({ kind }) => kind)).toEqual(['done', 'removed'])
    expect(announcements.list().map(({ notice }) => notice.kind)).toEqual(['removed', 'done', 'joined'])
  })

  it('[A11Y-44] tells in quiet that words are not saved, and after that that all is well again', () => {
    announcements.announce({ kind: 'not-saved' })
    announcements.quiet(HEARD)
    vi.advanceTimersByTime(20_000)
    announcements.announce({ kind: 'back' })
    vi.advanceTimersByTime(20_000)
    expect(told.map(({ kind }) => kind)).toEqual(['not-saved', 'back'])
    announcements.announce({ kind: 'lost', unsaved: false })
    announcements.announce({ kind: 'back' })
    vi.advanceTimersByTime(20_000)
    expect(told).toHaveLength(2)
  })

  it('[A11Y-44] does not tell in quiet that a connection is back whose loss was not told', () => {
    announcements.quiet(HEARD)
    announcements.announce({ kind: 'lost', unsaved: true, kept: true })
    announcements.announce({ kind: 'back' })
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([])
  })

  it('[A11Y-45] @D11 lists each thing at once, the last 50, newest first, with its time', () => {
    vi.setSystemTime(1_000)
    joins(...Array.from({ length: 60 }, (_, i) => `P${i}`))
    const list = announcements.list()
    expect(list).toHaveLength(50)
    expect(list[0]).toMatchObject({ at: 1_000, notice: { kind: 'joined', name: 'P59' } })
  })

  it('[A11Y-41] does not tell of someone who left and came back before it was told', () => {
    announcements.key()
    announcements.announce({ kind: 'left', person: 'sam', name: 'Sam' })
    announcements.announce({ kind: 'joined', person: 'sam', name: 'Sam' })
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([])
  })

  it('[A11Y-41] tells of one who left and of another of the same name who came', () => {
    announcements.announce({ kind: 'left', person: 'sam', name: 'Sam' })
    announcements.announce({ kind: 'joined', person: 'another', name: 'Sam' })
    vi.advanceTimersByTime(20_000)
    expect(told.map(({ kind }) => kind)).toEqual(['left', 'joined'])
  })

  it('[A11Y-41] the same thing said twice before it is told is told once', () => {
    for (let i = 0; i < 3; i += 1) changed('Sam')
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([{ count: 1, urgent: false, kind: 'changed' }])
  })

  it('[SYNC-155] @D4 a change is told once nobody types, however long that takes, and holds up nothing else', () => {
    changed('Sam')
    joins('A')
    for (let tenths = 0; tenths < 300; tenths += 1) {
      announcements.key()
      vi.advanceTimersByTime(100)
    }
    expect(told.map(({ kind }) => kind)).toEqual(['joined'])
    vi.advanceTimersByTime(1_000)
    expect(told.map(({ kind }) => kind)).toEqual(['joined', 'changed'])
  })

  it('[SYNC-152] how many changes wait is told at most once in 5 s, the newest number, and stands once in the list', () => {
    for (let count = 1; count <= 100; count += 1) {
      announcements.announce({ kind: 'waiting', count })
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(6_000)
    expect(told.length).toBeLessThanOrEqual(4)
    expect(announcements.list().map(({ notice }) => notice)).toEqual([{ kind: 'waiting', count: 100 }])
    expect(announcements.spoken().at(-1)?.notices).toEqual([{ kind: 'waiting', count: 100 }])
  })

  it('[SYNC-154] @D5 in quiet nothing polite is told in 2 minutes of activity, and all of it stands in the list', () => {
    announcements.quiet(HEARD)
    const kinds = ['joined', 'changed', 'said', 'suggested', 'waiting', 'news', 'shown', 'left'] as const
    for (let i = 0; i < 48; i += 1) {
      const kind = kinds[i % kinds.length] ?? 'joined'
      const any = { person: `p${i}`, name: 'Sam', section: 'A', place: 'a', isAnswer: false, count: i + 1 }
      announcements.announce({ ...any, kind, about: 'agreement', sentence: 'It was agreed.' } as Notice)
      vi.advanceTimersByTime(2_500)
    }
    expect(told).toEqual([])
    expect(new Set(announcements.list().map(({ notice }) => notice.kind))).toEqual(new Set(kinds))
  })

  it('[SYNC-154] @D5 each kind can be silenced by itself; what answers the person and unsaved words are told', () => {
    announcements.quiet(['people', 'agreement'])
    joins('A')
    announcements.announce({ kind: 'news', about: 'agreement', sentence: 'It was agreed.' })
    changed('Sam')
    announcements.announce({ kind: 'not-saved' })
    announcements.announce({ kind: 'done', sentence: 'Moved up.' })
    vi.advanceTimersByTime(20_000)
    expect(told.map(({ kind }) => kind)).toEqual(['done', 'changed', 'not-saved'])
  })
})
