import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** Opens the list of all that is said. */
export function TalkButton({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText()
  return (
    <Button look="quiet" aria-haspopup="dialog" onClick={onOpen}>
      {t('talk.title')}
    </Button>
  )
}
