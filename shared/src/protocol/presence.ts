import * as z from 'zod/mini'

/** A place in a text box: relative positions (Y.encodeRelativePosition, base64). */
const caret = z.object({ box: z.string(), anchor: z.string(), head: z.string() })

/** What a client says of itself. Everything else in an awareness state is dropped by the server. */
export const presenceSaid = z.object({
  /** Section id the person is in. */
  section: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
  /** The box, and for a list the item, they are writing in. */
  box: z.optional(z.nullable(z.string().check(z.maxLength(240)))),
  caret: z.optional(z.nullable(caret)),
  /** The section they ask to have to themselves for now: a courtesy, never a lock. */
  alone: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
  /** Id of the person whose way through the plan they follow. */
  follows: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
  /** A room screen, not a person at a keyboard: not counted as here. */
  screen: z.optional(z.boolean()),
})
export type PresenceSaid = z.infer<typeof presenceSaid>

/**
 * What others receive: the same, with the identity the server stamped. `typesFor`: whose words they type, of which the server has an
 * entry of its own.
 */
export type Presence = PresenceSaid & { readonly person: string; readonly typesFor?: string }
