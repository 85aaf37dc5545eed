import { languagesOfLines, OTHER_LANGUAGE, readRichText } from '@withy/shared/plan'
import type { WordsHere } from '../language-form.tsx'
import { writesIn } from '../writes-in.ts'

/** The language that is said of the line somebody is on, or in which they begin a box that is empty. null: nobody said one we can name. */
export function spokenAt({ fragment, lines }: WordsHere): string | null {
  const isEmpty = readRichText(fragment).length === 0
  const said = languagesOfLines(fragment)[lines().from]?.lang ?? (isEmpty ? writesIn()?.lang : null)
  return said && said !== OTHER_LANGUAGE.lang ? said : null
}
