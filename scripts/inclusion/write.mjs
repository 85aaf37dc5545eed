import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS, GROUPS } from './checks.mjs'

export const CLAIM = 'This is not a claim of conformance. No machine can tell you if a person felt heard.'

const jsonOf = (root) => join(root, 'docs/inclusion-score.json')
const faultsOf = (root) => join(root, 'docs/inclusion-faults.json')
/** Where the page about it is. */
export const pageOf = (root) => join(root, 'docs/INCLUSION.md')

const readOr = (file, nothing) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : nothing)
const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/** What was kept last. @returns `null` where nothing was yet */
export const keptScore = (root) => readOr(jsonOf(root), null)

/** What was kept of planted faults. */
export const keptFaults = (root) => readOr(faultsOf(root), [])

/**
 * Keeps a score, how it moved, and the page about it.
 * @param {ReturnType<import('./score.mjs').scoreOf>} score
 * @param {string} day e.g. `2026-11-23`
 */
export function keepScore(root, score, day) {
  const before = keptScore(root)?.moved ?? []
  const today = { day, score: score.score, gates: score.gates.passed }
  const last = before.at(-1)
  const isNews = !last || last.score !== today.score || last.gates !== today.gates
  writeJson(jsonOf(root), { claim: CLAIM, ...score, moved: isNews ? [...before, today] : before })
  writePage(root)
}

/** Keeps which tests found which planted faults. Those looked at now take the place of what was kept of them. */
export function keepFaults(root, found) {
  const before = keptFaults(root)
  const all = CHECKS.flatMap(
    ({ id }) => (found.find(({ check }) => check === id) ?? before.find(({ check }) => check === id)) || [],
  )
  writeJson(faultsOf(root), all)
  writePage(root)
}

function writePage(root) {
  const score = keptScore(root)
  if (score) writeFileSync(pageOf(root), pageFor(score, keptFaults(root)))
}

const cell = (words) => words.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim()
const row = (...cells) => `| ${cells.map((words) => cell(String(words))).join(' | ')} |`
const percent = (fraction) => `${Math.floor(fraction * 1000) / 10} %`

/** The page, from what was kept. @returns {string} Markdown */
export function pageFor({ score, gates, checks, moved }, faults) {
  const fellShort = checks.filter(({ fraction }) => fraction < 1)
  const measured = checks.filter(({ measured: lines = [] }) => lines.length > 0)
  const leftOut = checks.filter(({ leftOut: lines }) => lines.length > 0)
  return `${[
    '# The inclusion score',
    '',
    `**${score} of 100. ${gates.passed} of ${gates.of} gates.** ${CLAIM}`,
    '',
    'Withy fails if the person a plan is about is the one who cannot use it. So it measures itself: 66 checks, 21 of them gates, which must be whole whatever the score. `npm run inclusion` runs them all and writes this page and `inclusion-score.json`, which names everything; a score below the one kept here fails. `npm run inclusion -- --planted` breaks the product once for each check and writes which test saw it.',
    '',
    'A check gives its points times the share of what it looked at that passed. A check that nothing looks at gives nothing.',
    '',
    '## How it moved',
    '',
    row('Day', 'Score', 'Gates'),
    row('---', '---', '---'),
    ...moved.map(({ day, score: then, gates: passed }) => row(day, then, `${passed} of ${gates.of}`)),
    '',
    '## The checks',
    ...Object.entries(GROUPS).flatMap(([group, title]) => [
      '',
      `### ${group}. ${title}`,
      '',
      row('Check', 'What it asks', 'Looked at', 'Passed', 'Points'),
      row('---', '---', '---', '---', '---'),
      ...CHECKS.filter((one) => one.group === group).map(({ id, title: name, passes, weight, isGate }) => {
        const { looked, fraction, points } = checks.find((one) => one.id === id)
        return row(
          `${id}${isGate ? ' (gate)' : ''} ${name}`,
          passes,
          looked,
          percent(fraction),
          `${points} of ${weight}`,
        )
      }),
    ]),
    '',
    '## What fell short, and why',
    '',
    ...(fellShort.length === 0 ? ['Nothing.'] : []),
    ...fellShort.map(
      ({ id, title, short }) =>
        `- **${id} ${title}**: ${short.length} of what was looked at. ${cell(short[0]?.what ?? '')}`,
    ),
    '',
    '## What was measured',
    '',
    ...measured.flatMap(({ id, title, measured: lines }) => [
      `**${id} ${title}**`,
      '',
      row('What', 'It took', 'It may be'),
      row('---', '---', '---'),
      ...lines.map(({ what, is, most, unit }) => row(what, `${is} ${unit}`, `${most} ${unit}`)),
      '',
    ]),
    '## What was not looked at',
    '',
    ...(leftOut.length === 0 ? ['No test left anything out.'] : []),
    ...leftOut.map(({ id, leftOut: lines }) => `- **${id}**: ${cell(lines.join('; '))}`),
    '- No script covers people: testers with lived experience, NVDA, JAWS, VoiceOver, TalkBack, Dragon, a workshop in a lit hall. Until they have, their part is unknown.',
    '',
    '## Each check has been seen to fail',
    '',
    'Written by `npm run inclusion -- --planted`: the product was broken so in a copy, and this test was red.',
    '',
    row('Check', 'Planted fault', 'Seen by'),
    row('---', '---', '---'),
    ...CHECKS.map(({ id }) => {
      const one = faults.find(({ check }) => check === id)
      return one
        ? row(id, one.fault, one.seenBy ?? 'nothing: this check cannot fail yet')
        : row(id, '–', 'not planted yet')
    }),
  ].join('\n')}\n`
}
