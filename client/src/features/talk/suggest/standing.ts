import type { SuggestedChange } from '@withy/shared/protocol'

/** How an offered change stands to the words as they are: it can be put in, the words read so already, or those it was about are not there. */
export type Fit = 'fits' | 'there' | 'gone'

/** A change as it is to whoever looks at it. */
export type Asked = {
  /** null: it is decided. */
  readonly fit: Fit | null
  /** What they may say about it (SPEC TALK-22). */
  readonly may: 'use-or-keep' | 'keep' | null
  /** The words it takes the place of are theirs, or theirs too. */
  readonly isMine: boolean
  /** They have said yes, and others have not yet. */
  readonly hasSaidYes: boolean
  /** Whose yes is missing. Nobody's: whoever may write decides. */
  readonly waitsFor: readonly string[]
}

export type Who = { readonly me: string; readonly mayWrite: boolean }

/** What one change asks of somebody. `by`: who offered it, who has said yes to their own words with that. */
export function askedOf({ needs, yes, fate }: SuggestedChange, fit: Fit, by: string, { me, mayWrite }: Who): Asked {
  if (fate) return { fit: null, may: null, isMine: false, hasSaidYes: false, waitsFor: [] }
  // Words that are not there any more are nobody's: nor are those that gave way to what is offered already.
  const owners = fit === 'fits' ? needs : []
  const others = owners.filter((id) => id !== by && !yes.includes(id))
  const waitsFor = others.length > 0 ? others : owners
  const isMine = owners.includes(me)
  const mayDecide = isMine || (owners.length === 0 && mayWrite)
  const hasSaidYes = isMine && !waitsFor.includes(me)
  return {
    fit,
    may: !mayDecide ? null : fit !== 'fits' || hasSaidYes ? 'keep' : 'use-or-keep',
    isMine,
    hasSaidYes,
    waitsFor,
  }
}

/** Whom all that is not decided of a suggestion waits for, in one word; null: nothing does. */
export function waitingSign(
  asked: readonly Asked[],
): { readonly who: 'me' | 'others' | 'writer'; readonly names: readonly string[] } | null {
  const open = asked.filter(({ fit }) => fit !== null)
  if (open.length === 0) return null
  if (open.some(({ may, hasSaidYes }) => may !== null && !hasSaidYes)) return { who: 'me', names: [] }
  const names = [...new Set(open.flatMap(({ waitsFor }) => waitsFor))]
  return names.length > 0 ? { who: 'others', names } : { who: 'writer', names: [] }
}

/** The same change the other way round: the words before it are offered again. */
export const turnedBack = (change: SuggestedChange): SuggestedChange => ({
  ...change,
  was: change.becomes,
  becomes: change.was,
  fate: null,
})
