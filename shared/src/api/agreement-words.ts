// Without a schema: pages load these too.

/** What somebody can say to a plan. `agree-with`: with this said. `stop`: not like this. */
export const ANSWERS = ['agree', 'agree-with', 'disagree', 'more-time', 'stop'] as const
export type Answer = (typeof ANSWERS)[number]

/**
 * Answers that are nothing without words.
 */
export const NEEDS_WORDS: readonly Answer[] = ['agree-with', 'disagree']

/** As what somebody gives another's answer. A supporter only passes it on; the others decide for a person who cannot. */
export const ACTING = ['supporter', 'attorney', 'deputy', 'best-interests'] as const
/** Those who decide. */
export const DECIDING = ['attorney', 'deputy', 'best-interests'] as const satisfies readonly Acting[]
export type Deciding = (typeof DECIDING)[number]

export type Acting = (typeof ACTING)[number]

/** Whether an answer was passed on, and its person has not said that it is right: then it is theirs, through nobody (SPEC AGREE-58). */
export const isPassedOn = ({ by, acting }: { readonly by: string | null; readonly acting: Acting | null }): boolean =>
  by !== null && (acting === null || acting === 'supporter')

/** `record`: what people do not agree about stands in the plan, and it is sealed. `everyone`: it is sealed when nobody disagrees. */
export const ON_DISAGREEMENT = ['record', 'everyone'] as const
export type OnDisagreement = (typeof ON_DISAGREEMENT)[number]
