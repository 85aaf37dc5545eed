import { change, changeJson } from './write.mjs'

const SCORE = 'docs/inclusion-score.json'
const checkOf = (kept, id) => kept.checks.find((one) => one.id === id)

export const plants = [
  {
    fault: 'a gate that is not whole',
    plant: (root) => changeJson(root, SCORE, (kept) => Object.assign(checkOf(kept, 'B5'), { fraction: 0.9 })),
    expects: /B5 is a gate, and was not whole/,
  },
  {
    fault: 'a score that went down',
    plant: (root) => changeJson(root, SCORE, (kept) => kept.moved.push({ day: '2026-12-01', score: 12, gates: 21 })),
    expects: /the score went down to 12 on 2026-12-01/,
  },
  {
    // No page can be written of what is not there.
    alone: true,
    fault: 'a check that was left out',
    plant: (root) => changeJson(root, SCORE, (kept) => kept.checks.splice(3, 1)),
    expects: /is not in docs\/inclusion-score\.json as it is now/,
  },
  {
    fault: 'a check that nothing saw fail',
    plant: (root) => changeJson(root, 'docs/inclusion-faults.json', (kept) => Object.assign(kept[0], { seenBy: null })),
    expects: /no planted fault of A1 was seen/,
  },
  {
    fault: 'a page that somebody made kinder',
    plant: (root) => change(root, 'docs/INCLUSION.md', (text) => text.replace(/of 100/, 'of 100, well done')),
    expects: /INCLUSION\.md is not what npm run inclusion writes/,
  },
]
