import type { Item } from '@withy/shared/plan'
import { useText } from '../../../text/use-text.ts'
import { PictureView } from './picture-view.tsx'

/** One idea: its picture on the left, its words on the right. The picture says nothing that the words do not: it is not read out. */
export function EasyRow({ item }: { readonly item: Item }) {
  const t = useText()
  const words = String(item.cells.words ?? '')
  return (
    <div className="easy-row">
      <PictureView id={String(item.cells.picture ?? '')} alt="" />
      <div className="easy-row-words" data-field="words">
        <p dir="auto">{words || t('easy.no-words')}</p>
        {item.other?.map((other, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plain words without identity or state
          <p key={at} dir="auto">
            {other}
          </p>
        ))}
      </div>
    </div>
  )
}
