import type { LineLook } from '../changes/lines.ts'
import type { BlockLanguage, Run } from '../plan.ts'

/**
 * A sentence of a text box or of a cell. Put together again they are the text: `opens` is how the line it begins is set out, null
 * where it goes on in the line of the sentence before it.
 */
export type Sentence = BlockLanguage & { readonly runs: readonly Run[]; readonly opens: LineLook | null }
