import { type Item, namesActions, SHAPES, type ShapeId } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { useActionWords } from '../../live/whole-plan.ts'
import { ItemView } from '../../plan-view/item-view.tsx'
import { useLanguage } from '../../text/use-text.ts'

type ItemWordsProps = { readonly item: Item; readonly shape: ShapeId }

/** An item, read. One that names actions follows those of the whole plan, any other itself alone (SPEC PLAN-63, PLAN-82). */
export const ItemWords = (props: ItemWordsProps) =>
  namesActions(props.shape) ? <NamingActions {...props} /> : <Drawn {...props} actions={NONE} />

const NONE: ReadonlyMap<string, string> = new Map()

const NamingActions = (props: ItemWordsProps) => <Drawn {...props} actions={useActionWords()} />

function Drawn({ item, shape, actions }: ItemWordsProps & { readonly actions: ReadonlyMap<string, string> }) {
  const lang = useLanguage()
  const { names } = useDesk()
  return <ItemView item={item} shape={SHAPES[shape]} lang={lang} people={names} actions={actions} />
}
