/** The ids of the checks a test stands for: they are in its title as `@B5`. */
export const checksIn = (title) => [...title.matchAll(/@([A-H]\d{1,2})(?![\w-])/g)].map(([, id]) => id)

/** Tests that stand for a check, for a runner that chooses by a regular expression. */
export const ANY_CHECK = '@[A-H][0-9]+'
