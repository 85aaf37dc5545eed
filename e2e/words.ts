import { readdirSync, readFileSync } from 'node:fs'
import { type Language, TEMPLATES } from '@withy/shared/plan'

const TEXTS = new URL('../client/src/text/', import.meta.url)

/** What people read on the pages in one language: a journey finds things by the words that are really there. */
export type Words = {
  readonly language: Language
  /** A text by its id, filled. Throws for an id that is not there, and for one that is left with something to fill. */
  text(id: string, values?: Readonly<Record<string, string>>): string
  /** The title of a section of an area plan. */
  section(id: string): string
  /** The title of a box of an area plan, by its root: `<section>.<box>`. */
  box(root: string): string
}

/** Reads the texts from their files: e2e shares no code with the client. */
export function wordsIn(language: Language): Words {
  const folder = new URL(`${language}/`, TEXTS)
  const texts: Readonly<Record<string, string>> = Object.assign(
    {},
    ...readdirSync(folder).map((file) => {
      const word = file.replace('.json', '')
      const said: Record<string, string> = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
      return Object.fromEntries(Object.entries(said).map(([key, text]) => [`${word}.${key}`, text]))
    }),
  )
  const sections = TEMPLATES.area.parts.flatMap((part) => part.sections)
  const sectionOf = (id: string) => {
    const found = sections.find((section) => section.id === id)
    if (!found) throw new Error(`There is no section ${id}`)
    return found
  }
  return {
    language,
    text(id, values = {}) {
      const text = texts[id]?.replaceAll(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole)
      if (text === undefined || text.includes('{'))
        throw new Error(`There is no text ${id} in ${language}, or not all of it`)
      return text
    },
    section: (id) => sectionOf(id).title[language],
    box(root) {
      const [id = '', box] = root.split('.')
      const found = sectionOf(id).boxes.find((each) => each.id === box)
      if (!found) throw new Error(`There is no box ${root}`)
      return found.title[language]
    },
  }
}

/** Ids of texts that stand in these words, where the texts themselves should be. */
export function textIdsIn(words: string): readonly string[] {
  const files = readdirSync(new URL('en/', TEXTS)).map((file) => file.replace('.json', ''))
  return words.match(new RegExp(`(?:${files.join('|')})\\.[a-z][a-z0-9-]+\\b`, 'g')) ?? []
}

/** The words most journeys are told in. */
export const ENGLISH = wordsIn('en')

/** A pattern that finds these words as they stand, whatever signs are in them. */
export const literally = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
