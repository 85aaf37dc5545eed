/** Does what is asked of one plan one after the other; other plans do not wait. */
export function createInTurn() {
  const lastByPlan = new Map<string, Promise<unknown>>()
  return <Made>(plan: string, work: () => Promise<Made>): Promise<Made> => {
    const made = (lastByPlan.get(plan) ?? Promise.resolve()).then(work)
    const done = made.then(
      () => {},
      () => {},
    )
    lastByPlan.set(plan, done)
    void done.then(() => {
      if (lastByPlan.get(plan) === done) lastByPlan.delete(plan)
    })
    return made
  }
}
