// Apart from the schemas made of them: a page that shows one of these lists fetches no schema.

export const WORKSHOP_SHAPES = ['area-2-hours', 'area-first-of-three', 'support-meeting', 'review', 'empty'] as const
export type WorkshopShape = (typeof WORKSHOP_SHAPES)[number]

/** Ready before the day: people were told, what they need is met, papers are sent. */
export const READY = ['notice', 'needs', 'papers', 'room', 'interpreter'] as const
