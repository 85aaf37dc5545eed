import type { Plan } from '@withy/shared/plan'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { fetchSealed, type Sealed } from '../api/agreement.ts'
import { fetchCopies } from '../api/copies.ts'
import { getPlan } from '../api/plans.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useAskedForm } from '../features/cards/asked-form.ts'
import { Everyone } from '../features/copies/everyone.tsx'
import { ForOthers } from '../features/copies/for-others.tsx'
import { MyCopy } from '../features/copies/my-copy.tsx'
import { type NamedReader, namedReaders } from '../features/copies/named-readers.ts'
import { Readers } from '../features/copies/readers.tsx'
import { useCopies } from '../features/copies/use-copies.ts'
import { useText } from '../text/use-text.ts'
import { Page } from '../ui/page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { RefusedPage } from './refused-page.tsx'
import '../features/copies/copies.css'

type CopiesPageProps = { readonly plan: string; readonly number: number }
type Given = Parameters<typeof useCopies>[2]

/** Before the room empties: each person gets the agreed plan in the form they want. */
export default function CopiesPage({ plan, number }: CopiesPageProps) {
  const t = useText()
  const ask = () => Promise.all([getPlan(plan), fetchSealed(plan, number), fetchCopies(plan, number)])
  const { again, ...asked } = useAnswer(ask)
  if (asked.is === 'refused') return <RefusedPage error={asked.error} again={again} plan={plan} />
  if (asked.is === 'asking') return <OpeningPage />
  const [facts, { record, edition, plan: words }, copies] = asked.answer
  return (
    <Page
      title={t('copies.title')}
      place={{ title: facts.title, lang: facts.lang, href: `/plans/${plan}` }}
      width="wide"
    >
      <p>{t('copies.lead')}</p>
      <Inside
        plan={plan}
        number={number}
        words={words as Plan}
        edition={edition}
        hasAnnex={record.kept.annex !== undefined}
        first={copies}
      />
      <p>
        <Link href="/check" className="link-alone">
          {t('copies.check')}
        </Link>
      </p>
    </Page>
  )
}

type InsideProps = CopiesPageProps & {
  readonly words: Plan
  readonly edition: Sealed['edition']
  readonly hasAnnex: boolean
  readonly first: Given
}

function Inside({ plan, number, words, edition, hasAnnex, first }: InsideProps) {
  const { copies, change, look } = useCopies(plan, number, first)
  const { mine, everyone } = copies
  const card = useAskedForm(plan)
  const [reader, setReader] = useState<{ readonly of: NamedReader; readonly time: number } | null>(null)
  const readers = useMemo(() => (everyone ? namedReaders(words, edition, everyone) : []), [words, edition, everyone])
  return (
    <>
      <MyCopy {...{ plan, number, mine, edition, card, hasAnnex, change }} onTaken={look} />
      {everyone && <Everyone holders={everyone} me={mine.person} {...{ edition, change }} />}
      {readers.length > 0 && (
        <Readers readers={readers} onMake={(of) => setReader((before) => ({ of, time: (before?.time ?? 0) + 1 }))} />
      )}
      {everyone && (
        // Begins anew with each reader who is chosen, also the same again.
        <ForOthers
          key={reader?.time ?? 0}
          {...{ plan, number, edition, change }}
          holders={everyone}
          reader={reader?.of ?? null}
        />
      )}
    </>
  )
}
