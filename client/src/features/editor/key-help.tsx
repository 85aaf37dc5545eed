import { keysIn } from '../../text/keys.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { KeyList } from '../../ui/key-list.tsx'

/** The keys, under the tools of a text box. */
export function KeyHelp({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  return (
    <div className="tool-panel">
      <KeyList keys={keysIn(t)} />
      <Button onClick={onDone}>{t('plan.close')}</Button>
    </div>
  )
}
