import { LIMIT } from '@withy/shared/api'
import { useEffect, useId, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { AtMost, FieldNotes, notesOf } from '../../ui/field.tsx'
import { useSpoken } from '../../ui/theirs.tsx'
import { bindWords } from './words-binding.ts'

type About = {
  readonly label: string
  readonly hint: string | undefined
  readonly long: boolean
  /** The language of what is written, where that is known. */
  readonly lang?: string | undefined
}

/** Words that several people can type in at once. */
export function WordsCell({ words, ...about }: About & { readonly words: Y.Text }) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => (area.current ? bindWords(words, area.current) : undefined), [words])
  return <Area {...about} area={area} />
}

/** Words of an item that another program wrote without a text to type in together: the last one to type wins. */
export function PlainWordsCell({
  value,
  onSet,
  ...about
}: About & { readonly value: string; readonly onSet: (value: string | null) => void }) {
  return <Area {...about} value={value} onChange={(typed) => onSet(typed || null)} />
}

type AreaProps = About & {
  readonly area?: React.Ref<HTMLTextAreaElement>
  readonly value?: string
  readonly onChange?: (typed: string) => void
}

function Area({ label, hint, long, lang, area, value, onChange }: AreaProps) {
  const id = useId()
  const said = useSpoken()
  const [length, setLength] = useState(0)
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldNotes field={id} hint={hint} />
      <textarea
        ref={area}
        id={id}
        className="field-control words-cell"
        rows={long ? 3 : 1}
        maxLength={LIMIT.cellWords}
        {...said({ ...(lang && { lang }) })}
        value={value}
        onChange={onChange && ((event) => onChange(event.target.value))}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        aria-describedby={notesOf(id, hint, undefined)}
        // One line of words, drawn over several where it must: Enter would leave an empty one behind.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !long && !event.nativeEvent.isComposing) event.preventDefault()
        }}
      />
      <AtMost max={LIMIT.cellWords} length={length} />
    </div>
  )
}
