import { appendText } from '@withy/shared/plan'
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { RichTextView } from '../../plan-view/rich-text-view.tsx'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { type Brought, LEFT_OUT, type LeftOut } from './brought.ts'
import { type ReadFile, readFile } from './read-file.ts'
import { textBoxesOf } from './text-boxes.ts'
import './import.css'

export type BringInDialogProps = {
  readonly section: string
  readonly onAdded: (section: string) => void
  readonly onClose: () => void
  /** Reads a file; another way where there are no workers. */
  readonly read?: typeof readFile
}

type Stage = { readonly is: 'choosing' } | { readonly is: 'reading'; readonly name: string } | Read
type Read = ReadFile & { readonly name: string }

/** Chooses a file, shows just what of it would be added and where, and adds that when told to (SPEC EXPORT-60 to EXPORT-62). */
export function BringInDialog({ section, onAdded, onClose, read = readFile }: BringInDialogProps) {
  const t = useText()
  const [stage, setStage] = useState<Stage>({ is: 'choosing' })
  const reading = useRef<AbortController | null>(null)
  useEffect(() => () => reading.current?.abort(), [])

  const stop = () => {
    reading.current?.abort()
    setStage({ is: 'choosing' })
  }
  const choose = async (file: File) => {
    stop()
    const here = new AbortController()
    reading.current = here
    setStage({ is: 'reading', name: file.name })
    const came = await read(file, here.signal)
    if (!here.signal.aborted) setStage({ ...came, name: file.name })
  }
  return (
    <Dialog title={t('plan.bring-in')} close={t('common.cancel')} onClose={onClose}>
      <p>{t('import.about')}</p>
      <FileField
        label={t('import.file')}
        hint={t('import.kinds')}
        accept=".docx,.md,.markdown,.txt"
        onChoose={choose}
      />
      <div role="status">
        {stage.is === 'reading' ? <p>{t('import.reading', { name: stage.name })}</p> : null}
        {stage.is === 'words' ? <p className="unseen">{t('import.read', { name: stage.name })}</p> : null}
      </div>
      {stage.is === 'reading' ? (
        <div className="row">
          <Button onClick={stop}>{t('import.stop')}</Button>
        </div>
      ) : null}
      {stage.is === 'words' ? (
        <Preview key={stage.name} words={stage} section={section} onAdded={onAdded} onClose={onClose} />
      ) : stage.is !== 'choosing' && stage.is !== 'reading' ? (
        <p role="alert">{t(`import.${stage.is}`)}</p>
      ) : null}
    </Dialog>
  )
}

type PreviewProps = Pick<BringInDialogProps, 'section' | 'onAdded' | 'onClose'> & {
  readonly words: Extract<Brought, { is: 'words' }> & { readonly name: string }
}

function Preview({ words, section, onAdded, onClose }: PreviewProps) {
  const t = useText()
  const announce = useAnnounce()
  const { live, template } = useDesk()
  const places = usePlaces()
  const [chosen, setChosen] = useState(() => places.find((place) => place.section === section)?.boxes[0]?.key ?? '')
  const [lacking, setLacking] = useState(false)
  const place = places.find(({ boxes }) => boxes.some(({ key }) => key === chosen))

  const add = () => {
    if (!place || !appendText(live.doc, template.kind, chosen, words.text)) {
      setLacking(true)
      return
    }
    announce({ kind: 'done', sentence: t('import.added', { section: place.title }) })
    onClose()
    onAdded(place.section)
  }
  return (
    <>
      <div className="stack">
        <h3 id="import-preview" className="import-title">
          {t('import.preview', { name: words.name })}
        </h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard */}
        <section className="words import-words" tabIndex={0} aria-labelledby="import-preview">
          <RichTextView text={words.text} under={3} />
        </section>
      </div>
      <LeftOutWords left={words.left} />
      <SelectField
        label={t('import.where')}
        hint={t('import.where-hint')}
        error={lacking ? t('import.where-missing') : undefined}
        value={place ? chosen : ''}
        onChange={({ target }) => {
          setChosen(target.value)
          setLacking(false)
        }}
      >
        <option value="">{t('import.where-choose')}</option>
        {places.map(({ section, title, boxes }) => (
          <optgroup key={section} label={title}>
            {boxes.map(({ key, title: box = title }) => (
              <option key={key} value={key}>
                {box}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <div className="row">
        <Button look="main" onClick={add}>
          {t('import.add')}
        </Button>
      </div>
    </>
  )
}

function usePlaces() {
  const t = useText()
  const words = useWords()
  const { template } = useDesk()
  return textBoxesOf(template, usePlanTitles(), words, t('plan.own-section'))
}

/** What is not as it is in the file. Nothing where all is. */
function LeftOutWords({ left }: { readonly left: LeftOut }) {
  const t = useText()
  const lines = LEFT_OUT.filter((what) => left[what] > 0)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="import-left" className="notice notice-calm">
      <h3 id="import-left" className="import-title">
        {t('import.left')}
      </h3>
      <ul>
        {lines.map((what) => (
          <li key={what}>{t(`import.left-${what}`, { count: left[what] })}</li>
        ))}
      </ul>
    </section>
  )
}
