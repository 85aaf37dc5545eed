import * as Y from 'yjs'

/** A word nobody else ever writes: `⟦page-number⟧`, always this long, so that where one begins can be counted. */
export const TOKEN_LENGTH = 9

export const tokenOf = (page: number, n: number) => `⟦${String(page).padStart(2, '0')}-${String(n).padStart(4, '0')}⟧`

export const pageOf = (token: string) => Number(token.slice(1, 3))

type Place = { readonly item: Y.Item; readonly offset: number }

/** Every word that stands in a document, and where: each once, unless something doubled it. */
export function tokensIn(doc: Y.Doc): Map<string, Place[]> {
  const found = new Map<string, Place[]>()
  for (const structs of doc.store.clients.values())
    for (const item of structs) {
      if (item.deleted || !(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      for (let offset = 0; offset < str.length; offset += TOKEN_LENGTH) {
        const token = str.slice(offset, offset + TOKEN_LENGTH)
        const places = found.get(token)
        if (places) places.push({ item, offset })
        else found.set(token, [{ item, offset }])
      }
    }
  return found
}

export const idOf = ({ client, clock }: Y.ID) => `${client}:${clock}`

/** What a piece of a document stands in, from the inside out. */
export function aroundOf(item: Y.Item): string[] {
  const around: string[] = []
  for (
    let parent = item.parent as Y.AbstractType<unknown>;
    parent?._item;
    parent = parent._item.parent as typeof parent
  )
    around.push(idOf(parent._item.id))
  return around
}
