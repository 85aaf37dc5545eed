import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

const KEYS = [
  ['Tab', 'plan.key-tab'],
  ['Esc', 'plan.key-escape'],
  ['Alt + F10', 'plan.key-toolbar'],
  ['Ctrl + B', 'plan.tool-bold'],
  ['Ctrl + I', 'plan.tool-italic'],
  ['Ctrl + ]', 'plan.tool-in'],
  ['Ctrl + [', 'plan.tool-out'],
  ['Ctrl + Z', 'plan.undo'],
  ['Ctrl + Shift + Z', 'plan.redo'],
] as const

/** The keys that work in a text box. */
export function KeyHelp({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  return (
    <div className="tool-panel">
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onDone}>{t('plan.close')}</Button>
    </div>
  )
}
