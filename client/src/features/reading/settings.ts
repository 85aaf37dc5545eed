import { inPlace } from './in-place.ts'

export const SIZES = ['100', '112', '125', '150', '175', '200', '250', '300'] as const
export const SPACINGS = ['usual', 'more', 'most'] as const
export const FONTS = ['atkinson', 'lexend', 'opendyslexic', 'system'] as const
export const THEMES = ['device', 'white', 'cream', 'dark', 'contrast'] as const

/** How this device shows everything. `size` in percent of the browser's own. */
export type ReadingSettings = {
  readonly size: (typeof SIZES)[number]
  readonly spacing: (typeof SPACINGS)[number]
  readonly font: (typeof FONTS)[number]
  readonly theme: (typeof THEMES)[number]
  readonly pictures: boolean
  /** Others' carets are not seen, what they do is not told, and their changes wait while one writes. */
  readonly calm: boolean
  /** The keys that work anywhere on a plan's page do so. */
  readonly keys: boolean
  /** Care words can be pressed where they stand, to see what they mean. */
  readonly careWords: boolean
  /** A band lies on the line being read. */
  readonly ruler: boolean
  /** Text boxes open as plain boxes for words, without tools. */
  readonly simpleBox: boolean
}

export const USUAL: ReadingSettings = {
  size: '100',
  spacing: 'usual',
  font: 'atkinson',
  theme: 'device',
  pictures: true,
  calm: false,
  keys: true,
  careWords: true,
  ruler: false,
  simpleBox: false,
}

const KEPT_AS = 'withy.reading'
/** What `public/before-paint.js` copies onto <html>. */
const LOOK_KEPT_AS = 'withy.look'

let current: ReadingSettings = kept()
const listeners = new Set<() => void>()

export const readingSettings = (): ReadingSettings => current

/** Calls `listener` after each change; returns how to stop. */
export function onReadingSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows everything so from now on, and keeps it on this device where storage is allowed (SPEC A11Y-10, A11Y-11). */
export function setReadingSettings(settings: ReadingSettings): void {
  current = settings
  inPlace(() => applyLook(lookOf(settings)))
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(settings))
    localStorage.setItem(LOOK_KEPT_AS, JSON.stringify(lookOf(settings)))
  } catch {
    // Storage is blocked: it holds until the page closes.
  }
  for (const listener of listeners) listener()
}

/** The attributes of <html> that tokens.css draws these settings from. What is usual has no attribute. */
export function lookOf(settings: ReadingSettings): Readonly<Record<string, string>> {
  const { size, spacing, font, theme, pictures, calm } = settings
  return {
    ...(size === USUAL.size ? {} : { 'data-size': size }),
    ...(spacing === USUAL.spacing ? {} : { 'data-spacing': spacing }),
    ...(font === USUAL.font ? {} : { 'data-font': font }),
    ...(theme === USUAL.theme ? {} : { 'data-theme': theme }),
    ...(pictures ? {} : { 'data-pictures': 'off' }),
    ...(calm ? { 'data-calm': 'on' } : {}),
  }
}

const LOOK_NAMES = ['data-size', 'data-spacing', 'data-font', 'data-theme', 'data-pictures', 'data-calm']

function applyLook(look: Readonly<Record<string, string>>): void {
  for (const name of LOOK_NAMES) {
    const value = look[name]
    if (value === undefined) document.documentElement.removeAttribute(name)
    else document.documentElement.setAttribute(name, value)
  }
}

/** What was kept, each part only where it is one we know: another version of Withy may have written it. */
function kept(): ReadingSettings {
  const said = keptEntry()
  return {
    size: oneOf(SIZES, said.size) ?? USUAL.size,
    spacing: oneOf(SPACINGS, said.spacing) ?? USUAL.spacing,
    font: oneOf(FONTS, said.font) ?? USUAL.font,
    theme: oneOf(THEMES, said.theme) ?? USUAL.theme,
    pictures: said.pictures !== false,
    calm: said.calm === true,
    keys: said.keys !== false,
    careWords: said.careWords !== false,
    ruler: said.ruler === true,
    simpleBox: said.simpleBox === true,
  }
}

function keptEntry(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') ?? {}
  } catch {
    return {} // Storage is blocked on this device, or holds something else.
  }
}

// A declaration, like those above: they are asked while this file is still being read.
function oneOf<Value>(values: readonly Value[], said: unknown): Value | undefined {
  return values.find((value) => value === said)
}
