import { type ComponentType, useEffect, useState } from 'react'
import { openTexts } from '../../text/language.ts'
import { useText } from '../../text/use-text.ts'
import { reach } from '../../ui/reach.ts'

type KeyHelpProps = { readonly onDone: () => void }

/** The keys, once they are here: fetched by whoever asks for them. */
export function KeyHelpSlot({ onDone }: KeyHelpProps) {
  const t = useText()
  const [Help, setHelp] = useState<ComponentType<KeyHelpProps> | null>(null)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    reach(() => Promise.all([import('./key-help.tsx'), openTexts('keys')])).then(
      ([{ KeyHelp }]) => setHelp(() => KeyHelp),
      () => setAway(true),
    )
  }, [])
  return Help ? <Help onDone={onDone} /> : <p role="status">{isAway && t('plan.editor-away')}</p>
}
