import {
  type Sentence,
  sentencesOf,
  textOfSentences,
  textRoot,
  type Wording,
  wordsOfSentences,
} from '@withy/shared/plan'
import * as Y from 'yjs'
import { textsAt, type WordsPlace } from './letters-of.ts'

/** A number below another, that looks like chance. */
export type Chance = (below: number) => number

/** The same numbers for the same seed. */
export function chanceFrom(seed: number): Chance {
  let at = seed
  return (below) => {
    at = (at + 0x6d2b79f5) | 0
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** They begin alike and end alike, and come again; signs of two units, several that are one, and marks on letters. */
const SENTENCES = [
  ...['I want to go home', 'I want to go home today', 'We want to go home', 'I want to stay', 'Go home'],
  ...[
    'Yes',
    'Yes',
    'No',
    'Mum 👩‍👧 comes',
    'Mum 👩‍👦 comes',
    'Tea 😀',
    'Tea 😢',
    '👍🏽',
    '👍🏿',
    'Cafe\u0301 is nice',
    'Café is nice',
  ],
  ...['𝒜nn sings', '𝒞at sings', 'Ŵyl y Banc', '🇬🇧 flag', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 flag'],
]
const WORDS = ['home', 'today', 'very', '😀', '😢', 'e\u0301te\u0301', '𝒜', '👍🏽', 'not', 'Mum']
const ENDS = ['.', '.', '.', '!', '?', '']

const one = <T>(all: readonly T[], chance: Chance): T => all[chance(Math.max(1, all.length))] as T
const sentence = (chance: Chance): string =>
  chance(6) === 0 ? `Number ${chance(1_000_000)} is here.` : `${one(SENTENCES, chance)}${one(ENDS, chance)}`

const KINDS = ['paragraph', 'paragraph', 'heading', 'bulletList'] as const

function newLine(chance: Chance): Y.XmlElement {
  const kind = one(KINDS, chance)
  const line = new Y.XmlElement(kind === 'heading' ? 'heading' : 'paragraph')
  if (kind === 'heading') line.setAttribute('level', 2 as unknown as string)
  line.insert(0, [new Y.XmlText([sentence(chance), sentence(chance)].slice(chance(2)).join(' '))])
  if (kind !== 'bulletList') return line
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
  item.insert(0, [line])
  list.insert(0, [item])
  return list
}

/** Somebody types something at a place, as an editor does it. */
export function typesIn(doc: Y.Doc, place: WordsPlace, chance: Chance): void {
  const texts = textsAt(doc, place)
  if (place.item === null && (texts.length === 0 || chance(6) === 0)) {
    const root = textRoot(doc, place.box)
    root.insert(chance(root.length + 1), [newLine(chance)])
  } else typesWithin(one(texts, chance), chance)
}

function typesWithin(text: Y.Text, chance: Chance): void {
  const words = text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => String(insert))
    .join('')
  const at = one([...words.matchAll(/\S+ ?/g)], chance)
  const end = one([...words.matchAll(/[.!?](?= )/g)], chance)
  const does = chance(8)
  if (does < 2 && at) text.insert(at.index, `${one(WORDS, chance)} `)
  else if (does === 2 && at) text.delete(at.index, at[0].length)
  // In between two sentences of whoever wrote them.
  else if (does < 5) text.insert(end ? end.index + 1 : 0, ` ${sentence(chance)}`)
  else text.insert(text.length, `${text.length > 0 ? ' ' : ''}${sentence(chance)}`)
}

/** Other words for a text: sentences reworded, gone, new, in bold, joined to the line before or apart from it. */
export function otherWords(text: Wording, chance: Chance): Wording {
  const sentences = sentencesOf(text).flatMap((sentence) => otherSentences(sentence, chance))
  const more = chance(3) === 0 ? [newSentence(chance)] : []
  const all = [...sentences, ...more]
  return typeof text === 'string' ? wordsOfSentences(all.map(apart)) : textOfSentences(all)
}

const newSentence = (chance: Chance): Sentence => ({ runs: [{ text: ` ${sentence(chance)}` }], opens: null })

/** In a cell, which has no lines of its own, sentences are told apart by space. */
const apart = (one: Sentence): Sentence => ({ runs: [{ text: ' ' }, ...one.runs], opens: null })

const POINT = { is: 'bullet', depth: 1, lists: [{ is: 'bullets', begins: 'item' }] } as const

function otherSentences(was: Sentence, chance: Chance): Sentence[] {
  const words = was.runs.map((run) => run.text).join('')
  const reads = (text: string): Sentence => ({ ...was, runs: [{ text }] })
  const found = [...words.matchAll(/[^\s.!?]+/g)]
  const at = found.length > 0 ? one(found, chance) : null
  const withWord = (word: string) =>
    at ? reads(words.slice(0, at.index) + word + words.slice(at.index + at[0].length)) : was
  switch (chance(16)) {
    case 0:
      return []
    case 1:
      return [withWord(one(WORDS, chance))]
    case 2:
      return [withWord(`${at?.[0]} ${one(WORDS, chance)}`)]
    case 3:
      return found.length > 1 ? [withWord('')] : [was]
    case 4:
      return [was, newSentence(chance)]
    case 5:
      return [{ runs: [{ text: sentence(chance) }], opens: { is: 'paragraph', depth: 0 } }, was]
    case 6:
      return [{ ...reads(` ${words.trim()}`), opens: null }]
    case 7:
      return [{ ...reads(words.trim()), opens: POINT }]
    case 8:
      return [{ ...was, runs: was.runs.map((run) => ({ ...run, bold: true })) }]
    case 9:
      return [reads(sentence(chance))]
    default:
      return [was]
  }
}
