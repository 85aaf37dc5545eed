import { type Item, PHOTO_WORDS, type Plan, photoOf } from '@withy/shared/plan'

/** What the photo of a row shows, in people's words; empty where nobody has said. */
export const photoWords = ({ cells }: Pick<Item, 'cells'>): string => String(cells[PHOTO_WORDS] ?? '').trim()

/** What a photo of a plan shows, as a row says that has it; empty where none does. */
export function photoWordsIn(plan: Plan, photo: string): string {
  const rows = Object.values(plan.boxes).flatMap((box) =>
    box.type === 'list' && box.shape === 'easy' ? box.items : [],
  )
  const said = rows.filter(({ cells }) => photoOf(String(cells.picture ?? '')) === photo).map(photoWords)
  return said.find((words) => words !== '') ?? ''
}
