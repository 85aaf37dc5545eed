import { cellWords, type Item, SHAPES, setCell } from '@withy/shared/plan'
import { useDesk } from '../../../live/desk.tsx'
import { useText, useWords } from '../../../text/use-text.ts'
import { PlainWordsCell, WordsCell } from '../words-cell.tsx'
import { EasyHints } from './easy-hints.tsx'
import { PictureChoice } from './picture-choice.tsx'

/** A row to write in: one sentence, what could be easier in it, and its picture. */
export function EasyRowForm({ item, box }: { readonly item: Item; readonly box: string }) {
  const t = useText()
  const words = useWords()
  const { live } = useDesk()
  const text = cellWords(live.doc, box, item.id, 'words')
  const said = String(item.cells.words ?? '')
  const about = {
    label: words(SHAPES.easy.fields[0]?.label ?? { en: '', cy: '' }),
    hint: t('easy.words-hint'),
    long: false,
  }
  const picture = item.cells.picture === undefined ? null : String(item.cells.picture)
  return (
    <div className="item-form">
      {text ? (
        <WordsCell words={text} {...about} />
      ) : (
        <PlainWordsCell value={said} onSet={(value) => setCell(live.doc, box, item.id, 'words', value)} {...about} />
      )}
      <EasyHints words={said} />
      <PictureChoice words={said} chosen={picture} onChoose={(id) => setCell(live.doc, box, item.id, 'picture', id)} />
    </div>
  )
}
