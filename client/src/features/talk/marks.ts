/** Marks of the page by the place they are of: drawn over the words, so that neither document nor editor knows of them. */
const MARKED = 'talk'
const SHOWN = 'talk-shown'

const byPlace = new Map<string, readonly Range[]>()

/** A browser that draws no marks has the words of each comment beside it. */
const highlights = (): HighlightRegistry | null =>
  typeof Highlight === 'undefined' || typeof CSS === 'undefined' ? null : (CSS.highlights ?? null)

function lay(name: string, ranges: readonly Range[], before: readonly Range[]): void {
  const all = highlights()
  if (!all) return
  const layer = all.get(name) ?? new Highlight()
  for (const range of before) layer.delete(range)
  for (const range of ranges) layer.add(range)
  if (layer.size > 0) all.set(name, layer)
  else all.delete(name)
}

/** Marks words of a place, and takes away what was marked there before; `shown`: those that are marked strongly instead. */
export function markWords(place: string, ranges: readonly Range[], shown: readonly Range[]): void {
  lay(MARKED, ranges, byPlace.get(place) ?? [])
  lay(SHOWN, shown, byPlace.get(`${place}\nshown`) ?? [])
  byPlace.set(place, ranges)
  byPlace.set(`${place}\nshown`, shown)
}
