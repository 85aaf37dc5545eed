/** How often this thread got to something else until all was done: never, where it is done here. */
export async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  const turn = () => {
    if (isDone) return
    turns += 1
    setImmediate(turn)
  }
  setImmediate(turn)
  await done
  isDone = true
  return turns
}
