import type { Language } from './catalogue.ts'
import { ALIKE, type ChangedWords, likeness, wordDiff } from './changes/word-diff.ts'
import { type Edition, inLanguage, type Shown } from './edition.ts'
import { linesOf, plainLine, type ReadLine } from './edition-lines.ts'
import { hunks } from './hunks.ts'
import type { BlockLanguage } from './plan.ts'
import { nameOfLanguage } from './spoken/languages.ts'

/** A line that reads differently. `look`: the same words in bold, as a link, in another place. */
export type LineChange = BlockLanguage & {
  readonly is: 'added' | 'taken-out' | 'changed' | 'look'
  /** What it belongs to: the first words of an item, or the title of a box; '' where that says nothing more. */
  readonly under: string
  readonly pieces: readonly ChangedWords[]
}

/** `of`: what of the plan it is. `title`: of a section, as it reads now, or read before it went; '' for the rest. */
export type SectionChange = {
  readonly id: string
  readonly of: 'section' | keyof typeof BESIDE
  readonly title: Shown
  readonly is: 'added' | 'taken-out' | 'changed'
  readonly lines: readonly LineChange[]
}

/**
 * The plan's name, the language of its words, those of its parts and of the sections in which nothing is written, words it explains and words without a place, as if
 * each were a section. No section of a plan has a space in its id.
 */
const BESIDE = {
  title: 'the title',
  language: 'the language of its words',
  parts: 'titles of parts',
  empty: 'titles of empty sections',
  explained: 'explained words',
  unplaced: 'words without a place',
} as const

/**
 * What reads differently for somebody who has read `before`, section by section, in one language. Empty where nothing does that
 * they would see: then only words of ours differ, or the other language (SPEC AGREE-51).
 */
export function editionChanges(before: Edition, after: Edition, lang: Language): SectionChange[] {
  const old = readablesIn(before, after, lang)
  const now = readablesIn(after, before, lang)
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): SectionChange[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const { of, title } = is ?? was ?? NOTHING
    const lines = lineChanges(was?.lines ?? [], is?.lines ?? [])
    if (lines.length === 0) return []
    return [{ id, of, title, is: !was ? 'added' : !is ? 'taken-out' : 'changed', lines }]
  })
}

type Readable = Pick<SectionChange, 'of' | 'title'> & { readonly lines: readonly ReadLine[] }
const NOTHING: Readable = { of: 'section', title: '', lines: [] }

/** @param other what it is compared with: a part or a title that is told with a section which came or went is not told again */
function readablesIn(edition: Edition, other: Edition, lang: Language): ReadonlyMap<string, Readable> {
  const beside = (of: keyof typeof BESIDE, lines: readonly string[]): [string, Readable][] =>
    lines.length > 0 ? [[BESIDE[of], { of, title: '', lines: lines.map(plainLine) }]] : []
  const partsOfOther = new Set(other.parts.map(({ id }) => id))
  const others = sectionsIn(other)
  const written = new Set(others.map(({ title }) => inLanguage(title, lang)))
  const twinOf = (id: string) => others.find((section) => section.id === id)
  return new Map([
    ...beside('title', edition.title === '' ? [] : [edition.title]),
    ...beside('language', edition.lang === undefined ? [] : [nameOfLanguage(edition.lang, lang)]),
    ...beside(
      'parts',
      edition.parts.filter(({ id }) => partsOfOther.has(id)).map(({ title }) => title[lang]),
    ),
    ...sectionsIn(edition).map((section): [string, Readable] => [
      section.id,
      { of: 'section', title: section.title, lines: linesOf(section, lang, twinOf(section.id)) },
    ]),
    ...beside(
      'empty',
      edition.parts
        .flatMap(({ empty }) => empty.map((title) => inLanguage(title, lang)))
        .filter((title) => !written.has(title)),
    ),
    ...beside(
      'explained',
      edition.explained.map(({ word, meaning }) => `${word}: ${meaning}`),
    ),
    ...beside('unplaced', edition.unplaced),
  ])
}

const sectionsIn = ({ parts }: Edition) => parts.flatMap(({ sections }) => sections)

const lineChanges = (before: readonly ReadLine[], after: readonly ReadLine[]): LineChange[] =>
  hunks(looksOf(before), looksOf(after)).flatMap(({ at, gone, nowAt, come }) =>
    paired(before.slice(at, at + gone), after.slice(nowAt, nowAt + come)),
  )

const looksOf = (lines: readonly ReadLine[]): string[] => lines.map(({ look }) => look)

/** Lines that were there, and those in their place. The same line with a few other words is one that has changed. */
function paired(old: readonly ReadLine[], now: readonly ReadLine[]): LineChange[] {
  const found: LineChange[] = []
  let at = 0
  for (const { words, look: _, ...where } of now) {
    const like = old.findIndex((one, n) => n >= at && likeness(one.words, words) > ALIKE)
    if (like === -1) {
      found.push({ is: 'added', ...where, pieces: [{ is: 'added', text: words }] })
      continue
    }
    found.push(...old.slice(at, like).map(gone))
    at = like + 1
    const pieces = wordDiff(old[like]?.words ?? '', words)
    found.push({ is: pieces.every(({ is }) => is === 'same') ? 'look' : 'changed', ...where, pieces })
  }
  return [...found, ...old.slice(at).map(gone)]
}

const gone = ({ words, look: _, ...where }: ReadLine): LineChange => ({
  is: 'taken-out',
  ...where,
  pieces: [{ is: 'taken-out', text: words }],
})
