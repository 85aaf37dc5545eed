/** Things by what they have in common, in their order. (Phones in use have no `Map.groupBy`.) */
export function grouped<Thing>(
  things: readonly Thing[],
  by: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = by(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
