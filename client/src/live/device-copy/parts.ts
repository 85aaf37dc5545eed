import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What a page keeps at once: changes (Yjs updates, V1), the roots that hold un-acked ones, and the page's client id. */
export type Part = {
  readonly client: number
  readonly roots: readonly string[]
  readonly updates: readonly Uint8Array[]
}

/** Words that were not saved and cannot simply go over: by box, as they stood, to be read by a person (SPEC SYNC-106). */
export type DraftBox = {
  /** '' where it is not known any more. */
  readonly root: string
  readonly title: string
  readonly words: string
}
export type Draft = { readonly boxes: readonly DraftBox[] }

export function encodePart({ client, roots, updates }: Part): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarString(encoder, JSON.stringify(roots))
  encoding.writeVarUint(encoder, updates.length)
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** What `encodePart` made. Throws on anything else: rows are locked, so it is ours or it is not read at all. */
export function decodePart(bytes: Uint8Array): Part {
  const decoder = decoding.createDecoder(bytes)
  const client = decoding.readVarUint(decoder)
  const roots = JSON.parse(decoding.readVarString(decoder)) as string[]
  const updates = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint8Array(decoder))
  return { client, roots, updates }
}

export const encodeDraft = (draft: Draft): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(draft))
export const decodeDraft = (bytes: Uint8Array): Draft => JSON.parse(new TextDecoder().decode(bytes)) as Draft
