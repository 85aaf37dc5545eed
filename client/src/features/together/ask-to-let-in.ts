/** Told on the document when what waits is to come in. `detail`: what for. */
export const LET_IN = 'withy:let-in'

/** `copy`: what is taken away next is made on the server, which has what waits. */
export type LetInFor = 'asked' | 'copy'

/** Lets in what waits, where something does (SPEC SYNC-153). */
export const askToLetIn = (what: LetInFor): void => {
  document.dispatchEvent(new CustomEvent(LET_IN, { detail: what }))
}
