/**
 * The order to draw a list in while somebody here writes in one of its items: as it was when they began, so that nothing
 * moves under their hands (SPEC PLAN-87). Items that are gone leave (but never the one written in), new ones come in
 * after the item they follow in `live`; one that is not in the list yet is drawn at its end.
 */
export function steadyOrder(held: readonly string[], live: readonly string[], writing: string): string[] {
  const drawn = held.filter((id) => id === writing || live.includes(id))
  for (const [i, id] of live.entries()) {
    if (drawn.includes(id)) continue
    const before = live[i - 1]
    drawn.splice(before === undefined ? 0 : drawn.indexOf(before) + 1, 0, id)
  }
  if (!drawn.includes(writing)) drawn.push(writing)
  return drawn
}
