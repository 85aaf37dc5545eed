import { can, type Role } from '@withy/shared/access'
import type { Suggestion, TalkThread } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { askedAbout, changeFor, commentBy, suggestionBy, threadWith } from './testing-said.ts'
import { waitingFor } from './waiting.ts'

const waits = (
  { threads = [], suggestions = [] }: { threads?: readonly TalkThread[]; suggestions?: readonly Suggestion[] },
  { role = 'contributor', mine = [], explained = '' }: { role?: Role; mine?: string[]; explained?: string } = {},
) =>
  waitingFor(
    { threads, suggestions, mine: new Set(mine) },
    { me: 'rosa', may: (action) => can(role, action), isExplained: (words) => words === explained },
  ).map((each) => [each.why, 'thread' in each ? each.thread.id : each.suggestion.id, each.by])

describe('what waits for somebody', () => {
  it('[TALK-70] a comment that is for them, until they answered it or it is settled', () => {
    const forRosa = commentBy('ben', { mentions: ['rosa'] })
    const settled = { settled: { by: 'ben', at: 2 } }
    const threads = [
      threadWith('open', [forRosa]),
      threadWith('settled', [forRosa], settled),
      threadWith('answered', [forRosa, commentBy('rosa')]),
      threadWith('asked-again', [forRosa, commentBy('rosa'), commentBy('olu', { mentions: ['rosa'] })]),
      threadWith('removed', [commentBy('ben', { mentions: ['rosa'], words: null })]),
      threadWith('for-another', [commentBy('ben', { mentions: ['olu'] })]),
    ]
    expect(waits({ threads })).toEqual([
      ['for-me', 'open', 'ben'],
      ['for-me', 'asked-again', 'olu'],
    ])
    expect(waits({ threads }, { role: 'viewer' }), 'who only reads').toHaveLength(2)
  })

  it('[TALK-70] an answer to what they said, also where they asked without a name, and no talk between others', () => {
    const threads = [
      threadWith('mine', [commentBy('rosa'), commentBy('ben')]),
      threadWith('had-my-say', [commentBy('rosa'), commentBy('ben'), commentBy('rosa')]),
      threadWith('taken-back', [commentBy('rosa'), commentBy('ben', { words: null })]),
      threadWith('theirs', [commentBy('ben'), commentBy('olu')]),
      askedAbout('i-asked', 'commons', { comments: [commentBy(null), commentBy('olu')] }),
      askedAbout('i-asked-on', 'commons', { comments: [commentBy(null), commentBy('olu'), commentBy(null)] }),
    ]
    expect(waits({ threads }, { mine: ['i-asked', 'i-asked-on'] })).toEqual([
      ['answered', 'mine', 'ben'],
      ['answered', 'i-asked', 'olu'],
    ])
  })

  it('[TALK-70] words somebody asks the meaning of, for who writes, until they are explained', () => {
    const threads = [askedAbout('commons', 'commons'), askedAbout('asset', 'asset'), askedAbout('deed', 'deed')]
    expect(waits({ threads }, { mine: ['deed'], explained: 'asset' })).toEqual([['meaning', 'commons', null]])
    expect(waits({ threads }, { role: 'suggester' })).toEqual([])
  })

  it('[TALK-70] other words for theirs, whatever their role, until they said yes or somebody decided', () => {
    const fate = { is: 'kept', by: 'rosa', at: 2 } as const
    const suggestions = [
      suggestionBy('hers', 'ben', changeFor('a', ['rosa']), changeFor('b', ['olu'])),
      suggestionBy('said-yes', 'ben', changeFor('a', ['rosa', 'olu'], { yes: ['rosa'] })),
      suggestionBy('decided', 'ben', changeFor('a', ['rosa'], { fate })),
      suggestionBy('others', 'ben', changeFor('a', ['olu'])),
    ]
    for (const role of ['viewer', 'suggester', 'owner'] as const)
      expect(waits({ suggestions }, { role })).toEqual([['my-words', 'hers', 'ben']])
  })

  it('[TALK-70] other words where nobody’s yes is needed, for who writes and did not offer them', () => {
    const suggestions = [
      suggestionBy('free', 'ben', changeFor('a', [])),
      suggestionBy('own', 'rosa', changeFor('a', [])),
    ]
    expect(waits({ suggestions })).toEqual([['decide', 'free', 'ben']])
    expect(waits({ suggestions }, { role: 'suggester' })).toEqual([])
  })
})
