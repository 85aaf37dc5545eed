import { ANNEX_WORDS } from '@withy/shared/api'
import { type Language, stableJson } from '@withy/shared/plan'
import * as z from 'zod/mini'
import type { FileWords } from './file-words.ts'
import { lettersOf } from './letters.ts'

/** Where what was said stands in a copy, in letters without spaces: from the first to the one after the last. */
export type AnnexPlace = { readonly from: number; readonly to: number }

const withAnnex = z.object({ annex: z.unknown() })

/** Where a copy of our own has what people said beside the plan, which nobody agreed to (SPEC TALK-87); null: nowhere. */
export function annexIn({ form, words }: Pick<FileWords, 'form' | 'words'>, lang: Language): AnnexPlace | null {
  if (form === 'json') {
    const file = withAnnex.safeParse(JSON.parse(words)).data
    return file ? placeOf(words, stableJson(file.annex).normalize('NFC')) : null
  }
  const letters = lettersOf(words)
  // The last: it stands at the end, and people's words of the plan, which come before, may say the same.
  const from = letters.lastIndexOf(lettersOf(ANNEX_WORDS.noPart[lang]))
  return from < 0 ? null : { from, to: letters.length }
}

function placeOf(words: string, annex: string): AnnexPlace {
  const from = lettersOf(words.slice(0, words.indexOf(`"annex":${annex}`))).length
  return { from, to: from + lettersOf(annex).length }
}
