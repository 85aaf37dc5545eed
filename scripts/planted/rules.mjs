import { change, write } from './write.mjs'

/** A test of a planted rule that is not run, and the file it stands in. */
const leftOut = (how, file, source) => ({
  fault: `a rule whose test is left out ${how}`,
  plant: (root) => write(root, file, `${source}\n`),
  expects: new RegExp(`${file.replaceAll('.', '\\.')} leaves out the test of PLANTED-1`),
})

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
  leftOut('by a word', 'server/src/planted-skip.test.ts', "it.skip('[PLANTED-1] is left out', () => {})"),
  leftOut('for later', 'shared/src/planted-todo.test.ts', "it.todo('[PLANTED-1] is left out')"),
  leftOut('always', 'client/src/planted-if.test.tsx', "it.skipIf(true)('[PLANTED-1] is left out', () => {})"),
  leftOut(
    'also in CI',
    'server/src/planted-tools.test.ts',
    "it.skipIf(!process.env.TOOLS)('[PLANTED-1] is left out', () => {})",
  ),
  leftOut(
    'with its file',
    'e2e/journeys/planted-file.spec.ts',
    "test.skip()\ntest('[PLANTED-1] is left out', () => {})",
  ),
  leftOut('in its body', 'e2e/journeys/planted-body.spec.ts', "test('[PLANTED-1] is left out', () => { test.skip() })"),
  {
    fault: 'a test that leaves out all others',
    plant: (root) => write(root, 'e2e/journeys/planted-only.spec.ts', "test.only('alone', () => {})\n"),
    expects: /planted-only\.spec\.ts runs only some of its tests/,
  },
]
