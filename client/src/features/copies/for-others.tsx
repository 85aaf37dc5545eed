import { type CopyHolder, LIMIT } from '@withy/shared/api'
import { type Edition, inLanguage } from '@withy/shared/plan'
import { useEffect, useMemo, useRef, useState } from 'react'
import { howFarSaid } from '../../api/how-far.ts'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile } from '../../api/take-file.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { GetFile, NotYet } from '../../ui/get-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import { GivenList } from './given-list.tsx'
import type { NamedReader } from './named-readers.ts'
import { WhatTheySee } from './readers.tsx'
import { type Change, useNoting } from './use-copies.ts'

type ForOthersProps = {
  readonly plan: string
  readonly number: number
  readonly edition: Edition
  readonly holders: readonly CopyHolder[]
  readonly change: Change
  /** Somebody the plan names: what it says of them is filled in, and the focus comes here. */
  readonly reader: NamedReader | null
}

/** A copy for somebody who is not in the plan: a café sees one goal. */
export function ForOthers({ plan, number, edition, holders, change, reader }: ForOthersProps) {
  const t = useText()
  const lang = useLanguage()
  const [name, setName] = useState(reader?.name ?? '')
  const [isPart, setIsPart] = useState<'all' | 'some'>(reader?.sees === 'everything' ? 'all' : 'some')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(reader?.sections))
  const [missing, setMissing] = useState<'name' | 'sections' | null>(null)
  const { said, note } = useNoting(change)
  const [made, setMade] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (reader) heading.current?.focus()
  }, [reader])
  const known = useMemo(() => edition.parts.flatMap(({ sections }) => sections), [edition])
  const sections = isPart === 'some' ? known.map(({ id }) => id).filter((id) => ticked.has(id)) : undefined

  const isReady = (): boolean => {
    const lacks = sections?.length === 0 ? 'sections' : name.trim() === '' ? 'name' : null
    setMissing(lacks)
    return lacks === null
  }
  const give = async (how: 'gave' | 'link') => {
    if (!isReady()) return
    const whom = { name: name.trim(), lang, ...(sections && { sections }) }
    const next =
      how === 'gave'
        ? await note({ do: 'gave', form: 'paper', ...whom }, t('copies.others-given', { name: whom.name }))
        : await note({ do: 'link', ...whom }, t('copies.others-link-made', { name: whom.name }))
    if (!next) return
    setName('')
    const theirs = next.everyone?.find((holder) => !holder.isHere && holder.name === whom.name)
    setMade(how === 'link' ? theirs?.given.at(-1)?.id : undefined)
  }
  return (
    <section className="stack copies-part" aria-labelledby="copies-others">
      <h2 ref={heading} id="copies-others" tabIndex={-1}>
        {t('copies.others')}
      </h2>
      <p>{t('copies.others-about')}</p>
      {reader && (
        <Notice>
          <p>{t('copies.readers-says', { name: reader.name })}</p>
          <WhatTheySee reader={reader} />
          <p>{t('copies.readers-check')}</p>
        </Notice>
      )}
      <TextField
        label={t('copies.name')}
        hint={t('copies.name-hint')}
        error={missing === 'name' ? t('copies.name-missing') : undefined}
        value={name}
        maxLength={LIMIT.name}
        onChange={(event) => setName(event.target.value)}
      />
      <Choices
        legend={t('forms.sections')}
        error={missing === 'sections' ? t('copies.pick-section') : undefined}
        choices={[
          { value: 'some', label: t('forms.sections-some') },
          { value: 'all', label: t('forms.sections-all') },
        ]}
        value={isPart}
        onChoose={setIsPart}
      />
      {isPart === 'some' && (
        <TickList
          label={t('forms.sections-some')}
          items={known.map(({ id, title }) => ({ id, label: <bdi>{inLanguage(title, lang)}</bdi> }))}
          ticked={ticked}
          onTick={setTicked}
        />
      )}
      <GetFile
        of={JSON.stringify([sections, name])}
        take={async (signal) => {
          if (sections?.length === 0) {
            setMissing('sections')
            throw new NotYet(t('copies.pick-section'))
          }
          await takeFile(copyPath({ plan, number, format: 'pdf', lang, sections, forOthers: true }), signal)
        }}
        sentenceOf={sentenceOf}
        howFar={howFarSaid}
      >
        {t('copies.others-print')}
      </GetFile>
      <div className="row">
        <Button onClick={() => void give('gave')}>{t('copies.others-gave')}</Button>
        <Button onClick={() => void give('link')}>{t('copies.others-link')}</Button>
      </div>
      <p role="status">{said}</p>
      {/* Where it was asked for, too: the list of all is a long way up. */}
      <GivenList
        given={holders.flatMap(({ given }) => given.filter(({ id }) => id === made))}
        {...{ edition, change }}
      />
    </section>
  )
}
