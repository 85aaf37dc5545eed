import type { AnnexAbout, AnnexSuggestion, AnnexThread, TalkAnnex, TalkInCopy } from '@withy/shared/api'
import type { Sentence } from '@withy/shared/plan'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import type { Exported } from '../exports/exported.ts'

const AT = '2026-11-21T18:00:00.000Z'

/** One sentence that is a line. */
export const sentence = (text: string, opens: Sentence['opens'] = { is: 'paragraph', depth: 0 }): Sentence => ({
  runs: [{ text }],
  opens,
})

/** A box of a plan about a place; or, with `more`, something else of it. */
export const aboutBox = (more: Partial<AnnexAbout> = {}): AnnexAbout => ({
  ...{ box: 'place.where', item: null, field: null, name: null, words: null, isThere: true },
  ...{ section: 'Our place', title: { en: 'Where is it?', cy: 'Ble mae ef?' } },
  ...more,
})

export const threadOf = (words: readonly (string | null)[], more: Partial<AnnexThread> = {}): AnnexThread => ({
  kind: 'comment',
  about: aboutBox(),
  comments: words.map((one, n) => ({ name: `Guest ${n}`, at: AT, words: one, mentions: [], editedAt: null })),
  settled: null,
  ...more,
})

export const suggestionOf = (
  was: string,
  becomes: string,
  more: Partial<Omit<AnnexSuggestion, 'changes'> & AnnexSuggestion['changes'][number]> = {},
): AnnexSuggestion => {
  const { about = aboutBox(), name = 'Priya', at = AT, why = '', ...change } = more
  const sentences = (text: string) => (text === '' ? [] : [sentence(text)])
  return {
    ...{ about, name, at, why },
    changes: [
      {
        ...{ was: sentences(was), becomes: sentences(becomes), before: '', after: '', needs: [], yes: [], fate: null },
        ...change,
      },
    ],
  }
}

/** What was said: every kind of it, and hostile text in every place of it where people write. */
export function hostileTalk(): TalkAnnex {
  const [script = ''] = HOSTILE_TEXTS
  const fate = { is: 'accepted', name: script, at: AT } as const
  return {
    annex: 1,
    at: AT,
    threads: [
      threadOf([...HOSTILE_TEXTS, null]),
      threadOf([''], { kind: 'meaning', settled: { name: null, at: AT } }),
      ...HOSTILE_TEXTS.map((quote) =>
        threadOf(['about this'], {
          about: aboutBox({ words: { quote, before: '', after: '' }, isThere: false }),
          settled: { name: quote, at: AT },
        }),
      ),
      threadOf(['gone'], { about: aboutBox({ section: null, title: null, isThere: false }) }),
    ],
    suggestions: [
      ...HOSTILE_TEXTS.map((text) => suggestionOf(text, `not ${text}`, { name: text, why: text, needs: [text] })),
      suggestionOf('', 'more', { fate }),
      suggestionOf('less', '', { fate: { ...fate, is: 'kept' } }),
      suggestionOf('here', 'there', { fate: { ...fate, is: 'withdrawn' } }),
    ],
  }
}

/** The same copy with what was said about its plan. */
export const withTalk = (exported: Exported, annex = hostileTalk(), how: TalkInCopy = 'annex'): Exported => ({
  ...exported,
  talk: { how, annex },
})
