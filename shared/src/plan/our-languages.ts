/** The languages every text of ours exists in. Whatever has to know which there are asks here (SPEC A11Y-291). */
export const LANGUAGES = ['en', 'cy'] as const
export type Language = (typeof LANGUAGES)[number]
