import type { ShapeId } from '@withy/shared/plan'

/** A place of the plan that something can be said about: a box, or an item of a list. */
export type TalkPlaceProps = {
  readonly box: string
  readonly item: string | null
  /** What kind of items the list has; null: a text box. */
  readonly shape: ShapeId | null
  /** Names it for people who cannot see what it stands under. */
  readonly label: string
}

/** Names the room below a box or an item, for whoever comes from the list to it. */
export const talkAt = ({ box, item }: Pick<TalkPlaceProps, 'box' | 'item'>): string => `${box}/${item ?? ''}`
