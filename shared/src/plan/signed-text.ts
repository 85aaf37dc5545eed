import type { Run } from './plan.ts'
import { type Piece, piecesOf, type YType } from './yjs-content.ts'

/**
 * Says who wrote so many clocks of a Yjs client, from a clock on: one stretch after the other, together as long as was asked.
 * `by`: a number of the asker's own; absent where it is not asked.
 */
export type Sign = (client: number, clock: number, length: number) => readonly Signed[]
export type Signed = { readonly length: number; readonly by?: number | undefined }

/** A piece of text as runs that each have one writer. */
export function signedText({ text, id }: Extract<Piece, { is: 'text' }>, sign: Sign): Run[] {
  let at = 0
  return sign(id.client, id.clock, text.length).map(({ length, by }) => {
    at += length
    return { text: text.slice(at - length, at), ...(by !== undefined && { by }) }
  })
}

/** The words of a cell that several people can type in at once, by who wrote them. Together they are the cell's words. */
export const signedWords = (text: YType, sign: Sign): Run[] =>
  Array.from(piecesOf(text), (piece) => (piece.is === 'text' ? signedText(piece, sign) : [])).flat()

/** Who wrote some signs of a text that is signed, each once. */
export function writersIn(runs: readonly Run[], from: number, to: number): number[] {
  const by = new Set<number>()
  let at = 0
  for (const run of runs) {
    if (run.by !== undefined && at < to && at + run.text.length > from) by.add(run.by)
    at += run.text.length
  }
  return [...by]
}
