import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { boxFont } from './box-font.ts'

const BOXES = 'Withy Boxes'

/** Fonts of a package: the family as the font names itself, a file at the root of its package, the cuts that are used. */
type Family = { readonly name: string; readonly from: string; readonly cuts: readonly string[] }

const UPRIGHT = ['400Regular', '700Bold'] as const
const require = createRequire(import.meta.url)

const FAMILIES: readonly Family[] = [
  {
    name: 'Atkinson Hyperlegible Next',
    from: require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'),
    cuts: [...UPRIGHT, '400Regular_Italic', '700Bold_Italic'],
  },
  { name: 'Noto Sans', from: require.resolve('@expo-google-fonts/noto-sans/package.json'), cuts: UPRIGHT },
  // Its letters are whole glyphs. Those of Noto Sans Arabic are put together from parts, and a reader would hear them twice.
  { name: 'Vazirmatn', from: require.resolve('@expo-google-fonts/vazirmatn/package.json'), cuts: UPRIGHT },
  {
    name: 'Noto Sans Hebrew',
    from: require.resolve('@expo-google-fonts/noto-sans-hebrew/package.json'),
    cuts: UPRIGHT,
  },
  {
    name: 'Noto Sans Bengali',
    from: require.resolve('@expo-google-fonts/noto-sans-bengali/package.json'),
    cuts: UPRIGHT,
  },
  {
    name: 'Noto Sans Gurmukhi',
    from: require.resolve('@expo-google-fonts/noto-sans-gurmukhi/package.json'),
    cuts: UPRIGHT,
  },
  {
    name: 'Noto Sans Gujarati',
    from: require.resolve('@expo-google-fonts/noto-sans-gujarati/package.json'),
    cuts: UPRIGHT,
  },
  { name: 'Noto Sans Tamil', from: require.resolve('@expo-google-fonts/noto-sans-tamil/package.json'), cuts: UPRIGHT },
  { name: 'Noto Emoji', from: require.resolve('@expo-google-fonts/noto-emoji/package.json'), cuts: UPRIGHT },
]

/** Names of the fonts in the order in which a character is looked for. The last one has them all, as boxes. */
export const FONT_NAMES: readonly string[] = [...FAMILIES.map(({ name }) => name), BOXES]

/** The bytes of every font. Fonts of the machine are never used: a plan looks the same wherever it is made. */
export function fontFiles(): Buffer[] {
  const files = FAMILIES.flatMap(({ name, from, cuts }) =>
    cuts.map((cut) => readFileSync(join(dirname(from), cut, `${name.replaceAll(' ', '')}_${cut}.ttf`))),
  )
  return [...files, Buffer.from(boxFont(BOXES))]
}
