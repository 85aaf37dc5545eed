import type { Wording } from '@withy/shared/plan'

type Worded = { readonly was: Wording; readonly proposed: Wording }

/** Two wordings as the endpoint takes them, which checks each block by itself. */
export const asSent = <T extends Worded>({ was, proposed, ...rest }: T) => ({
  ...rest,
  was: typeof was === 'string' ? was : [...was],
  proposed: typeof proposed === 'string' ? proposed : [...proposed],
})
