import type * as Y from 'yjs'
import type { Live } from '../live/live.ts'
import { documentOf } from '../one-document.ts'
import { updateOf } from './writer.ts'

/** Somebody changes the document of a plan that others may have open, as their own words on the way of every change. Gives what `edit` gives. */
export async function typesIn<T>(
  { live }: { readonly live: Live },
  { plan, id }: { readonly plan: string; readonly id: string },
  edit: (doc: Y.Doc) => T,
): Promise<T> {
  const { epoch, parts } = await live.parts(plan)
  const doc = documentOf(parts)
  let made!: T
  const update = updateOf(doc, () => {
    made = doc.transact(() => edit(doc))
  })
  await live.write(plan, id, { epoch, update })
  return made
}
