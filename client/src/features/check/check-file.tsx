import { type FileChecked, LIMIT } from '@withy/shared/api'
import { type DragEvent, useId, useRef, useState } from 'react'
import { checkFile } from '../../api/check.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import './check.css'
import { FileVerdict } from './file-verdict.tsx'

type Stage =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading' }
  | { readonly is: 'here'; readonly file: string; readonly checked: FileChecked }
  | { readonly is: 'refused'; readonly sentence: string }

/** A file chosen, or dropped, is checked at once; what it is stands below. */
export function CheckFile() {
  const t = useText()
  const field = useId()
  const [stage, setStage] = useState<Stage>({ is: 'waiting' })
  const asking = useRef<AbortController | null>(null)

  const check = async (file: File | undefined) => {
    if (!file) return
    asking.current?.abort()
    if (file.size > LIMIT.checkedFile) return setStage({ is: 'refused', sentence: t('check.too-large') })
    const mine = new AbortController()
    asking.current = mine
    setStage({ is: 'reading' })
    const next: Stage = await checkFile(file, mine.signal).then(
      (checked) => ({ is: 'here', file: file.name, checked }),
      (error: unknown) => ({ is: 'refused', sentence: sentenceOf(error) }),
    )
    // Stopped, or another file was chosen since.
    if (!mine.signal.aborted) setStage(next)
  }
  const stop = () => {
    asking.current?.abort()
    setStage({ is: 'waiting' })
    document.getElementById(field)?.focus()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (event.type === 'drop') void check(event.dataTransfer.files[0])
  }

  return (
    <section className="stack check-part" aria-labelledby={`${field}-title`} onDragOver={drop} onDrop={drop}>
      <h2 id={`${field}-title`}>{t('check.file-section')}</h2>
      <div className="field">
        <label htmlFor={field} className="field-label">
          {t('check.file')}
        </label>
        <p id={`${field}-hint`} className="field-hint">
          {t('check.file-hint')} {t('check.drop')}
        </p>
        <input
          id={field}
          type="file"
          className="check-input"
          accept=".pdf,.html,.htm,.json,application/pdf,text/html,application/json"
          aria-describedby={`${field}-hint`}
          onChange={(event) => {
            void check(event.target.files?.[0])
            // So that the same file, mended, can be chosen again.
            event.target.value = ''
          }}
        />
      </div>
      <div role="status">{stage.is === 'reading' && <p className="quiet">{t('check.reading')}</p>}</div>
      {stage.is === 'reading' && (
        <div className="row">
          <Button onClick={stop}>{t('check.stop')}</Button>
        </div>
      )}
      {stage.is === 'refused' && (
        <Notice look="careful" spoken>
          <p>{stage.sentence}</p>
        </Notice>
      )}
      {stage.is === 'here' && <FileVerdict file={stage.file} checked={stage.checked} />}
    </section>
  )
}
