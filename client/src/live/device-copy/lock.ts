import type { Row } from './store.ts'

/** Where a row belongs. Locked in with its words: one row cannot be passed off as another. */
export type Place = Pick<Row, 'copy' | 'tab' | 'n' | 'kind'>

/** Takes the server's key. It cannot be read out of the page again, and lives as long as the page. */
export const takeKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesIn(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Locks bytes into a row. */
export async function lock(key: CryptoKey, place: Place, bytes: Uint8Array<ArrayBuffer>): Promise<Row> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { ...place, iv, bytes: await crypto.subtle.encrypt(forPlace(place, iv), key, bytes) }
}

/** The bytes of a row, or null where it is damaged, moved, or of another key. */
export async function unlock(key: CryptoKey, row: Row): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(forPlace(row, row.iv), key, row.bytes))
  } catch {
    return null
  }
}

const forPlace = ({ copy, tab, n, kind }: Place, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify([copy, tab, n, kind])),
})

const bytesIn = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
