import { LIMIT } from '@withy/shared/api'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

type NameDialogProps = {
  /** Called so already, to be called something else. */
  readonly name?: string
  /** Throws where it could not be kept: the dialog stays, with the words. */
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks what a version is to be called. */
export function NameDialog({ name: before = '', onName, onClose }: NameDialogProps) {
  const t = useText()
  const [name, setName] = useState(before)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | undefined>()
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') return setTrouble(t('history.name-missing'))
    setBusy(true)
    try {
      await onName(name)
      onClose()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('history.name-it')} close={t('common.cancel')} onClose={onClose}>
      <form className="stack" onSubmit={keep} noValidate>
        <p>{t('history.name-why')}</p>
        <TextField
          label={t('history.name')}
          hint={t('history.name-hint')}
          error={trouble}
          maxLength={LIMIT.title}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="row">
          <Button look="main" type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
