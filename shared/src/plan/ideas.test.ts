import { expect, it } from 'vitest'
import { FEATURE_IDS } from './catalogue.ts'
import { IDEAS } from './ideas.ts'

it('[PLAN-58] has the models that work elsewhere, at least one for every feature, each id once', () => {
  expect(IDEAS.map((idea) => idea.id)).toEqual([
    'shared-lives',
    'homeshare',
    'local-area-coordination',
    'timebanking',
    'community-circles',
    'dementia-friendly-communities',
    'keyring-networks',
    'wellbeing-teams',
    'personal-assistants',
    'user-led-organisations',
    'micro-enterprise',
    'peer-support',
    'participatory-budgeting',
    'co-production-boards',
    'community-asset-transfer',
    'link-workers',
    'small-grants',
    'carers-groups',
    'self-advocacy-groups',
    'asset-based-community-development',
    'social-value-clauses',
  ])
  for (const feature of FEATURE_IDS)
    expect(
      IDEAS.some((idea) => idea.features.includes(feature)),
      feature,
    ).toBe(true)
  for (const { id, features, sentence } of IDEAS) {
    expect(features.length, id).toBeGreaterThan(0)
    expect(new Set(features).size, id).toBe(features.length)
    for (const words of [sentence.en, sentence.cy]) expect(words, id).toMatch(/^[^.?!]+\.$/)
  }
})
