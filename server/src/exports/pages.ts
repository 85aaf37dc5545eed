import { ANNEX_WORDS, type CopySize } from '@withy/shared/api'
import type { BlockLanguage, Language } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { agreedLine, agreedNodes } from './agreed-nodes.ts'
import { AGREED } from './agreed-words.ts'
import { annexNodes } from './annex-nodes.ts'
import { chosenEdition, leftOutOf } from './chosen.ts'
import { easyNodes } from './easy-nodes.ts'
import { type Exported, momentOf } from './exported.ts'
import { type NativeTalk, nativeTalk } from './native-talk.ts'
import { bullets, heading, type Node, ours, paragraph } from './nodes.ts'
import { explainedNodes, type Laying, partNodes, titleOf, unplacedNodes } from './plan-nodes.ts'
import { saidNodes } from './said-nodes.ts'
import { theirsIn } from './theirs-in.ts'
import { aboutPerson, KIND, momentInWords, OURS } from './words.ts'

/** A copy as a reader meets it, in the language it is in; each format writes just this (SPEC EXPORT-12). */
export type Pages = {
  /** The plan's, or what kind of plan it is. Stands above the nodes, as the one heading of the highest level. */
  readonly title: string
  readonly lang: Language
  /** What is said of the title, which people chose. */
  readonly titled: BlockLanguage
  readonly size: CopySize
  /** The moment it is of. */
  readonly at: Date
  /** On each page: DRAFT, or which agreed version this is. */
  readonly head: string
  /** On each page of an agreed version, and at the end where there are no pages: its code, and what copy it is (`copy-mark.ts`). */
  readonly mark: string
  readonly isDraft: boolean
  readonly nodes: readonly Node[]
  /** The photos its rows have, by id. */
  readonly photos: ReadonlyMap<string, Uint8Array>
  /** What was said about the plan, for Word alone: its comments and tracked changes. */
  readonly native?: NativeTalk
}

/** What a copy is called and what stands on each page of it, for formats that have no pages too. */
export function namedOf({ edition, lang, status }: Exported): Pick<Pages, 'title' | 'head' | 'mark' | 'isDraft'> {
  const isDraft = status.is === 'draft'
  return {
    title: seen(edition.title) || KIND[edition.kind][lang],
    head: isDraft ? OURS.draft[lang] : `${OURS.agreedVersion[lang]} ${status.record.number}`,
    mark: status.is === 'draft' ? '' : status.mark,
    isDraft,
  }
}

/** Lays a copy out. */
export function pagesOf(exported: Exported): Pages {
  const { edition, lang, size, talk } = exported
  const native = talk?.how === 'native' ? nativeTalk(edition, talk.annex, lang) : undefined
  return {
    ...namedOf(exported),
    lang,
    titled: seen(exported.edition.title) ? theirsIn(exported) : {},
    size,
    at: momentOf(exported),
    photos: photoBytesOf(exported),
    nodes: [
      paragraph(KIND[edition.kind][lang]),
      { is: 'note', inside: whatThisIs(exported) },
      ...bodyOf(exported, native),
    ],
    ...(native && { native }),
  }
}

const photoBytesOf = ({ photos = new Map() }: Exported): ReadonlyMap<string, Uint8Array> =>
  new Map([...photos].flatMap(([id, photo]) => (photo === 'removed' ? [] : [[id, photo.bytes] as const])))

/** How the plan of a copy is laid out in it. */
export const layingOf = (exported: Exported): Laying => ({
  lang: exported.lang,
  theirs: theirsIn(exported),
  asked: exported.status.is === 'draft' ? exported.status.asked : undefined,
})

function whatThisIs({ status, lang }: Exported): Node[] {
  if (status.is === 'sealed') return agreedLine(status.record, status.code, lang)
  const about = ` ${OURS.unfinished[lang]} ${momentInWords(status.at, lang)}. ${OURS.mayChange[lang]}`
  return [{ is: 'paragraph', runs: [{ text: `${OURS.draft[lang]}.`, bold: true }, { text: about }] }]
}

/**
 * All of it, or the sections that were chosen. With those goes nothing else that people said: who answered what, who is in the
 * plan, what it explains (SPEC EXPORT-14).
 */
function bodyOf(exported: Exported, native: NativeTalk | undefined): Node[] {
  const { edition, people, status, lang, sections } = exported
  const how = layingOf(exported)
  if (exported.size === 'easy') return [...(sections ? leftOut(exported) : []), ...easyNodes(exported)]
  if (sections) {
    const { parts } = chosenEdition(exported)
    return [...leftOut(exported), ...parts.flatMap((part) => partNodes(part, part.id, how))]
  }
  const places: { id: string; title: string; nodes: Node[] }[] = [
    { id: 'people', title: OURS.people[lang], nodes: peopleNodes(people, lang) },
    ...edition.parts.map((part) => {
      const id = `part-${part.id}`
      return { id, title: visibleText(part.title[lang]), nodes: partNodes(part, id, { ...how, native }) }
    }),
  ]
  if (edition.explained.length > 0)
    places.push({
      id: 'explained',
      title: OURS.explained[lang],
      nodes: explainedNodes(edition.explained, 'explained', how),
    })
  if (edition.unplaced.length > 0)
    places.push({
      id: 'unplaced',
      title: OURS.unplaced[lang],
      nodes: unplacedNodes(edition.unplaced, 'unplaced', how),
    })
  if (exported.said)
    places.push({ id: 'said', title: OURS.saidAndTyped[lang], nodes: saidNodes(exported.said, 'said', how) })
  if (exported.talk) {
    const nodes = annexNodes(exported.talk.annex, 'annex', how, native?.rest)
    places.push({ id: 'annex', title: ANNEX_WORDS.title[lang], nodes })
  }
  return [
    ...(status.is === 'sealed' ? agreedNodes(status.record, how, exported.size) : []),
    { is: 'contents', title: OURS.contents[lang], of: places.map(({ id, title }) => ({ id, title })) },
    ...places.flatMap(({ nodes }) => nodes),
  ]
}

const peopleNodes = (people: Exported['people'], lang: Language): Node[] => [
  heading(1, OURS.people[lang], 'people'),
  paragraph(OURS.asTheySay[lang], 'quiet'),
  {
    is: 'bullets',
    items: people.map((person) => [ours(`${visibleText(person.name)}: ${aboutPerson(person, lang)}`)]),
  },
]

function leftOut(exported: Exported): Node[] {
  const { edition, status, lang } = exported
  const others = [
    // A section that is agreed may have been so over somebody's “no”: who reads it alone knows that answers stand elsewhere.
    ...(status.is === 'sealed' ? [AGREED.who[lang]] : []),
    ...(edition.explained.length > 0 ? [OURS.explained[lang]] : []),
    ...(edition.unplaced.length > 0 ? [OURS.unplaced[lang]] : []),
  ]
  return [
    {
      is: 'note',
      inside: [
        paragraph(OURS.onlySome[lang]),
        bullets([...leftOutOf(exported).map((section) => titleOf(section, lang)), ...others]),
      ],
    },
  ]
}
