import type { Language } from '../plan/catalogue.ts'
import { dayOf, timeOf } from '../plan/dates.ts'
import { inLanguage, type Shown } from '../plan/edition.ts'
import type { Sentence } from '../plan/index.ts'
import { ANNEX_WORDS } from './annex-words.ts'
import { filled } from './said-words.ts'
import type { AnnexAbout, AnnexChange, AnnexComment, AnnexSuggestion, AnnexThread, TalkAnnex } from './talk-annex.ts'

/** `isTheirs`: the words are people's, and not ours. */
type AnnexFact = { readonly label: string; readonly words: string; readonly isTheirs: boolean }

/** One thing that was said, as it reads: what it is about, and line by line what was said and what became of it. */
export type AnnexCard = {
  readonly name: string
  readonly facts: readonly AnnexFact[]
}

/** Comments, or suggested words, by section of the plan. */
export type AnnexPart = {
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly cards: readonly AnnexCard[] }[]
}

/** What was said about a plan, as it reads in one language: the same words in every copy and on pages (SPEC TALK-85). Empty parts are left out. */
export function annexRead(
  { threads, suggestions }: Pick<TalkAnnex, 'threads' | 'suggestions'>,
  lang: Language,
): AnnexPart[] {
  const say = sayIn(lang)
  return [
    { title: say('comments'), sections: bySection(threads, lang, (thread) => threadCard(thread, lang)) },
    { title: say('suggestions'), sections: bySection(suggestions, lang, (one) => suggestionCard(one, lang)) },
  ].filter(({ sections }) => sections.length > 0)
}

type Say = (id: keyof typeof ANNEX_WORDS, values?: Readonly<Record<string, string>>) => string
const sayIn =
  (lang: Language): Say =>
  (id, values = {}) =>
    filled(ANNEX_WORDS[id], values)[lang]

/** The moment of an ISO time, as clocks in Britain show it. */
const momentOf = (at: string, lang: Language): string => `${dayOf(lang, at)}, ${timeOf(lang, at)}`

/** What was said that day: of an annex as a whole. */
export const annexAsOf = ({ at }: Pick<TalkAnnex, 'at'>, lang: Language): string =>
  sayIn(lang)('asOf', { at: momentOf(at, lang) })

function bySection<T extends { readonly about: AnnexAbout }>(
  all: readonly T[],
  lang: Language,
  cardOf: (one: T) => AnnexCard,
): AnnexPart['sections'] {
  const sections = new Map<string, AnnexCard[]>()
  for (const one of all) {
    const title = one.about.section ? inLanguage(one.about.section, lang) : sayIn(lang)('nowhere')
    sections.set(title, [...(sections.get(title) ?? []), cardOf(one)])
  }
  return [...sections].map(([title, cards]) => ({ title, cards }))
}

/** What something is about, in a line: the words, or the item or box by its name. */
function annexAbout(
  { words, name, title, isThere }: Omit<AnnexAbout, 'box' | 'item' | 'field' | 'section'>,
  lang: Language,
): string {
  const say = sayIn(lang)
  if (words) return say(isThere ? 'about' : 'aboutGone', { quote: words.quote })
  const called = [...(title ? [title] : []), ...(name ? [name] : [])]
    .map((one: Shown) => inLanguage(one, lang))
    .join(': ')
  if (isThere && called) return say('aboutAll', { title: called })
  return called ? `${say('aboutTakenOut')}: ${called}` : say('aboutTakenOut')
}

function threadCard({ kind, about, comments, settled, explained }: AnnexThread, lang: Language): AnnexCard {
  const say = sayIn(lang)
  return {
    name: annexAbout(about, lang),
    facts: [
      ...comments.map((comment, n) => ({
        label: who(comment.name, comment.at, lang),
        words: annexCommentRead(comment, kind === 'meaning' && n === 0, lang),
        isTheirs: Boolean(comment.words),
      })),
      ...(explained
        ? [{ label: say('means', { word: explained.word }), words: explained.meaning, isTheirs: true }]
        : []),
      // Of what was taken away nothing is left to settle.
      ...(settled || comments.some(({ words }) => words !== null)
        ? [
            {
              label: say('whatBecame'),
              words: settled ? say('settled', named(settled.name, settled.at, lang)) : say('unsettled'),
              isTheirs: false,
            },
          ]
        : []),
    ],
  }
}

const named = (name: string | null, at: string, lang: Language) => ({
  name: name || ANNEX_WORDS.somebody[lang],
  at: momentOf(at, lang),
})

const who = (name: string | null, at: string, lang: Language): string => sayIn(lang)('said', named(name, at, lang))

/** A comment with whom it is for; `asks`: it asks what words mean, and may say nothing more. */
export function annexCommentRead({ words, mentions, editedAt }: AnnexComment, asks: boolean, lang: Language): string {
  const say = sayIn(lang)
  if (words === null) return say('removed')
  return [
    ...(asks ? [say('meaning')] : []),
    words,
    ...(mentions.length > 0 ? [say('for', { names: mentions.join(', ') })] : []),
    ...(editedAt === null ? [] : [say('edited')]),
  ]
    .filter((one) => one !== '')
    .join(' ')
}

function suggestionCard({ about, name, at, why, changes }: AnnexSuggestion, lang: Language): AnnexCard {
  const say = sayIn(lang)
  const wasLabel = (n: number) =>
    changes.length > 1 ? say('wasAt', { number: String(n + 1), all: String(changes.length) }) : say('was')
  return {
    name: annexAbout(about, lang),
    facts: [
      { label: say('suggestedBy'), words: who(name, at, lang), isTheirs: false },
      ...(why === '' ? [] : [{ label: say('why'), words: why, isTheirs: true }]),
      ...changes.flatMap((change, n) => [
        { label: wasLabel(n), ...readOr(change.was, say('nothingYet')) },
        { label: say('becomes'), ...readOr(change.becomes, say('takenOut')) },
        { label: say('whatBecame'), words: fateOf(change, lang), isTheirs: false },
      ]),
    ],
  }
}

function readOr(sentences: readonly Sentence[], none: string): Omit<AnnexFact, 'label'> {
  const words = sentencesRead(sentences)
  return { words: words || none, isTheirs: words !== '' }
}

function fateOf({ fate, needs, yes }: AnnexChange, lang: Language): string {
  const say = sayIn(lang)
  if (fate) return say(fate.is, named(fate.name, fate.at, lang))
  const waiting = needs.filter((name) => !yes.includes(name))
  return waiting.length > 0 ? say('needs', { names: waiting.join(', ') }) : say('undecided')
}

/** Sentences as they read: each that opens a line begins one. */
export const sentencesRead = (sentences: readonly Sentence[]): string =>
  sentences
    .map(({ runs, opens }, n) => `${opens && n > 0 ? '\n' : ''}${runs.map(({ text }) => text).join('')}`)
    .join('')
    .trim()
