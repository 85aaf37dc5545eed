import { change, write } from './write.mjs'

export const plants = [
  {
    fault: 'a rule no test proves',
    plant: (root) => change(root, 'docs/SPEC.md', (text) => `${text}\n- **PLANTED-1** Nothing proves this.\n`),
    expects: /no test proves PLANTED-1/,
  },
  {
    fault: 'a rule that is there twice',
    plant: (root) => change(root, 'docs/SPEC.md', (text) => `${text}- **PLANTED-1** Nor this.\n`),
    expects: /PLANTED-1 is there twice/,
  },
  {
    fault: 'a test of a rule that is not there',
    plant: (root) => write(root, 'server/src/planted-rule.test.ts', "it('[PLANTED-2] proves nothing', () => {})\n"),
    expects: /planted-rule\.test\.ts proves PLANTED-2/,
  },
  {
    fault: 'a rule whose test is left out',
    plant: (root) => write(root, 'server/src/planted-skip.test.ts', "it.skip('[PLANTED-1] is left out', () => {})\n"),
    expects: /planted-skip\.test\.ts leaves out the test of PLANTED-1/,
  },
]
