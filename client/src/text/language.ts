import { type Messages, setupI18n } from '@lingui/core'
import type { Language } from '@withy/shared/plan'
import { reach } from '../ui/reach.ts'
import type { TextId } from './catalogue.ts'
import { pseudoMessages, pseudoShown } from './pseudo.ts'

const KEPT_AS = 'withy.language'

const LOADERS: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./en.ts'),
  cy: () => import('./cy.ts'),
}

/** Texts that most people never need: fetched with the page, or the part of one, that shows them. */
const LATER = {
  'action-tests': { en: () => import('./en-action-tests.ts'), cy: () => import('./cy-action-tests.ts') },
  agreement: { en: () => import('./en-agreement.ts'), cy: () => import('./cy-agreement.ts') },
  copies: { en: () => import('./en-copies.ts'), cy: () => import('./cy-copies.ts') },
  check: { en: () => import('./en-check.ts'), cy: () => import('./cy-check.ts') },
  cards: { en: () => import('./en-cards.ts'), cy: () => import('./cy-cards.ts') },
  workshop: { en: () => import('./en-workshop.ts'), cy: () => import('./cy-workshop.ts') },
  draft: { en: () => import('./en-draft.ts'), cy: () => import('./cy-draft.ts') },
  easy: { en: () => import('./en-easy.ts'), cy: () => import('./cy-easy.ts') },
  glossary: { en: () => import('./en-glossary.ts'), cy: () => import('./cy-glossary.ts') },
  help: { en: () => import('./en-help.ts'), cy: () => import('./cy-help.ts') },
  history: { en: () => import('./en-history.ts'), cy: () => import('./cy-history.ts') },
  home: { en: () => import('./en-home.ts'), cy: () => import('./cy-home.ts') },
  import: { en: () => import('./en-import.ts'), cy: () => import('./cy-import.ts') },
  join: { en: () => import('./en-join.ts'), cy: () => import('./cy-join.ts') },
  keys: { en: () => import('./en-keys.ts'), cy: () => import('./cy-keys.ts') },
  many: { en: () => import('./en-many.ts'), cy: () => import('./cy-many.ts') },
  'plan-dialogs': { en: () => import('./en-plan-dialogs.ts'), cy: () => import('./cy-plan-dialogs.ts') },
  photos: { en: () => import('./en-photos.ts'), cy: () => import('./cy-photos.ts') },
  reading: { en: () => import('./en-reading.ts'), cy: () => import('./cy-reading.ts') },
  spoken: { en: () => import('./en-spoken.ts'), cy: () => import('./cy-spoken.ts') },
  said: { en: () => import('./en-said.ts'), cy: () => import('./cy-said.ts') },
  talk: { en: () => import('./en-talk.ts'), cy: () => import('./cy-talk.ts') },
  standing: { en: () => import('./en-standing.ts'), cy: () => import('./cy-standing.ts') },
  speak: { en: () => import('./en-speak.ts'), cy: () => import('./cy-speak.ts') },
  together: { en: () => import('./en-together.ts'), cy: () => import('./cy-together.ts') },
  where: { en: () => import('./en-where.ts'), cy: () => import('./cy-where.ts') },
  people: { en: () => import('./en-people.ts'), cy: () => import('./cy-people.ts') },
} satisfies Record<string, typeof LOADERS>
export type Later = keyof typeof LATER
/** Texts that were asked for, and when they are here: whoever asks while they are on their way waits too. */
const wanted = new Map<Later, Promise<void>>()

// A missing text turns `check` and a test red; for people its id is still better than a page that does not open.
const i18n = setupI18n({ missing: (_language, id) => id })

/** What a text may be filled with. */
export type TextValues = Readonly<Record<string, string | number>>
export type Text = (id: TextId, values?: TextValues) => string

let current: { readonly language: Language; readonly text: Text } | null = null
let isFirst = () => {}
/** Until then texts are fetched by whoever opens the first language. */
const first = new Promise<void>((opened) => {
  isFirst = opened
})
const listeners = new Set<() => void>()

/** The language being shown, with its texts. Throws before the first `openLanguage` is done. */
export function shown(): { readonly language: Language; readonly text: Text } {
  if (!current) throw new Error('No language has been opened')
  return current
}

/** Calls `listener` whenever the language shown has changed; returns how to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language this device chose before, else the browser's where we have it, else English (SPEC A11Y-2). */
export function preferredLanguage(): Language {
  return kept() ?? (navigator.languages?.map(known).find((language) => language !== null) || 'en')
}

/**
 * Loads a language's texts and shows the page in it; `<html lang>` follows. Only the language asked for is fetched.
 * @param choose keep it as this device's choice
 * @throws what the fetch throws when the texts cannot be had; the language shown stays
 */
export async function openLanguage(language: Language, choose = false): Promise<void> {
  const all: Messages = {}
  const here = new Set<unknown>()
  // Texts that are asked for while these are on their way would come in the language shown until then, and in no other.
  for (;;) {
    const loads = [LOADERS, ...Array.from(wanted.keys(), (later) => LATER[later])].filter((load) => !here.has(load))
    if (loads.length === 0) break
    for (const load of loads) here.add(load)
    for (const { messages } of await reach(() => Promise.all(loads.map((load) => load[language]()))))
      Object.assign(all, import.meta.env.MODE === 'production' ? messages : pseudoMessages(messages, pseudoShown()))
  }
  i18n.loadAndActivate({ locale: language, messages: all })
  // A new function for each language, so that what is drawn from it is drawn again.
  current = { language, text: (id, values) => i18n._(id, values && apart(values)) }
  document.documentElement.lang = language
  document.documentElement.dir = import.meta.env.MODE !== 'production' && pseudoShown() === 'ar-XB' ? 'rtl' : 'ltr'
  if (choose) keep(language)
  isFirst()
  for (const listener of listeners) listener()
}

/** Letters that run from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** What a text is filled with stands by itself: the signs and numbers of ours beside an Arabic name would go round it (SPEC A11Y-243). */
const apart = (values: TextValues): TextValues =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && FROM_RIGHT.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  )

/**
 * Makes the texts of some pages be there, in the language shown and in any that is opened later. Asks once: whoever shows them asks
 * again, for what comes with them too.
 * @throws what the fetch throws when they cannot be had
 */
export const openTexts = (...later: readonly Later[]): Promise<unknown> => Promise.all(later.map(openOne))

function openOne(later: Later): Promise<void> {
  const here = wanted.get(later) ?? fetchOne(later)
  wanted.set(later, here)
  return here
}

async function fetchOne(later: Later): Promise<void> {
  if (!current) return first
  try {
    const { language } = shown()
    const { messages } = await LATER[later][language]()
    i18n.load(language, import.meta.env.MODE === 'production' ? messages : pseudoMessages(messages, pseudoShown()))
  } catch (problem) {
    wanted.delete(later)
    throw problem
  }
}

const known = (tag: string | null): Language | null => {
  const language = tag?.toLowerCase().split('-')[0] ?? ''
  return isLoaded(language) ? language : null
}

const isLoaded = (language: string): language is Language => Object.hasOwn(LOADERS, language)

function kept(): Language | null {
  try {
    return known(localStorage.getItem(KEPT_AS))
  } catch {
    return null // Storage is blocked on this device.
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
}
