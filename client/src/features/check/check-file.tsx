import { type FileChecked, LIMIT } from '@withy/shared/api'
import { useEffect, useId, useRef, useState } from 'react'
import { checkFile } from '../../api/check.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { Notice } from '../../ui/notice.tsx'
import './check.css'
import { FileVerdict } from './file-verdict.tsx'

type Stage =
  | { readonly is: 'waiting' }
  | { readonly is: 'reading' }
  | { readonly is: 'here'; readonly file: string; readonly checked: FileChecked; readonly goOn: GoOn }
  | { readonly is: 'refused'; readonly sentence: string }

/** A file chosen, or dropped, is checked at once; what it is stands below. */
export function CheckFile() {
  const t = useText()
  const title = useId()
  const part = useRef<HTMLElement>(null)
  const [stage, setStage] = useState<Stage>({ is: 'waiting' })
  const asking = useRef<AbortController | null>(null)

  const check = async (file: File | undefined) => {
    if (!file) return
    asking.current?.abort()
    if (file.size > LIMIT.checkedFile) return setStage({ is: 'refused', sentence: t('check.too-large') })
    const goOn = focusFromHere()
    const mine = new AbortController()
    asking.current = mine
    setStage({ is: 'reading' })
    const next: Stage = await checkFile(file, mine.signal).then(
      (checked) => ({ is: 'here', file: file.name, checked, goOn }),
      (error: unknown) => ({ is: 'refused', sentence: sentenceOf(error) }),
    )
    // Stopped, or another file was chosen since.
    if (!mine.signal.aborted) setStage(next)
  }
  const stop = () => {
    asking.current?.abort()
    setStage({ is: 'waiting' })
    part.current?.querySelector('input')?.focus()
  }
  // Anywhere on the page: a file dropped beside a field would take its place in the browser.
  useEffect(() => {
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (event.type === 'drop') void check(event.dataTransfer.files[0])
    }
    window.addEventListener('dragover', drop)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drop)
      window.removeEventListener('drop', drop)
    }
  })

  return (
    <section className="stack check-part" ref={part} aria-labelledby={title}>
      <h2 id={title}>{t('check.file-section')}</h2>
      <FileField
        isMain
        label={t('check.file')}
        hint={
          <>
            {t('check.file-hint')} {t('check.drop')}
          </>
        }
        accept=".pdf,.html,.htm,.json,application/pdf,text/html,application/json"
        onChoose={(file) => void check(file)}
      />
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
      {stage.is === 'here' && <FileVerdict {...stage} />}
    </section>
  )
}
