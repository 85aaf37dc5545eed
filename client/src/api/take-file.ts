import type { TalkInCopy, takeAwayMany } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import { shown } from '../text/language.ts'
import { OfflineError, reach, reachOnce } from '../ui/reach.ts'
import { type BodyOf, RefusedError } from './send.ts'

/** Which copy of a plan: the draft as it stands, or a sealed version by its number. */
export type WhichCopy = {
  readonly plan: string
  readonly number: number | null
  readonly format: string
  readonly lang: Language
  /** `easy`: the easy words alone, with their pictures. */
  readonly size?: 'normal' | 'large' | 'largest' | 'easy'
  /** How what was said about the plan is in it; absent: not at all. */
  readonly talk?: TalkInCopy | undefined
  readonly sections?: readonly string[] | undefined
  /** It is for somebody else, and not noted as the asker's. */
  readonly forOthers?: boolean
}

/** Where a copy is made. */
export function copyPath({ plan, number, format, lang, size, talk, sections, forOthers }: WhichCopy): string {
  const asked = new URLSearchParams({ lang })
  if (size && size !== 'normal') asked.set('size', size)
  if (talk) asked.set('talk', talk)
  if (sections) asked.set('sections', sections.join(','))
  if (forOthers) asked.set('for', 'others')
  const sealed = number === null ? '' : `/sealed/${number}`
  return `/api/plans/${encodeURIComponent(plan)}${sealed}/take-away/${format}?${asked}`
}

/**
 * Has a file made and gives it to the device to keep. `signal` stops it, also at the server.
 * @throws {RefusedError} when the server says no
 * @throws {OfflineError} when nothing of ours answers, or it was stopped
 */
export async function takeFile(path: string, signal: AbortSignal): Promise<void> {
  await keep(await reach(() => fetchFile(path, { signal }), signal))
}

/** The same of many plans, as one ZIP. */
export async function takeMany(wanted: BodyOf<typeof takeAwayMany>, signal: AbortSignal): Promise<void> {
  const json = { method: 'POST', body: JSON.stringify(wanted), headers: { 'Content-Type': 'application/json' } }
  await keep(await reachOnce(() => fetchFile('/api/take-away', { ...json, signal })))
}

type Fetched = { readonly answer: Response; readonly file: Blob }

async function keep({ answer, file }: Fetched): Promise<void> {
  if (!answer.ok) {
    const said = await new Response(file).json().catch(() => null)
    throw said?.refused ? new RefusedError(said) : new OfflineError(String(answer.status))
  }
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(answer.headers.get('content-disposition') ?? '')
  link.click()
  // Some browsers begin to keep it a while after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

async function fetchFile(path: string, { headers, ...asked }: RequestInit): Promise<Fetched> {
  const answer = await fetch(path, { ...asked, headers: { ...headers, 'Accept-Language': shown().language } })
  return { answer, file: await answer.blob() }
}

const nameIn = (header: string): string => {
  const name = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
  return name ? decodeURIComponent(name) : 'plan'
}
