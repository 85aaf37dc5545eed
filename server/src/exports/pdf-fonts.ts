import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { boxFont } from './box-font.ts'

const BOXES = 'Withy Boxes'

/** Fonts of a package: the family as the font names itself, and the cuts that are used. */
type Family = { readonly name: string; readonly from: string; readonly cuts: readonly string[] }

const UPRIGHT = ['400Regular', '700Bold'] as const
const FAMILIES: readonly Family[] = [
  {
    name: 'Atkinson Hyperlegible Next',
    from: 'atkinson-hyperlegible-next',
    cuts: [...UPRIGHT, '400Regular_Italic', '700Bold_Italic'],
  },
  { name: 'Noto Sans', from: 'noto-sans', cuts: UPRIGHT },
  // Its letters are whole glyphs. Those of Noto Sans Arabic are put together from parts, and a reader would hear them twice.
  { name: 'Vazirmatn', from: 'vazirmatn', cuts: UPRIGHT },
  { name: 'Noto Sans Hebrew', from: 'noto-sans-hebrew', cuts: UPRIGHT },
  { name: 'Noto Sans Bengali', from: 'noto-sans-bengali', cuts: UPRIGHT },
  { name: 'Noto Sans Gurmukhi', from: 'noto-sans-gurmukhi', cuts: UPRIGHT },
  { name: 'Noto Sans Gujarati', from: 'noto-sans-gujarati', cuts: UPRIGHT },
  { name: 'Noto Sans Tamil', from: 'noto-sans-tamil', cuts: UPRIGHT },
  { name: 'Noto Emoji', from: 'noto-emoji', cuts: UPRIGHT },
]

/** Names of the fonts in the order in which a character is looked for. The last one has them all, as boxes. */
export const FONT_NAMES: readonly string[] = [...FAMILIES.map(({ name }) => name), BOXES]

/** The bytes of every font. Fonts of the machine are never used: a plan looks the same wherever it is made. */
export function fontFiles(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  const files = FAMILIES.flatMap(({ from, cuts }) => {
    const folder = dirname(resolve(`@expo-google-fonts/${from}/package.json`))
    return cuts.map((cut) => readFileSync(join(folder, cut, `${capitals(from)}_${cut}.ttf`)))
  })
  return [...files, Buffer.from(boxFont(BOXES))]
}

/** `noto-sans` as these packages name files: `NotoSans`. */
const capitals = (name: string): string => name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
