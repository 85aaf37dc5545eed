import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a secret opens. One made for one purpose never opens another. */
export type Purpose = 'invitation' | 'way-back' | 'start' | 'copy'

/**
 * Secrets of links and codes. They are derived from the server's key and never stored: an invitation can be shown
 * again, and a stolen database opens no plan. A new generation ends the one before (SPEC ACCESS-30 to ACCESS-33).
 */
export interface Secrets {
  /** `<id>.<128 bits>`, for the fragment of a link. */
  link(purpose: Purpose, id: string, generation: number): string
  /** The id a link's secret claims to be for, or null when it is no secret at all. Proves nothing yet. */
  idIn(secret: string): string | null
  /** Whether a secret is the one for this. Takes as long for a wrong one as for a right one. */
  isLink(secret: string, purpose: Purpose, id: string, generation: number): boolean
  /** Eight letters. */
  code(id: string, generation: number): string
  /** Locks what a device keeps of a plan (SPEC ACCESS-80). 256 bits, base64url. */
  deviceKey(person: string, plan: string, epoch: string): string
  /** Eight letters that prove that we made a copy's mark: `which` is what stands before them (SPEC EXPORT-24). */
  copyProof(which: string): string
  /** What stands for a plan in files that need a name of it: 128 bits that tell nobody its id (SPEC EXPORT-46). */
  planKey(plan: string): string
  /** What a code is found by: a keyed hash, so that the database alone does not tell codes. */
  codeHash(code: string): string
}

export function createSecrets(key: Uint8Array): Secrets {
  const derive = (...parts: readonly (string | number)[]): Buffer =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest()
  const link: Secrets['link'] = (purpose, id, generation) =>
    `${id}.${derive('link', purpose, id, generation).subarray(0, 16).toString('base64url')}`

  return {
    link,
    idIn: (secret) => /^([\w-]{22})\.[\w-]{22}$/.exec(secret)?.[1] ?? null,
    isLink: (secret, purpose, id, generation) => same(secret, link(purpose, id, generation)),
    code: (id, generation) => Array.from(derive('code', id, generation).subarray(0, CODE_LETTERS), letterOf).join(''),
    deviceKey: (...whose) => derive('device', ...whose).toString('base64url'),
    copyProof: (which) => Array.from(derive('copy mark', which).subarray(0, CODE_LETTERS), letterOf).join(''),
    planKey: (plan) => derive('plan in files', plan).subarray(0, 16).toString('hex'),
    codeHash: (code) => derive('code hash', code).toString('hex'),
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}

/**
 * Sixteen letters: none looks like another one of them or like a digit, and there are no vowels to spell words with.
 * Eight of them are 32 bits, which is plenty for a day under the budget of tries (SPEC LIMIT-34).
 */
export const CODE_ALPHABET = 'BCDFHJKLMPRTVWXY'
const CODE_LETTERS = 8

const letterOf = (byte: number): string => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)

/** A code as it is said and shown: "BCDF HJKL". */
export const spoken = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** What somebody typed as a code, or null when no code of ours looks like it. Case, spaces and dashes do not matter. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}.]/gu, '')
  return code.length === CODE_LETTERS && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null
}
